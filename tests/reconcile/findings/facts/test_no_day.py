"""Ages in an undated article that no one day fits."""

from typing import Any


def _family(world: Any) -> None:
    for name in ("Bo Tarn", "Ida Tarn"):
        world.entity(name)
    text = "They have two children, Bo Tarn, 11, and Ida Tarn, eight."
    article = world.article("Echo", "2018-02-06", text)
    world.fact(article, "Bo Tarn", "age", "11", "Bo Tarn, 11")
    world.fact(article, "Ida Tarn", "age", "8", "Ida Tarn, eight")


def _undated(world: Any, older: str, younger: str) -> None:
    text = f"They have two kids, Bo Tarn, {older}, and Ida Tarn, {younger}."
    article = world.article("Trumpet", None, text)
    world.fact(article, "Bo Tarn", "age", older, f"Bo Tarn, {older}")
    world.fact(article, "Ida Tarn", "age", younger, f"Ida Tarn, {younger}")


def test_three_years_apart_in_one_and_one_in_the_other(world: Any) -> None:
    """Eight and eight at once cannot be who are eleven and eight at once."""
    _family(world)
    _undated(world, "8", "8")
    (found,) = world.findings()
    assert (found.kind, found.subject) == ("conflict", "Bo Tarn and Ida Tarn")
    assert found.explanation.endswith("No day fits both ages.")
    assert len(found.evidence) == 4


def test_ages_that_one_day_fits_are_no_news(world: Any) -> None:
    """Two years earlier both were two years younger."""
    _family(world)
    _undated(world, "9", "6")
    assert world.findings() == []
