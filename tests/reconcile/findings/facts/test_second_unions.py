"""Somebody told as married to one, and later as married to another, is no longer married to one."""

from typing import Any

import pytest


def _unions(world: Any, *told: tuple[str, str, str]) -> list[Any]:
    world.entity("Orla Venn")
    for number, (day, attribute, value) in enumerate(told):
        article = world.article(f"Outlet {number}", day, f"Orla Venn, {value}, sang.")
        world.fact(article, "Orla Venn", attribute, value, value)
    return world.findings()


def test_a_later_husband_overtakes_the_first(world: Any) -> None:
    told = (("2015-03-01", "spouse", "Piet Castan"), ("2018-03-01", "spouse", "Aldo Reyes"))
    (found,) = _unions(world, *told)
    assert (found.kind, found.attribute) == ("overtaken", "relationship")
    assert "married to Piet Castan" in found.explanation


@pytest.mark.parametrize(
    "told",
    [
        # One man by two names, and two names in one month.
        (("2015-03-01", "spouse", "Piet Castan"), ("2018-03-01", "spouse", "Dr Castan")),
        (("2018-02-01", "spouse", "Piet Castan"), ("2018-03-01", "spouse", "Aldo Reyes")),
        # The first again.
        (
            ("2015-03-01", "spouse", "Piet Castan"),
            ("2018-03-01", "spouse", "Aldo Reyes"),
            ("2019-03-01", "spouse", "Piet Castan"),
        ),
    ],
)
def test_what_another_name_does_not_overtake(world: Any, told: Any) -> None:
    assert [f for f in _unions(world, *told) if f.kind == "overtaken"] == []


def test_an_end_that_is_told_is_told_once(world: Any) -> None:
    told = (
        ("2015-03-01", "spouse", "Piet Castan"),
        ("2017-03-01", "former_spouse", "Piet Castan"),
        ("2018-03-01", "spouse", "Aldo Reyes"),
    )
    (found,) = _unions(world, *told)
    assert "formerly married to" in found.explanation
