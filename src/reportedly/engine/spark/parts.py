"""Parts: a stable division of the articles, the same on every machine and in every build."""

import hashlib
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def part_of(name: str, parts: int) -> int:
    """The part (0 up to `parts`) in which the rows of article `name` lie."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % parts


def with_part(frame: "DataFrame", column: str, parts: int) -> "DataFrame":
    """`frame` with the part of each row as the column `part`, by the identifier in `column`."""
    from pyspark.sql import functions as f

    if parts == 1:
        return frame.withColumn("part", f.lit(0))
    return frame.withColumn("part", f.udf(partial(_part, parts), "int", useArrow=False)(column))


def _part(parts: int, name: str) -> int:
    return part_of(name, parts)
