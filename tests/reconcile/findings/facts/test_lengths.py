"""Years of a marriage beside its wedding."""

from typing import Any

import pytest


def _found(world: Any, years: str, wedding: str = "2008-07") -> list[Any]:
    world.entity("Ann Doe")
    world.entity("Tom Roe")
    first = world.article("Courier", "2010-03-11", "Ann Doe and Tom Roe married in July.")
    last = world.article(
        "Herald", "2020-06-22", f"Ann Doe and Tom Roe divorced last September {years}."
    )
    for name in ("Ann Doe", "Tom Roe"):
        world.fact(first, name, "marriage_date", wedding, "Ann Doe and Tom Roe married in July")
        words = "Ann Doe and Tom Roe divorced last September"
        world.fact(last, name, "divorce_date", "2019-09", words)
    return [f for f in world.findings() if f.kind == "conflict"]


@pytest.mark.parametrize(
    "years",
    [
        "after 14 years of marriage",
        "and their marriage lasted six years",
        "after a 14-year marriage",
    ],
)
def test_more_or_fewer_years_than_there_were(world: Any, years: str) -> None:
    """The sum is shown, and that it is rough."""
    found = _found(world, years)
    assert {f.attribute for f in found} == {"marriage_date"}
    assert "give or take a year" in found[0].explanation
    if "14 years" in years:
        assert "between 1 September 2004 and 30 September 2005" in found[0].explanation


@pytest.mark.parametrize("years", ["eleven", "ten", "12"])
def test_a_year_more_or_less_is_no_matter(world: Any, years: str) -> None:
    """July 2008 to September 2019 are eleven years; ten and twelve are told of them as well."""
    assert _found(world, f"after {years} years of marriage") == []
