"""The laptop engine's joins: in this process, piece by piece what can be."""

from collections.abc import Callable

import numpy.typing as npt
import pyarrow as pa

from reportedly.arrays import Numbers
from reportedly.engine import blockwise, piecewise
from reportedly.engine.pairing import pairs_sharing
from reportedly.engine.piecewise import Nowhere, Tables, WorkedOut
from reportedly.stage import Loaded


class LaptopJoins:
    """`reportedly.stage.Joins` on one machine.

    Args:
        kept: what earlier builds worked out, and where this one leaves it for the next.
        mark: changes with what the stage does whose results are kept.
        loaded: what of the tables is as it was loaded.
    """

    def __init__(
        self, kept: WorkedOut | None = None, mark: str = "", loaded: Loaded | None = None
    ) -> None:
        self._kept = Nowhere() if kept is None else kept
        self._mark = mark
        self._loaded = loaded

    def for_stage(self, mark: str, loaded: Loaded | None = None) -> "LaptopJoins":
        """The joins of one stage; see `reportedly.stage.Joins.for_stage`."""
        return LaptopJoins(self._kept, mark, loaded)

    def candidate_pairs(self, keys: pa.Table, *, largest_group: int) -> pa.Table:
        """Pairs of items that share a key; see `reportedly.stage.Joins.candidate_pairs`."""
        return pairs_sharing(keys, largest_group)

    def by_article(
        self,
        tables: Tables,
        function: Callable[[Tables], pa.Table],
        *,
        sorted_by: str | None = None,
        shared: str | None = None,
    ) -> pa.Table:
        """What a function gives for all articles; see `reportedly.stage.Joins.by_article`."""
        mark = shared or self._mark
        return blockwise.by_article(tables, function, mark, self._kept, sorted_by, self._loaded)

    def by_piece(self, pieces: pa.Table, function: Callable[[pa.Table], pa.Table]) -> pa.Table:
        """What a function gives for all pieces; see `reportedly.stage.Joins.by_piece`."""
        return piecewise.by_piece(pieces, function, self._mark, self._kept)

    def verdicts(
        self,
        pairs: pa.Table,
        function: Callable[[pa.Table], npt.ArrayLike],
        arranged: Callable[[pa.Table], Numbers] | None = None,
    ) -> pa.Table:
        """Pairs with what a function says of them; see `reportedly.stage.Joins.verdicts`."""
        return piecewise.verdicts(pairs, function, self._mark, self._kept, arranged)
