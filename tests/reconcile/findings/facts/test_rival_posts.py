"""Who is the second in a post is not the first, within weeks and without a change."""

from typing import Any

import pytest

from tests.reconcile.findings.facts.test_roles import _roles

SECOND, FIRST = "deputy leader of Dray council", "leader of Dray council"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SECOND, FIRST),
        (FIRST, SECOND),
        ("chairman of the hall trust", "treasurer of the hall trust"),
    ],
)
def test_the_first_and_the_second_within_weeks(world: Any, one: str, other: str) -> None:
    """In either order; and two posts that nobody holds at once."""
    (found,) = _roles(world, ("2015-03-01", one), ("2015-03-09", other))
    assert (found.kind, found.attribute, found.subject) == ("conflict", "role", "Orla Venn")


@pytest.mark.parametrize(
    ("day", "other"),
    [
        ("2015-06-09", SECOND),
        ("2015-03-09", "deputy leader of Marl school"),
        ("2015-03-09", "deputy head of Dray council"),
        ("2015-03-09", "new deputy leader of Dray council"),
        ("2015-03-09", "acting leader of Dray council"),
        ("2015-03-09", "baker of Dray council"),
    ],
)
def test_another_time_or_body_or_a_change(world: Any, day: str, other: str) -> None:
    """May all be true."""
    found = _roles(world, ("2015-03-01", FIRST), (day, other))
    assert [f for f in found if f.kind == "conflict"] == []
