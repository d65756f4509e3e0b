"""A pile, and the same with a few articles more: worked on from nothing and as an addition."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import pyarrow as pa

from reportedly.engine.joins import LaptopJoins
from reportedly.identifiers import identifier
from reportedly.model import Article, Row, Statement
from reportedly.schema import table_of
from reportedly.stage import Joins
from tests.keeping import Kept

Tables = dict[str, pa.Table]
Work = TypeVar("Work")

#: Articles of the pile, and with those that are added.
BEFORE, AFTER = 300, 303
_THINGS = "roof mill ferry tower orchard quarry market bridge kiln harbour barn well".split()


@dataclass(frozen=True)
class Added(Generic[Work]):
    """What was worked on for the addition, and from nothing; and the tables, which are the same."""

    little: list[Work]
    everything: list[Work]
    tables: Tables


def added(
    reconcile: Callable[[Tables, Joins], Tables],
    pile: Callable[[int], Tables],
    work: list[Work],
) -> Added[Work]:
    """Reconciles a pile, then more of it, then that from nothing; the rows must be the same.

    Args:
        reconcile: the stage.
        pile: the tables of so many articles.
        work: what was worked on so far; who counts it adds to it.
    """
    kept = Kept()
    reconcile(pile(BEFORE), LaptopJoins(kept, "1"))
    work.clear()
    found = reconcile(pile(AFTER), LaptopJoins(kept, "1"))
    little = work.copy()
    work.clear()
    anew = reconcile(pile(AFTER), LaptopJoins())
    rows = [{name: table.to_pylist() for name, table in each.items()} for each in (found, anew)]
    assert rows[0] == rows[1]
    return Added(little, work.copy(), anew)


def told(number: int) -> int:
    """Whose words an article has: each third tells what the one before it did."""
    return number - 1 if number % 3 == 2 else number


def things(number: int, *steps: int) -> list[str]:
    """Things that the article of that number is about."""
    return [_THINGS[(number * step) % len(_THINGS)] for step in steps]


def article(number: int, text: str, **known: Any) -> Article:
    """The article of that number."""
    return Article(article_id=identifier("a", number), path="x", text=text, sha256="", **known)


def statement(number: int, words: str, start: int = 0, **known: Any) -> Statement:
    """The only statement of the article of that number."""
    return Statement(
        statement_id=identifier("s", number), article_id=identifier("a", number),
        content=((start, start + len(words)),), content_text=words,
        confidence=0.9, reason="test", **known,
    )  # fmt: skip


def tables_of(*kinds: type[Row], rows: list[Row]) -> Tables:
    """A table for each kind, of its rows among `rows`."""
    return {kind.table: table_of(kind, [r for r in rows if isinstance(r, kind)]) for kind in kinds}
