"""Two years in which a body was founded cannot both be right."""

from typing import Any

import pytest


def _found(world: Any, *told: tuple[str, str]) -> list[tuple[str, str | None]]:
    for name in ("Moll Mill", "Orr Hotels"):
        world.entity(name, "organisation")
    world.entity("Ada Moll")
    for at, (outlet, text) in enumerate(told):
        world.article(outlet, f"201{at}-05-02", text)
    return [(f.kind, f.subject) for f in world.findings() if f.attribute == "founded"]


IN_1998 = "Ada Moll founded Moll Mill in 1998."


@pytest.mark.parametrize(
    "other",
    [
        "Moll Mill, founded by Ada Moll in 2004, is for sale.",
        "Moll Mill, the firm that Ada Moll founded in 2004, is for sale.",
        "Moll Mill was established in May 2004.",
        "Ada Moll set up Moll Mill in 2004 and sold it.",
    ],
)
def test_two_years_are_a_conflict(world: Any, other: str) -> None:
    """Whichever way they are told."""
    assert _found(world, ("Herald", IN_1998), ("Courier", other)) == [("conflict", "Moll Mill")]


def test_one_year_of_two_outlets_is_an_agreement(world: Any) -> None:
    """An outlet that repeats itself agrees with nobody."""
    other = "Moll Mill, founded in 1998, is for sale."
    assert _found(world, ("Herald", IN_1998), ("Courier", other)) == [("agreement", "Moll Mill")]


@pytest.mark.parametrize(
    ("outlet", "other"),
    [
        ("Herald", "Moll Mill, founded in 1998, is for sale."),
        ("Courier", "Orr Hotels was founded in 2004. Moll Mill is older."),
        ("Courier", "Ada Moll would have founded Moll Mill in 2004."),
        ("Courier", "Moll Mill burned in 2004."),
        ("Courier", "Ada Moll started her Moll Mill blog in 2004."),
    ],
)
def test_nothing_is_told_twice_of_one_body(world: Any, outlet: str, other: str) -> None:
    assert _found(world, ("Herald", IN_1998), (outlet, other)) == []


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Ada Moll, who set up her firm in 2004, was away.", [("conflict", "Moll Mill")]),
        (
            "Ada Moll is away. The firm Ada Moll founded in 2004 is sold.",
            [("conflict", "Moll Mill")],
        ),
        ("Ada Moll, who set up her firm in 1998, was away.", []),
        ("Ada Moll, who set up her family in 2004, was away.", []),
        ("Ada Moll would have set up her firm in 2004.", []),
    ],
)
def test_a_firm_without_its_name_is_the_one_that_somebody_founded(
    world: Any, other: str, found: list[tuple[str, str]]
) -> None:
    """Where the pile knows of one."""
    assert _found(world, ("Herald", IN_1998), ("Courier", other)) == found


def test_who_founded_two_firms_may_mean_either(world: Any) -> None:
    """Then "her firm" is neither."""
    told = "Ada Moll founded Orr Hotels in 2001."
    own = "Ada Moll, who set up her firm in 2004, was away."
    assert _found(world, ("Herald", IN_1998), ("Post", told), ("Courier", own)) == []
