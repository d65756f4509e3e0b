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
    from reportedly.rows import Rows

    Tables = Mapping[str, pa.Table]
    ArticleFunction = Callable[[Document, Rows], Rows]


class Joins(Protocol):
    """What a reconciling stage may ask of the engine; the same answer from every engine."""

    def candidate_pairs(self, keys: "pa.Table", *, largest_group: int) -> "pa.Table":
        """Pairs of items that share a key.

        Args:
            keys: columns `item` and `key` (strings), in any order, repeats allowed.
            largest_group: keys shared by more items than this say nothing and are left out.

        Returns:
            columns `left`, `right` (`left` < `right`) and `shared` (number of keys shared), each
            pair once, sorted by both names.
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
