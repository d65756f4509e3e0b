"""Articles that are added: the same rows as from nothing, and no work on what they do not touch."""

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Statement
from reportedly.reconcile.utterances import candidates, comparison, reconcile
from reportedly.reconcile.utterances.wording import said
from reportedly.schema import table_of
from tests.keeping import Kept

SAID = (
    "The {0} of the {1} will be mended before the {2} comes",
    "We never saw the {1} without a {0} behind it",
    "Nobody in the {2} asked us for the {0} or the {1}",
)
THINGS = "roof mill ferry tower orchard quarry market bridge kiln harbour barn well".split()


def pile(articles: int) -> dict[str, pa.Table]:
    """So many articles of one quotation each; each third quotation is told again by the next."""
    written, statements = [], []
    for number in range(articles):
        told = number - 1 if number % 3 == 2 else number
        things = [THINGS[(told * step) % len(THINGS)] for step in (1, 5, 7)]
        words = SAID[told % 3].format(*things) + f" in year {told}."
        article = identifier("a", number)
        text = f"“{words}” said the ferryman."
        written.append(Article(article_id=article, path="x", text=text, sha256=""))
        statements.append(
            Statement(
                statement_id=identifier("s", number), article_id=article,
                content=((1, 1 + len(words)),), content_text=words, mode="direct",
                confidence=0.9, reason="test", speaker="Ole Brandt", speaker_id="e1",
            )
        )  # fmt: skip
    return {
        "articles": table_of(Article, written),
        "statements": table_of(Statement, statements),
        "chain": table_of(ChainHop, []),
    }


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
    kept = Kept()
    reconcile(pile(300), LaptopJoins(kept, "1"))
    work.clear()
    added = reconcile(pile(303), LaptopJoins(kept, "1"))
    little = work.copy()
    work.clear()
    anew = reconcile(pile(303), LaptopJoins())
    assert {name: table.to_pylist() for name, table in added.items()} == {
        name: table.to_pylist() for name, table in anew.items()
    }
    for kind in ("read", "compared"):
        assert 0 < little.count(kind) < work.count(kind) / 2
