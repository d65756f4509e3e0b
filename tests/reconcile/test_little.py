"""Piles with next to nothing in them: every stage that works by pieces gives whole tables."""

from types import ModuleType

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, ChainHop, Mention, Region, Statement
from reportedly.reconcile import claims, copies, stories, utterances
from reportedly.schema import table_of

STAGES = pytest.mark.parametrize("stage", [copies, stories, utterances, claims])


def pile(articles: int, statements: int) -> dict[str, pa.Table]:
    """So many articles without a word in common, and statements in the first of them."""
    words = ("Otters slept.", "Kettles whistle.")
    rows = [
        Article(article_id=f"a{n}", path="x", text=words[n], sha256="") for n in range(articles)
    ]
    said = [
        Statement(
            statement_id=f"s{n}", article_id="a0", content=((0, 12),), content_text="Otters slept",
            mode="indirect", confidence=0.9, reason="test",
        )
        for n in range(statements)
    ]  # fmt: skip
    return {
        "articles": table_of(Article, rows),
        "statements": table_of(Statement, said),
        "regions": table_of(Region, []),
        "chain": table_of(ChainHop, []),
        "mentions": table_of(Mention, []),
    }


@STAGES
@pytest.mark.parametrize(("articles", "statements"), [(0, 0), (1, 0), (1, 1), (2, 1)])
def test_little_is_enough(stage: ModuleType, articles: int, statements: int) -> None:
    """Each article and statement comes out, alone in its group."""
    given = pile(articles, statements)
    found = stage.reconcile(given, LaptopJoins())
    for name, table in found.items():
        if name in given:
            assert table.num_rows == given[name].num_rows
        elif name != "variants":
            assert table.num_rows == (articles if name == "stories" else statements)
