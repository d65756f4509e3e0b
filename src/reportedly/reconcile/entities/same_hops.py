"""Chains that name one entity twice in a row: "the singer › Thessaly Arkwell" is one hop.

In: chains with their entities.  Out: the same with one hop for neighbours that are one, numbered
anew.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Flags
from reportedly.schema import sorted_table, with_column


def once_each(chain: pa.Table) -> pa.Table:
    """The chains, sorted, each entity once where it stood at several neighbouring hops.

    The first hop of all, the article's own outlet, stays; else the hop nearest to the words does,
    unless only the one before has a name.
    """
    chain = sorted_table(chain, "statement_id", "hop")
    if len(chain) <= 1:
        return chain
    same = _same(chain)
    if not same.any():
        return chain
    opens = _flags(pc.equal(chain["hop"], 0))
    described = _flags(pc.match_substring_regex(chain["name"], r"^[a-z]"))
    gone = np.zeros(len(chain), dtype=np.bool_)
    at = 0  # the hop that is kept so far of those that are one
    for later in (np.flatnonzero(same) + 1).tolist():
        at = later - 1 if not gone[later - 1] else at
        if opens[at] or (described[later] and not described[at]):
            gone[later] = True
        else:
            gone[at] = True
            at = later
    kept = chain.filter(pa.array(~gone))
    return _numbered(kept)


def _same(chain: pa.Table) -> Flags:
    """Of each hop but the first, whether the one before it is the same: by entity, or, where one of
    them has none, by its words.  "A friend" of "a friend" may be another one."""
    before, after = chain.slice(0, len(chain) - 1), chain.slice(1)
    entity = pc.equal(after["entity_id"], before["entity_id"])
    words = [
        pc.replace_substring_regex(pc.utf8_lower(each["name"]), "^the ", "")
        for each in (before, after)
    ]
    alike = _flags(pc.equal(*words)) & ~_flags(pc.match_substring_regex(words[0], _SOME))
    named = alike & ~_flags(pc.is_valid(entity))
    return _flags(pc.equal(after["statement_id"], before["statement_id"])) & (
        _flags(entity) | named
    )


#: Words for somebody who is not told apart from others of that sort; and for nobody.
_SOME = r"^$|^(?:an?|another|any|one|some|several|two|many|more|other) "


def _flags(values: pa.ChunkedArray) -> Flags:
    found: Flags = pc.fill_null(values, False).to_numpy()
    return found


def _numbered(chain: pa.Table) -> pa.Table:
    """The hops of each statement counted from 0, in their order."""
    first = np.ones(len(chain), dtype=np.bool_)
    first[1:] = ~_flags(
        pc.equal(chain["statement_id"].slice(1), chain["statement_id"].slice(0, len(chain) - 1))
    )
    starts = np.maximum.accumulate(np.where(first, np.arange(len(chain)), 0))
    return with_column(chain, "hop", pa.array(np.arange(len(chain)) - starts))
