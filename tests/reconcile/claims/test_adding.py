"""Articles that are added: the same claims as from nothing, and the others are not read again."""

import pytest

from reportedly.model import Article, ChainHop, Mention, Row, Statement
from reportedly.reconcile.claims import candidates, reconcile
from reportedly.reconcile.claims.propositions import propositions_of
from tests.adding import Tables, added, article, statement, tables_of, things, told


def pile(articles: int) -> Tables:
    """So many articles of one statement each; every third says what the one before does."""
    rows: list[Row] = []
    for number in range(articles):
        one, other, third = things(told(number), 1, 5, 7)
        words = f"The {one} burned beside the {other} while the {third} flooded parish "
        words += str(told(number))
        rows += [article(number, words), statement(number, words, mode="indirect")]
    return tables_of(Article, Statement, ChainHop, Mention, rows=rows)


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is the same, with far fewer statements read."""
    read: list[object] = []

    def noted(statements: list[Statement], *given: object) -> object:
        read.extend(statements)
        return propositions_of(statements, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(candidates, "propositions_of", noted)
    found = added(reconcile, pile, read)
    assert 3 <= len(found.little) < 100
    assert any(claim["n_statements"] > 1 for claim in found.tables["claims"].to_pylist())
