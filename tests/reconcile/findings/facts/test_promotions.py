"""A later post that nobody holds beside the earlier one overtakes it."""

from typing import Any

import pytest

from reportedly.calendar import Interval
from reportedly.model import Article, Fact
from reportedly.reconcile.findings.facts import promotions
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.pile import Pile
from tests.reconcile.findings.facts.test_roles import _roles


@pytest.mark.parametrize(
    ("then", "since"),
    [
        ("finance director of Tallow Brewing", "chief executive of Tallow Brewing"),
        ("deputy director of the Ludden Museum", "director of the Ludden Museum"),
        ("deputy", "director of the Ludden Museum"),
        ("assistant editor", "editor of The Ludden Argus"),
        ("Councillor", "mayor of Ludden"),
        ("captain of Ludden Town", "manager of Ludden Town"),
    ],
)
def test_a_step_up_is_overtaken(world: Any, then: str, since: str) -> None:
    """Whatever the two posts are called."""
    (found,) = _roles(world, ("2015-03-01", then), ("2018-03-01", since))
    assert (found.kind, found.attribute, found.subject) == ("overtaken", "role", "Orla Venn")
    assert [e.article_id for e in found.evidence] == ["a0", "a1"]


@pytest.mark.parametrize(
    ("then", "since"),
    [
        ("director of the Ludden Museum", "deputy director of the Ludden Museum"),
        ("deputy", "baker"),
        ("mayor of Ludden", "councillor"),
        ("deputy mayor of Ludden", "director of the Ludden Museum"),
    ],
)
def test_other_posts_may_be_held_beside_one_another(world: Any, then: str, since: str) -> None:
    """A mayor is a councillor, and a baker may be anybody's deputy."""
    assert _roles(world, ("2015-03-01", then), ("2018-03-01", since)) == []


def test_a_post_told_as_left_is_told_once(world: Any) -> None:
    """That she is coach now adds nothing to her being the former captain."""
    told = (
        ("2015-03-01", "captain of Ludden Town"),
        ("2018-03-01", "former captain of Ludden Town"),
        ("2018-03-02", "assistant coach at Quill Athletic"),
    )
    (found,) = _roles(world, *told)
    assert "former captain" in found.explanation


def test_each_post_is_read_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often somebody's posts are told: the days of a telling are not read for each other
    telling."""
    read: list[str] = []
    days = as_of_interval

    def noted(fact: Fact) -> Interval:
        read.append(fact.fact_id)
        return days(fact)

    monkeypatch.setattr(promotions, "as_of_interval", noted)
    known = {"subject": "Orla Venn", "attribute": "role", "span": (0, 1), "confidence": 0.9}
    told = [
        Fact(fact_id=f"f{n}", article_id=f"a{n}", value="deputy director of the Ludden Museum",
             as_of_earliest="2015-03-01", as_of_latest="2015-03-01", **known)  # type: ignore
        for n in range(100)
    ]  # fmt: skip
    articles = (Article(article_id=f"a{n}", path="x", text="x", sha256="") for n in range(100))
    pile = Pile.of_rows(articles)
    assert not list(promotions.find_steps("Orla Venn", told, pile))
    assert len(read) <= 2 * len(told)


def test_the_first_telling_that_is_later_tells_the_promotion(world: Any) -> None:
    """Of many tellings of two posts one row, by the first of the one and the next of the other;
    of a third post, another."""
    found = _roles(
        world,
        ("2015-03-01", "finance director of Tallow Brewing"),
        ("2016-03-01", "finance director of Tallow Brewing"),
        ("2018-03-01", "CEO of the Tallow Brewing"),
        ("2019-03-01", "chief executive of Tallow Brewing"),
        ("2020-03-01", "treasurer of Tallow Brewing"),
    )
    places = sorted(tuple(e.article_id for e in each.evidence) for each in found)
    assert places == [("a0", "a2"), ("a0", "a4"), ("a2", "a4")]
