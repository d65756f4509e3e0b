"""Numbers of children: they grow with time."""

from typing import Any

import pytest


def _counts(world: Any, *told: tuple[str, str]) -> list[Any]:
    world.entity("Orla Venn")
    for number, (day, count) in enumerate(told):
        article = world.article(f"Outlet {number}", day, f"Orla Venn, mother of {count}, sang.")
        world.fact(article, "Orla Venn", "children", count, f"mother of {count}")
    return world.findings()


def test_fewer_children_later_is_a_conflict(world: Any) -> None:
    """Two after three; the explanation names how it could be right all the same."""
    (found,) = _counts(world, ("2016-03-01", "3"), ("2019-03-01", "2"))
    assert (found.kind, found.attribute) == ("conflict", "children")
    assert "three children (Outlet 0, 1 March 2016)" in found.explanation
    assert "can only grow, unless a child dies" in found.explanation


@pytest.mark.parametrize(
    "told",
    [
        (("2016-03-01", "2"), ("2019-03-01", "3")),
        (("2016-03-01", "2"), ("2019-03-01", "2")),
    ],
)
def test_more_or_as_many_children_later_is_none(world: Any, told: Any) -> None:
    """A child may have been born in between."""
    assert _counts(world, *told) == []


def test_two_and_three_in_one_week_are_a_conflict(world: Any) -> None:
    """In a week nobody has another child without a word of it."""
    (found,) = _counts(world, ("2016-03-01", "2"), ("2016-03-03", "3"))
    assert (found.kind, found.attribute) == ("conflict", "children")


def test_a_birth_of_that_week_explains_it(world: Any) -> None:
    world.entity("Orla Venn")
    for day, count, more in (("2016-03-01", "2", ""), ("2016-03-03", "3", "Her son was born.")):
        article = world.article("Mail", day, f"Orla Venn, mother of {count}, sang. {more}")
        world.fact(article, "Orla Venn", "children", count, f"mother of {count}")
    assert world.findings() == []


def test_one_finding_for_one_disagreement(world: Any) -> None:
    """All articles that give one of the two numbers are evidence."""
    (found,) = _counts(
        world, ("2015-03-01", "2"), ("2016-03-01", "3"), ("2017-03-01", "2"), ("2019-03-01", "2")
    )
    assert len(found.evidence) == 4


def test_two_counts_of_one_undated_article_are_a_conflict(world: Any) -> None:
    """Of one day they are, whichever it is."""
    world.entity("Orla Venn")
    text = "Orla Venn, mother of 3, sang. Orla Venn, mother of 2, slept."
    article = world.article("Mail", None, text)
    for count in ("3", "2"):
        world.fact(article, "Orla Venn", "children", count, f"mother of {count}")
    (found,) = world.findings()
    assert (found.kind, found.attribute) == ("conflict", "children")


@pytest.mark.parametrize(
    ("day", "more", "n_found"),
    [
        ("2016-06-01", "", 1),
        ("2016-12-01", "", 0),
        ("2016-06-01", "Her twins slept.", 0),
    ],
)
def test_two_more_in_months_are_a_conflict(world: Any, day: str, more: str, n_found: int) -> None:
    """Unless they are twins, of whom the article tells; in a year there is time."""
    world.entity("Orla Venn")
    for own, count, rest in (("2016-03-01", "2", ""), (day, "4", more)):
        article = world.article("Mail", own, f"Orla Venn, mother of {count}, sang. {rest}")
        world.fact(article, "Orla Venn", "children", count, f"mother of {count}")
    assert len(world.findings()) == n_found
