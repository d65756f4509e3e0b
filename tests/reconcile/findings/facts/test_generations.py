"""A parent is older than the child by what nature asks; told otherwise, the sum is shown."""

from typing import Any


def _family(world: Any, parent_age: str, child_age: str, *more: tuple[str, str, str]) -> list[Any]:
    world.entity("Ann Doe")
    world.entity("Ivo Doe")
    one = world.article("Courier", "2015-05-02", f"Ann Doe, {parent_age}, lost her keys.")
    world.fact(one, "Ann Doe", "age", parent_age, f"Ann Doe, {parent_age}")
    two = world.article("Herald", "2016-05-02", f"Ivo Doe, {child_age}, is the son of Ann Doe.")
    world.fact(two, "Ivo Doe", "age", child_age, f"Ivo Doe, {child_age}")
    world.fact(two, "Ann Doe", "child", "Ivo Doe", "son of Ann Doe")
    for day, attribute, value in more:
        article = world.article("Packet", day, f"Ann Doe: {value}.")
        world.fact(article, "Ann Doe", attribute, value, value)
    return [f for f in world.findings() if f.kind == "conflict"]


def test_a_mother_of_ten_is_a_conflict(world: Any) -> None:
    """Both births, the tie, and the sum."""
    (found,) = _family(world, "30", "21")
    assert found.subject == "Ann Doe"
    assert len(found.evidence) == 3
    assert "so born between 3 May 1984 and 2 May 1985; the child Ivo Doe: aged 21" in (
        found.explanation
    )


def test_a_young_mother_is_none(world: Any) -> None:
    """Fifteen years are enough."""
    assert _family(world, "30", "15") == []


def test_a_birth_long_after_the_death_is_a_conflict(world: Any) -> None:
    """A father may die before the birth, but not a year before."""
    (found,) = _family(world, "60", "3", ("2016-06-01", "death_date", "2010-01-05"))
    assert "so long after their death" in found.explanation
