"""Articles that are added: the same claims as from nothing, and the others are not read again."""

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Mention, Statement
from reportedly.reconcile.claims import candidates, reconcile
from reportedly.reconcile.claims.propositions import propositions_of
from reportedly.schema import table_of
from tests.keeping import Kept

THINGS = "roof mill ferry tower orchard quarry market bridge kiln harbour barn well".split()


def pile(articles: int) -> dict[str, pa.Table]:
    """So many articles of one statement each; every third says what the one before does."""
    rows, statements = [], []
    for number in range(articles):
        told = number - 1 if number % 3 == 2 else number
        one, other, third = (THINGS[(told * step) % len(THINGS)] for step in (1, 5, 7))
        words = f"The {one} burned beside the {other} while the {third} flooded parish {told}"
        article = identifier("a", number)
        rows.append(Article(article_id=article, path="x", text=words, sha256=""))
        statements.append(
            Statement(
                statement_id=identifier("s", number), article_id=article,
                content=((0, len(words)),), content_text=words, mode="indirect",
                confidence=0.9, reason="test",
            )
        )  # fmt: skip
    return {
        "articles": table_of(Article, rows),
        "statements": table_of(Statement, statements),
        "chain": table_of(ChainHop, []),
        "mentions": table_of(Mention, []),
    }


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is the same, with far fewer statements read."""
    read: list[object] = []
    understood = propositions_of

    def noted(statements: list[Statement], *given: object) -> object:
        read.extend(statements)
        return understood(statements, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(candidates, "propositions_of", noted)
    kept = Kept()
    reconcile(pile(300), LaptopJoins(kept, "1"))
    read.clear()
    added = reconcile(pile(303), LaptopJoins(kept, "1"))
    assert 3 <= len(read) < 100
    anew = reconcile(pile(303), LaptopJoins())
    assert any(claim["n_statements"] > 1 for claim in anew["claims"].to_pylist())
    assert {name: table.to_pylist() for name, table in added.items()} == {
        name: table.to_pylist() for name, table in anew.items()
    }
