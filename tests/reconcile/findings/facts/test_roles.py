"""Posts told as present and as past."""

from dataclasses import replace
from typing import Any

import pytest


def _roles(world: Any, *told: tuple[str, str]) -> list[Any]:
    world.entity("Orla Venn")
    for number, (day, role) in enumerate(told):
        article = world.article(f"Outlet {number}", day, f"Orla Venn, {role}, sang.")
        world.fact(article, "Orla Venn", "role", role, role)
    return world.findings()


def test_a_post_told_as_past_later_is_overtaken(world: Any) -> None:
    """Chief executive in one year, the former chief executive in another."""
    post = "chief executive of Tallow Brewing"
    (found,) = _roles(world, ("2015-03-01", post), ("2018-03-01", f"former {post}"))
    assert (found.kind, found.attribute, found.subject) == ("overtaken", "role", "Orla Venn")


def test_the_club_of_a_former_chair_is_the_one_told_before(world: Any) -> None:
    """Which needs no name once it was told; another post of the club is another."""
    told = ("2015-03-01", "Ludden Rovers chairman"), ("2018-03-01", "former chair of the club")
    (found,) = _roles(world, *told)
    assert found.kind == "overtaken"


def test_another_post_of_the_club_is_another(world: Any) -> None:
    told = ("2015-03-01", "Ludden Rovers manager"), ("2018-03-01", "former chair of the club")
    assert _roles(world, *told) == []


def test_a_post_told_as_present_after_it_was_past_is_a_conflict(world: Any) -> None:
    """Two papers of one week."""
    post = "chief executive of Tallow Brewing"
    (found,) = _roles(world, ("2018-03-03", post), ("2018-03-01", f"former {post}"))
    assert found.kind == "conflict"
    assert "taken up again" in found.explanation


def test_another_post_is_no_finding(world: Any) -> None:
    """Unrelated posts never retire each other, and one word is no post."""
    assert (
        _roles(
            world,
            ("2015-03-01", "chief executive of Tallow Brewing"),
            ("2018-03-01", "former mayor of Ludden"),
        )
        == []
    )


def test_a_marriage_told_as_past_later_is_overtaken(world: Any) -> None:
    """His wife in one year, formerly married in another; other partners say nothing."""
    world.entity("Orla Venn")
    for number, (day, attribute, value) in enumerate(
        (
            ("2015-03-01", "spouse", "Piet Castan"),
            ("2016-03-01", "relationship", "formerly married to Aldo Reyes"),
            ("2018-03-01", "relationship", "divorced from Piet Castan"),
        )
    ):
        article = world.article(f"Outlet {number}", day, f"Orla Venn, {value}, sang.")
        world.fact(article, "Orla Venn", attribute, value, value)
    (found,) = world.findings()
    assert (found.kind, found.attribute) == ("overtaken", "relationship")
    assert [e.article_id for e in found.evidence] == ["a0", "a2"]


def test_a_post_told_as_present_among_tellings_that_it_is_past(world: Any) -> None:
    """An article that may be older or newer by days still contradicts those before and around."""
    world.entity("Una Vale")
    for outlet, days, value in (
        ("Courier", ("2018-06-01", "2018-06-01"), "former chief executive of Vale Boats"),
        ("Gazette", ("2019-04-05", "2019-04-05"), "former chief executive of Vale Boats"),
        ("Herald", ("2019-03-29", "2019-04-12"), "chief executive of Vale Boats"),
    ):
        article = world.article(outlet, days[0], f"Una Vale, {value}, rowed.")
        fact = world.fact(article, "Una Vale", "role", value, value)
        world.rows.remove(fact)
        world.rows.append(replace(fact, as_of_earliest=days[0], as_of_latest=days[1]))
    (found,) = [f for f in world.findings() if f.kind == "conflict"]
    assert len(found.evidence) == 3


def test_a_later_post_in_the_same_body_overtakes_the_earlier(world: Any) -> None:
    """Nobody is finance director and chief executive of one firm."""
    world.entity("Una Vale")
    for day, value in (
        ("2018-02-02", "finance director of Vale Boats"),
        ("2018-06-21", "chief executive of Vale Boats"),
        ("2018-06-22", "chief executive of Moor Mills"),
    ):
        article = world.article("Courier", day, f"Una Vale, {value}, rowed.")
        world.fact(article, "Una Vale", "role", value, value)
    (found,) = world.findings()
    assert (found.kind, found.attribute, len(found.evidence)) == ("overtaken", "role", 2)


def test_a_divorce_overtakes_all_reports_of_the_marriage(world: Any) -> None:
    """One finding, with each telling of the marriage as evidence."""
    world.entity("Una Vale")
    for day, attribute in (
        ("2015-01-01", "spouse"), ("2016-01-01", "spouse"), ("2019-01-01", "former_spouse")
    ):  # fmt: skip
        article = world.article("Courier", day, "Una Vale and Tom Moor rowed.")
        world.fact(article, "Una Vale", attribute, "Tom Moor", "Una Vale and Tom Moor")
    (found,) = world.findings()
    assert (found.kind, len(found.evidence)) == ("overtaken", 3)
    assert "formerly married to Tom Moor" in found.explanation


def test_a_post_of_a_past_year_has_no_end_to_report(world: Any) -> None:
    """ "In the 2012 campaign" is over whenever it is told."""
    post = "chief strategist of the 2012 Tallow campaign"
    assert _roles(world, ("2015-03-01", post), ("2016-03-01", f"former {post}")) == []


def test_who_was_fired_is_told_as_past(world: Any) -> None:
    """Former one day and fired the next do not contradict each other."""
    post = "chief executive of Tallow Brewing"
    assert _roles(world, ("2018-03-01", f"former {post}"), ("2018-03-02", f"fired {post}")) == []


@pytest.mark.parametrize(
    ("then", "since"),
    [
        ("mayor of Skelby", "former mayor"),
        ("member of parliament for Lea", "former MP"),
        ("councillor", "ex-councillor"),
    ],
)
def test_a_post_of_one_word_ends_years_later(world: Any, then: str, since: str) -> None:
    """A title alone is enough where the past form comes last."""
    (found,) = _roles(world, ("2015-03-01", then), ("2018-03-01", since))
    assert (found.kind, found.attribute) == ("overtaken", "role")


@pytest.mark.parametrize(
    "told",
    [
        (("2018-03-01", "mayor"), ("2015-03-01", "former mayor")),
        (("2018-03-01", "mayor"), ("2018-03-09", "former mayor")),
        (("2014-03-01", "former mayor"), ("2015-03-01", "mayor"), ("2018-03-01", "former mayor")),
        (("2015-03-01", "mayor"), ("2018-03-01", "former mayor"), ("2019-03-01", "mayor")),
        (
            ("2015-03-01", "mayor of Skelby"),
            ("2016-03-01", "mayor of Orr"),
            ("2018-03-01", "former mayor"),
        ),
    ],
)
def test_a_title_told_loosely_says_nothing(world: Any, told: tuple[tuple[str, str], ...]) -> None:
    """A title kept by courtesy or told again later, a slip, and one of two posts, not named."""
    assert _roles(world, *told) == []


def test_a_post_under_somebody_else_was_over_already(world: Any) -> None:
    """ "A Bell secretary" served under Bell, whenever it is told."""
    world.entity("Orla Venn")
    world.entity("Bell")
    for day, role in (("2015-03-01", "Bell secretary"), ("2018-03-01", "former secretary")):
        article = world.article(f"Outlet {day}", day, f"Orla Venn, a {role}, sang.")
        world.fact(article, "Orla Venn", "role", role, role)
    assert world.findings() == []
