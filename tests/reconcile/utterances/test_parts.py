"""What hangs together by matches is put into groups by itself, and once."""

import pytest

from reportedly.model import Article, ChainHop, Row, Statement
from reportedly.reconcile.utterances import parts, reconcile
from reportedly.reconcile.utterances.grouping import utterance_groups
from tests.adding import Tables, added, article, statement, tables_of, told


def pile(articles: int) -> Tables:
    """So many quotations without a word of content in common; each third is told again."""
    rows: list[Row] = []
    for number in range(articles):
        n = told(number)
        words = f"Bell{n} and pier{n} will stay shut until moon{n} and tide{n} agree"
        rows.append(article(number, f"“{words}” said the ferryman."))
        rows.append(
            statement(number, words, 1, mode="direct", speaker="Ole Brandt", speaker_id="e1")
        )
    return tables_of(Article, Statement, ChainHop, rows=rows)


def test_parts_that_nothing_touches_are_not_grouped_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three articles more: their own part is grouped, a hundred others stay as they were."""
    work: list[str] = []

    def counted(*given: object) -> object:
        work.append("grouped")
        return utterance_groups(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "utterance_groups", counted)
    found = added(reconcile, pile, work)
    assert len(found.little) <= 2 < 90 < len(found.everything)
    assert any(row["n_statements"] == 2 for row in found.tables["utterances"].to_pylist())
