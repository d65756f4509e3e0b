"""What the pile says about one article's day: ages of people, near copies, weekdays of dates."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from reportedly.annotate.dates.publication import Publication, published_days
from reportedly.model import Article, DayEvidence, Fact, Statement, Timex


class Dated:
    """All articles with the evidence collected so far, their facts, times and statements.

    Evidence is added by one source after the other; each sees what those before it gave.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        facts: Iterable[Fact] = (),
        timexes: Iterable[Timex] = (),
        statements: Iterable[Statement] = (),
    ) -> None:
        self.articles = articles
        self.statements = sorted(statements, key=lambda row: row.statement_id)
        self._by_id = {article.article_id: article for article in articles}
        self._facts = _by_article(sorted(facts, key=lambda row: row.fact_id))
        self._timexes = _by_article(sorted(timexes, key=lambda row: (row.article_id, row.span)))
        self._evidence: dict[str, list[DayEvidence]] = {}
        self._known: dict[str, Publication] = {}

    def title(self, article_id: str) -> str:
        """What to call an article in a reason."""
        title = self._by_id[article_id].title
        return f"“{title}”" if title else f"article {article_id}"

    def facts_of(self, article_id: str) -> Sequence[Fact]:
        """The facts of one article, in order of identifier."""
        return self._facts.get(article_id, ())

    def timexes_of(self, article_id: str) -> Sequence[Timex]:
        """The expressions of time of one article, in order of the text."""
        return self._timexes.get(article_id, ())

    def publication(self, article_id: str) -> Publication:
        """What the evidence collected so far says of one article."""
        if article_id not in self._known:
            self._known[article_id] = published_days(self._evidence.get(article_id, ()))
        return self._known[article_id]

    def add(self, rows: Iterable[DayEvidence]) -> None:
        """Takes in more evidence."""
        for row in rows:
            self._evidence.setdefault(row.article_id, []).append(row)
            self._known.pop(row.article_id, None)

    def undated(self) -> list[Article]:
        """The articles that no single day is known of, in order of identifier."""
        found = [a for a in self.articles if self.publication(a.article_id).days.exact_day is None]
        return sorted(found, key=lambda a: a.article_id)


Told = TypeVar("Told", Fact, Timex)


def _by_article(rows: Iterable[Told]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for row in rows:
        found.setdefault(row.article_id, []).append(row)
    return found
