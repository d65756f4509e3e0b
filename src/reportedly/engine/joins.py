"""The laptop engine's joins: DuckDB in memory over Arrow tables."""

import duckdb
import pyarrow as pa

_PAIRS = """
with once as (select distinct item, key from keys),
     small as (select key from once group by key having count(*) between 2 and $largest)
select a.item as left, b.item as right, count(*) as shared
from once a join small using (key) join once b on a.key = b.key and a.item < b.item
group by a.item, b.item order by a.item, b.item
"""


class DuckJoins:
    """`reportedly.stage.Joins` on one machine."""

    def candidate_pairs(self, keys: pa.Table, *, largest_group: int) -> pa.Table:
        """Pairs of items that share a key; see `reportedly.stage.Joins.candidate_pairs`."""
        with duckdb.connect(config={"threads": 1}) as connection:
            connection.register("keys", keys)
            found = connection.sql(_PAIRS, params={"largest": largest_group})
            return found.to_arrow_table()
