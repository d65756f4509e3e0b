"""The laptop engine's joins: DuckDB in memory over Arrow tables, piece by piece what can be."""

import tempfile
from collections.abc import Callable

import duckdb
import numpy.typing as npt
import pyarrow as pa

from reportedly.engine import piecewise
from reportedly.engine.piecewise import Nowhere, Tables, WorkedOut

_PAIRS = """
with once as (select item, key, min({least}) as least from keys group by item, key),
     small as (select key from once group by key having count(*) between 2 and $largest)
select a.item as left, b.item as right, count(*) as shared
from once a join small using (key) join once b on a.key = b.key and a.item < b.item
group by a.item, b.item having count(*) >= min(least(a.least, b.least))
order by a.item, b.item
"""
#: Pairs beyond this are joined on the disk.
_MOST_MEMORY = "1GB"


class DuckJoins:
    """`reportedly.stage.Joins` on one machine.

    Args:
        kept: what earlier builds worked out, and where this one leaves it for the next.
        mark: changes with what the stage does whose results are kept.
    """

    def __init__(self, kept: WorkedOut | None = None, mark: str = "") -> None:
        self._kept = Nowhere() if kept is None else kept
        self._mark = mark

    def for_stage(self, mark: str) -> "DuckJoins":
        """The joins of one stage; see `reportedly.stage.Joins.for_stage`."""
        return DuckJoins(self._kept, mark)

    def candidate_pairs(self, keys: pa.Table, *, largest_group: int) -> pa.Table:
        """Pairs of items that share a key; see `reportedly.stage.Joins.candidate_pairs`."""
        least = "least" if "least" in keys.schema.names else "1"
        with (
            tempfile.TemporaryDirectory() as folder,
            duckdb.connect(config={"threads": 1, "temp_directory": folder}) as connection,
        ):
            connection.execute(f"set memory_limit = '{_MOST_MEMORY}'")
            connection.register("keys", keys)
            query = _PAIRS.format(least=least)
            return connection.sql(query, params={"largest": largest_group}).to_arrow_table()

    def by_article(
        self,
        tables: Tables,
        function: Callable[[Tables], pa.Table],
        *,
        sorted_by: str | None = None,
    ) -> pa.Table:
        """What a function gives for all articles; see `reportedly.stage.Joins.by_article`."""
        return piecewise.by_article(tables, function, self._mark, self._kept, sorted_by)

    def by_piece(self, pieces: pa.Table, function: Callable[[pa.Table], pa.Table]) -> pa.Table:
        """What a function gives for all pieces; see `reportedly.stage.Joins.by_piece`."""
        return piecewise.by_piece(pieces, function, self._mark, self._kept)

    def verdicts(self, pairs: pa.Table, function: Callable[[pa.Table], npt.ArrayLike]) -> pa.Table:
        """Pairs with what a function says of them; see `reportedly.stage.Joins.verdicts`."""
        return piecewise.verdicts(pairs, function, self._mark, self._kept)
