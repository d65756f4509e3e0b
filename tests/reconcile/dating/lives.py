"""Piles of one dated article that tells of a life and one undated one, for tests of dating."""

from collections.abc import Iterable

from reportedly.model import Article, DayEvidence, Fact
from reportedly.reconcile.dating.pile import Dated

#: What the dated article tells: the subject, what, its value.
Life = tuple[str, str, str]
DAY = "2018-03-02"


def pile_of(text: str, *lives: Life) -> Dated:
    """An undated article `u` of that text beside a dated one, `a`, that tells of `lives`."""
    articles = [
        Article(article_id=n, path=n, text=t, sha256=n) for n, t in (("a", ""), ("u", text))
    ]
    facts = [_fact(at, life) for at, life in enumerate(lives)]
    dated = Dated(articles, facts)
    day = DayEvidence(
        article_id="a", kind="metadata", earliest=DAY, latest=DAY, reason="its metadata"
    )
    dated.add([day])
    return dated


def _fact(at: int, life: Life) -> Fact:
    subject, attribute, value = life
    return Fact(
        fact_id=f"f{at:02d}", subject=subject, attribute=attribute, value=value, article_id="a",
        as_of_earliest=DAY, as_of_latest=DAY, span=(0, 0), confidence=0.9,
    )  # fmt: skip


def days_of(rows: Iterable[DayEvidence]) -> list[tuple[str | None, str | None]]:
    """The intervals of rows that are all of the undated article."""
    found = list(rows)
    assert {row.article_id for row in found} <= {"u"}
    return [(row.earliest, row.latest) for row in found]
