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


@pytest.mark.parametrize(
    ("age", "n_found"),
    [(44, 1), (38, 0), (None, 0)],
)
def test_an_undated_count_is_of_the_time_when_she_was_so_old(
    world: Any, age: int | None, n_found: int
) -> None:
    """Three while she was 40 and two at 44 do not fit; at 38 the third was not yet born."""
    world.entity("Orla Venn")
    first = world.article("Courier", "2014-03-01", "Orla Venn, 40, mother of 3, sang.")
    world.fact(first, "Orla Venn", "children", "3", "mother of 3")
    world.fact(first, "Orla Venn", "age", "40", "40")
    then = world.article("Mail", None, f"Orla Venn, {age}, mother of 2, sang.")
    world.fact(then, "Orla Venn", "children", "2", "mother of 2")
    if age:
        world.fact(then, "Orla Venn", "age", str(age), str(age))
    found = [f for f in world.findings() if f.attribute == "children"]
    assert len(found) == n_found
    assert all("written between 2 March 2017" in f.explanation for f in found)


@pytest.mark.parametrize(
    ("latest", "more", "n_found"),
    [("2018-01-31", "", 1), ("2019-12-31", "", 0), ("2018-01-31", "A son was born.", 0)],
)
def test_a_page_that_can_be_of_the_same_days_is_less_sure(
    world: Any, latest: str, more: str, n_found: int
) -> None:
    """With months of room for a birth of which it tells nothing; with years it may be later."""
    world.entity("Orla Venn")
    days = {"published_earliest": "2017-06-01", "published_latest": latest}
    known = world.article("Courier", "2017-08-01", "Orla Venn, mother of 2, sang.")
    open_ = world.article("Mail", None, f"Orla Venn, mother of 3, sang. {more}", **days)
    world.fact(known, "Orla Venn", "children", "2", "mother of 2")
    world.fact(open_, "Orla Venn", "children", "3", "mother of 3")
    found = world.findings()
    assert len(found) == n_found
    assert all(f.confidence < 0.6 for f in found)


@pytest.mark.parametrize(("years", "n_found"), [(13, 1), (5, 0), (None, 0)])
def test_an_undated_count_is_of_the_time_when_her_son_was_so_old(
    world: Any, years: int | None, n_found: int
) -> None:
    """Three when Ivo was nine, and two when he was 13; at five two may have been all."""
    for name in ("Orla Venn", "Ivo"):
        world.entity(name)
    first = world.article("Courier", "2014-03-01", "Orla Venn, mother of 3, came with Ivo, 9.")
    world.fact(first, "Orla Venn", "children", "3", "mother of 3")
    world.fact(first, "Ivo", "age", "9", "Ivo, 9")
    then = world.article("Mail", None, f"Orla Venn, mother of 2, came with Ivo, {years}.")
    world.fact(then, "Orla Venn", "children", "2", "mother of 2")
    if years:
        world.fact(then, "Ivo", "age", str(years), f"Ivo, {years}")
    assert len([f for f in world.findings() if f.attribute == "children"]) == n_found


def test_of_two_ages_that_no_day_fits_either_may_be_wrong(world: Any) -> None:
    """The count is of the time of the one or of the other."""
    for name in ("Orla Venn", "Ivo"):
        world.entity(name)
    for day, count, age, years in (
        ("2014-03-01", 3, 40, 9),
        (None, 2, 43, 20),
    ):
        text = f"Orla Venn, {age}, mother of {count}, came with Ivo, {years}."
        article = world.article("Mail" if day else "Post", day, text)
        world.fact(article, "Orla Venn", "children", str(count), f"mother of {count}")
        world.fact(article, "Orla Venn", "age", str(age), f"Orla Venn, {age}")
        world.fact(article, "Ivo", "age", str(years), f"Ivo, {years}")
    assert len([f for f in world.findings() if f.attribute == "children"]) == 1
