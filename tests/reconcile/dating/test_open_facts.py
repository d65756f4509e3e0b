"""Facts of a couple that an article does not name get the names of those whom the pile knows."""

import pytest

from reportedly.annotate.facts.couples import THE_COUPLE
from reportedly.model import Article, Fact
from reportedly.reconcile.dating.children_in_order import Children
from reportedly.reconcile.dating.closing import Closings
from reportedly.reconcile.dating.open_facts import Told, closed_facts
from reportedly.reconcile.dating.partings import Ties
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.weddings import weddings_of


def _fact(article: str, subject: str, attribute: str, value: str) -> Fact:
    return Fact(
        fact_id=f"{article}{subject}{attribute}", subject=subject, attribute=attribute,
        value=value, article_id=article, span=(0, 9), confidence=0.9,
    )  # fmt: skip


def test_each_of_a_couple_was_married_to_the_other() -> None:
    """Nobody is told to have been married to themselves."""
    married = [
        _fact("a", name, "marriage_date", "2003-06") for name in ("Ivo Lindqvist", "Vera Ashdown")
    ]
    text = "Ivo Lindqvist sat beside Vera Ashdown, her former husband's lawyer behind them."
    articles = {n: Article(article_id=n, path=n, text=text, sha256=n) for n in ("a", "u")}
    dated = Dated(list(articles.values()), married)
    told = Told(weddings_of(dated), Ties(dated), Children(dated))
    closed = list(
        closed_facts(
            [_fact("u", THE_COUPLE, "former_spouse", THE_COUPLE)], articles, told, Closings({}), []
        )
    )
    assert {(fact.subject, fact.value) for fact in closed} == {
        ("Ivo Lindqvist", "Vera Ashdown"),
        ("Vera Ashdown", "Ivo Lindqvist"),
    }
    assert len({fact.fact_id for fact in closed}) == 2


@pytest.mark.parametrize(
    ("subject", "told_of"),
    [("Vera Ashdown", {"Vera Ashdown", "Ivo Lindqvist"}), ("Ada Lisle", set())],
)
def test_her_ex_is_whom_she_is_known_to_have_married(subject: str, told_of: set[str]) -> None:
    """Where the article names the two; of anybody else nothing is told."""
    married = [
        _fact("a", name, "marriage_date", "2003-06") for name in ("Ivo Lindqvist", "Vera Ashdown")
    ]
    text = "Vera Ashdown and Ivo Lindqvist are to part. “I was the dog,” says her ex of Ada Lisle."
    articles = {n: Article(article_id=n, path=n, text=text, sha256=n) for n in ("a", "u")}
    dated = Dated(list(articles.values()), married)
    told = Told(weddings_of(dated), Ties(dated), Children(dated))
    open_one = _fact("u", subject, "former_spouse", THE_COUPLE)
    closed = closed_facts([open_one], articles, told, Closings({}), [])
    assert {fact.subject for fact in closed} == told_of
