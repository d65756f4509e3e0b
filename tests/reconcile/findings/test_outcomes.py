"""What became of a forecast, by the article that repeats it."""

from typing import Any

import pytest


def _repeated(world: Any, said: str, behind: str, day: str | None = "2018-06-01") -> list[Any]:
    world.entity("Ada Moll")
    first = world.article("Herald", "2014-06-11", f"“{said},” said Ada Moll.")
    again = world.article("Courier", day, f"“{said},” said Ada Moll in 2014. {behind}")
    for article in (first, again):
        world.says(article, "Ada Moll", said, utterance_id="u")
    found = world.findings()
    return [f for f in found if f.kind == "overtaken" and f.attribute == "forecast"]


@pytest.mark.parametrize(
    ("said", "behind"),
    [
        ("The pier will be painted by May", "It isnt. There is a fence."),
        ("We'll have a boat for everybody", "They haven't yet."),
        ("She will be rowing at Christmas", "She has not rowed a stroke since."),
        ("I will never eat fish", "She did."),
    ],
)
def test_a_forecast_that_did_not_come_true(world: Any, said: str, behind: str) -> None:
    """The sentence right behind it says so, and stands beside the first report."""
    (found,) = _repeated(world, said, behind)
    assert behind.split(".")[0] in found.explanation
    assert found.evidence[0].article_id == "a0"


@pytest.mark.parametrize(
    ("said", "behind"),
    [
        ("The pier will be painted by May", "It did."),
        ("The pier will be painted by May", "He was not asked about the rest of his plans for it."),
        ("The pier is painted", "It isn't."),
        ("If it is dry the pier will be painted", "It wasn't."),
        ("I will never eat fish", "She didn't."),
    ],
)
def test_what_came_true_or_was_no_forecast(world: Any, said: str, behind: str) -> None:
    """Nor is a longer sentence a verdict."""
    assert _repeated(world, said, behind) == []


def test_of_two_without_an_order_nothing_is_said(world: Any) -> None:
    """Whoever repeats it must be later."""
    assert _repeated(world, "The pier will be painted", "It isn't.", day="2014-06-11") == []
