"""Dates of a life on which outlets agree, and that only together are exact."""

from typing import Any


def _weddings(world: Any, *told: tuple[str, str, str]) -> list[Any]:
    world.entity("Una Vale")
    for outlet, day, value in told:
        article = world.article(outlet, day, "Una Vale danced.")
        world.fact(article, "Una Vale", "marriage_date", value, "Una Vale")
    return list(world.findings())


def test_years_months_and_days_of_one_wedding_agree(world: Any) -> None:
    """The explanation gives the day that all of them leave."""
    (found,) = _weddings(
        world,
        ("Courier", "2015-05-15", "2003-06"),
        ("Herald", "2017-06-10", "2003-06-21"),
        ("Gazette", "2019-04-05", "2003"),
    )
    assert (found.kind, found.attribute) == ("agreement", "marriage_date")
    assert found.explanation.endswith("married on 21 June 2003.")


def test_one_outlet_cannot_agree_with_itself(world: Any) -> None:
    """Three articles of one outlet are one source."""
    told = [("Courier", f"201{n}-05-15", "2003-06-21") for n in (5, 6, 7)]
    assert _weddings(world, *told) == []


def test_two_days_of_one_wedding_conflict(world: Any) -> None:
    """Dates that exclude one another are a question."""
    (found,) = _weddings(
        world, ("Courier", "2015-05-15", "2003-06-21"), ("Herald", "2017-06-10", "2004")
    )
    assert (found.kind, found.attribute) == ("conflict", "marriage_date")
