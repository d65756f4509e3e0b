"""What a stage is: a pure function with a declaration of what it reads, writes and depends on.

An `ArticleStage` takes one article (`Document`, `Rows` so far) and returns the `Rows` it writes.
A `TableStage` takes whole Arrow tables (`Tables`, and `Joins` for candidate pairs) and returns the
tables that it writes, new or replaced.  The declaration is the stage's fingerprint: results are
kept with it, so an improved stage recomputes only itself and what reads from it.
"""

import hashlib
import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reportedly.model import Row

if TYPE_CHECKING:
    import pyarrow as pa

    from reportedly.annotate.document import Document
    from reportedly.arrays import Hashes
    from reportedly.rows import Rows

    Tables = Mapping[str, pa.Table]
    Place = tuple[tuple[object, ...], ...]
    ArticleFunction = Callable[[Document, Rows], Rows]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Columns that no stage has changed: an article's part of them follows from what was loaded of
    it, and need not be looked at to be known."""

    ids: "pa.Array"
    """of all articles"""
    states: "Hashes"
    """of each a hash of what was loaded"""
    places: "frozenset[Place]"
    """where the columns stand in memory"""


class Joins(Protocol):
    """What a reconciling stage may ask of the engine; the same answer from every engine."""

    def candidate_pairs(self, keys: "pa.Table", *, largest_group: int) -> "pa.Table":
        """Pairs of items that share a key.

        Args:
            keys: columns `item` and `key` (strings or 64-bit numbers), in any order, repeats
                allowed; and `least`, if a pair must share so many keys, of the two items the less.
            largest_group: keys shared by more items than this say nothing and are left out.

        Returns:
            columns `left`, `right` (`left` < `right`) and `shared` (number of keys shared), each
            pair once, sorted by both names.
        """
        ...

    def by_article(
        self,
        tables: "Tables",
        function: "Callable[[Tables], pa.Table]",
        *,
        sorted_by: str | None = None,
        shared: str | None = None,
    ) -> "pa.Table":
        """What a function gives for the rows of some articles at a time, put together.

        Only these rows are in memory as objects, and those of articles that an earlier build saw
        are not worked out again.

        Args:
            tables: each with a column `article_id`; nothing but they decides the result.
            function: gives rows for articles, each with its `article_id`, whichever others come
                with them.
            sorted_by: the column in whose order the rows are wanted; by default that of articles.
            shared: of a function that several stages ask for, a name that changes with what it
                does; by default each stage has its own results.

        Returns:
            the rows of all articles.
        """
        ...

    def by_piece(
        self, pieces: "pa.Table", function: "Callable[[pa.Table], pa.Table]"
    ) -> "pa.Table":
        """What a function gives for pieces of the pile, some of them at a time.

        It is not asked again for a piece that an earlier build saw in the same state.

        Args:
            pieces: a column `state` (64 bits unsigned), a hash of everything from which the rows
                of the piece follow, its name included; and what names it.
            function: pieces → rows of them, any number, each with the `state` of its piece.

        Returns:
            the rows of all pieces, in no order that means anything.
        """
        ...

    def verdicts(
        self,
        pairs: "pa.Table",
        function: "Callable[[pa.Table], Any]",
        arranged: "Callable[[pa.Table], Any] | None" = None,
    ) -> "pa.Table":
        """What a function says of pairs, some of them at a time; not asked again of the same.

        Args:
            pairs: columns `left`, `right` and `state` (64 bits unsigned), a hash of everything
                from which the verdict on the two follows.
            function: pairs → a number for each, not-a-number where there is nothing to say.
            arranged: pairs that are asked about → their places in the order in which that is the
                least work, where it is not their own; it decides nothing else.

        Returns:
            the pairs of which there is something to say, in their order, with a column `verdict`.
        """
        ...

    def for_stage(self, mark: str, loaded: "Loaded | None" = None) -> "Joins":
        """These joins for a stage.

        Args:
            mark: changes with what the stage's functions do.
            loaded: what of the tables that the stage gets is as it was loaded.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The declaration; `function` is `module:name`, loaded when first used."""

    name: str
    version: str
    reads: tuple[type[Row], ...]
    writes: tuple[type[Row], ...]
    function: str
    models: tuple[str, ...] = ()

    def load(self) -> Callable[..., Any]:
        """The stage's function."""
        module, _, name = self.function.partition(":")
        loaded: Callable[..., Any] = getattr(importlib.import_module(module), name)
        return loaded


class ArticleStage(Stage):
    """`(Document, Rows) -> Rows`, for one article at a time."""

    __slots__ = ()


class TableStage(Stage):
    """`(Tables, Joins) -> Tables`, for all articles at once."""

    __slots__ = ()


def fingerprints(stages: Sequence[Stage], base: Iterable[str] = ()) -> dict[str, str]:
    """Stage name → hash of its declaration and of the stages before it whose tables it reads.

    Args:
        stages: in the order in which they run.
        base: fingerprints of what comes before all of them.
    """
    found: dict[str, str] = {}
    for at, stage in enumerate(stages):
        before = [
            found[other.name] for other in stages[:at] if set(other.writes) & set(stage.reads)
        ]
        tables = [kind.table for kind in (*stage.reads, *stage.writes)]
        parts = [stage.name, stage.version, *tables, *stage.models, *before, *base]
        found[stage.name] = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
    return found
