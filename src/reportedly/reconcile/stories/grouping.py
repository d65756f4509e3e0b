"""Groups of articles about one event or thread: vectors and days in, groups out.

Two groups become one while the *average* likeness of their articles is high enough, for itself and
beside the likeness inside each group, the most alike first; so neither a chain of articles, each
like the next, nor an article about both pulls two stories together.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pyarrow as pa

from reportedly.arrays import Hashes, Numbers
from reportedly.reconcile.meeting import meeting
from reportedly.reconcile.stories.merging import LEAST_LIKENESS, Merging
from reportedly.reconcile.stories.rounds import Pairs, merge_all
from reportedly.reconcile.stories.vectors import Vectors
from reportedly.stage import Joins

#: Features of each article by which others are found, and things that meet for one of them.
KEYS, BUCKET = 24, 64
#: Shared by two candidates.
LEAST_SHARED = 2


def story_groups(
    found: Vectors, days: Sequence[str | None], marks: Hashes, joins: Joins
) -> list[tuple[int, ...]]:
    """All rows by story, each group sorted, groups sorted; an article may be alone.

    Args:
        found: what the articles are about.
        days: when they were published.
        marks: 64 bits of each of them, which stay as they are when others are added.
        joins: the engine's joins.
    """
    left, right = _candidates(found, marks, joins)
    cosines = found.cosines(left, right)
    # Two groups are never more alike than some of their articles.
    alike = cosines >= LEAST_LIKENESS
    groups = Merging(found, [_ordinal(day) for day in days])
    merge_all(groups, Pairs(left[alike], right[alike], cosines[alike]))
    return groups.stories()


def _candidates(found: Vectors, marks: Hashes, joins: Joins) -> tuple[Numbers, Numbers]:
    keys = found.features[:, :KEYS].astype(np.int64)
    there = found.weights[:, :KEYS] > 0
    items = np.repeat(np.arange(len(keys)), there.sum(axis=1))
    least = np.full(len(items), LEAST_SHARED)
    pairs: pa.Table = meeting(items, keys[there], least, marks, joins, bucket=BUCKET)
    return pairs["left"].to_numpy(), pairs["right"].to_numpy()


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day[:10]).toordinal() if day and len(day) >= 10 else None
