"""Somebody is born in one place: two that cannot hold one another are a conflict."""

from typing import Any

import pytest


def _findings(world: Any, *told: tuple[str, str, str]) -> list[Any]:
    world.entity("Orla Venn")
    for number, (outlet, place, more) in enumerate(told):
        words = f"Orla Venn was born in {place}"
        article = world.article(outlet, f"201{number}-03-01", f"{words}. {more}")
        world.fact(article, "Orla Venn", "birth_place", place, words)
    return world.findings()


def test_two_villages_are_a_conflict(world: Any) -> None:
    (found,) = _findings(
        world, ("Courier", "Saltby", ""), ("Herald", "Marl Cross", ""), ("Echo", "Saltby", "")
    )
    assert (found.kind, found.attribute, found.subject) == ("conflict", "birth_place", "Orla Venn")
    assert [e.article_id for e in found.evidence] == ["a0", "a2", "a1"]


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        ("Saltby", "Norfolk", ""),
        ("Saltby", "Quillshire", ""),
        ("Saltby", "Saltby Green", ""),
        ("Saltby", "Marl Cross", "Saltby lies at the edge of Marl Cross."),
        ("Saltby", "Marl Cross", "The Marl Cross suburb of Saltby is quiet."),
        ("Saltby", "Leeds", ""),
        ("Leeds", "England", ""),
    ],
)
def test_places_that_may_hold_one_another_are_none(
    world: Any, one: str, other: str, more: str
) -> None:
    """A village lies in a county, and so may one that is named beside another."""
    assert _findings(world, ("Courier", one, ""), ("Herald", other, more)) == []


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        ("Leeds", "Bradford", ""),
        ("Saltby", "Marl Cross", "She moved from Saltby to Marl Cross at nine."),
        ("Saltby", "Marl Cross", "Saltby, over the water, is far. Marl Cross is another town."),
    ],
)
def test_places_told_apart_are_a_conflict(world: Any, one: str, other: str, more: str) -> None:
    """Two cities, and two towns of which an article tells the way from one to the other."""
    (found,) = _findings(world, ("Courier", one, ""), ("Herald", other, more))
    assert found.attribute == "birth_place"


def test_one_outlet_alone_is_no_second_source(world: Any) -> None:
    """It may have mended its own slip."""
    assert _findings(world, ("Courier", "Saltby", ""), ("Courier", "Marl Cross", "")) == []
