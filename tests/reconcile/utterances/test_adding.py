"""Articles that are added: the same rows as from nothing, and no work on what they do not touch."""

import pytest

from reportedly.model import Article, ChainHop, Row, Statement
from reportedly.reconcile.utterances import candidates, comparison, reconcile
from reportedly.reconcile.utterances.wording import said
from tests.adding import Tables, added, article, statement, tables_of, things, told

SAID = (
    "The {0} of the {1} will be mended before the {2} comes",
    "We never saw the {1} without a {0} behind it",
    "Nobody in the {2} asked us for the {0} or the {1}",
)


def pile(articles: int) -> Tables:
    """So many articles of one quotation each; each third quotation is told again by the next."""
    rows: list[Row] = []
    for number in range(articles):
        year = told(number)
        words = SAID[year % 3].format(*things(year, 1, 5, 7)) + f" in year {year}."
        rows.append(article(number, f"“{words}” said the ferryman."))
        speaker = {"speaker": "Ole Brandt", "speaker_id": "e1"}
        rows.append(statement(number, words, 1, mode="direct", **speaker))
    return tables_of(Article, Statement, ChainHop, rows=rows)


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is the same, with far fewer statements read and pairs compared."""
    work: list[str] = []
    find = comparison.Comparison.find_match

    def counted_said(statement: Statement, text: str) -> object:
        work.append("read")
        return said(statement, text)

    def counted_find(self: comparison.Comparison, *given: object, **named: object) -> object:
        work.append("compared")
        return find(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(candidates, "said", counted_said)
    monkeypatch.setattr(comparison.Comparison, "find_match", counted_find)
    found = added(reconcile, pile, work)
    for kind in ("read", "compared"):
        assert 0 < found.little.count(kind) < found.everything.count(kind) / 2
