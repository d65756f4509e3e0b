"""Utterances of several statements, part by part: what matches in, groups with their rows out.

A part is what hangs together by matches.  It is not put into groups again while its statements,
articles and matches are as they were, nor, where how rare words are decides, while that is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes, Numbers
from reportedly.model import Utterance, Variant
from reportedly.reconcile.connecting import lists_of, parts_of, put_over
from reportedly.reconcile.hashing import mixed, row_states, summed
from reportedly.reconcile.rarities import UNWEIGHED, Rarities, RarityAsked
from reportedly.reconcile.utterances.comparison import Match
from reportedly.reconcile.utterances.grouping import utterance_groups
from reportedly.reconcile.utterances.matching import states_of_weights
from reportedly.reconcile.utterances.reports import Pile, Reports
from reportedly.reconcile.utterances.writing import Writing
from reportedly.schema import arrow_schema, with_column
from reportedly.stage import Joins

_UTTERANCE, _VARIANT = (pa.struct(list(arrow_schema(kind))) for kind in (Utterance, Variant))
#: Of each group its statements and rows; no statements where a part hangs on weights.
GROUPS = pa.schema(
    [
        pa.field("state", pa.uint64()),
        pa.field("members", pa.list_(pa.string())),
        pa.field("utterance", _UTTERANCE),
        pa.field("variants", pa.list_(_VARIANT)),
    ]
)
#: Of articles what is long and follows from the name of the article.
_TEXTS = ("text", "title")


@dataclass(frozen=True, slots=True)
class Grouped:
    """The utterances that several statements report."""

    utterances: pa.Table
    variants: pa.Table
    rows: Numbers
    """of their statements"""
    utterance_of: Numbers
    """for each of these the place of its utterance"""

    def named(self, own: pa.ChunkedArray) -> pa.ChunkedArray:
        """The utterance of each statement, given those of statements that nothing else reports."""
        return put_over(own, self.rows, self.utterances["utterance_id"], self.utterance_of)


def grouped(
    matches: pa.Table, keys: pa.Table, pile: Pile, rarities: Rarities, joins: Joins
) -> Grouped:
    """The utterances of all statements that match others.

    Args:
        matches: as `matches_of` gives them.
        keys: those of all statements, in their order.
        pile: the statements.
        rarities: of stems.
        joins: the engine's joins.
    """

    def by_words(some: pa.Table) -> pa.Table:
        return _of_parts(some, pile, UNWEIGHED)

    def by_weights(some: pa.Table) -> pa.Table:
        return _of_parts(some, pile, rarities)

    parts = _parts(matches, keys, pile)
    found = joins.by_piece(parts, by_words)
    is_open = pc.equal(pc.list_value_length(found["members"]), 0)
    asked = parts.filter(pc.is_in(parts["state"], found["state"].filter(is_open)))
    weighed = joins.by_piece(_weighed(asked, keys, rarities), by_weights)
    return _grouped(pa.concat_tables([found.filter(pc.invert(is_open)), weighed]), pile)


def _parts(matches: pa.Table, keys: pa.Table, pile: Pile) -> pa.Table:
    """What hangs together: `state`, the rows of its statements, and its matches."""
    columns = {name: matches[name].to_numpy() for name in ("left", "right", "verdict", "state")}
    parts = parts_of(columns["left"], columns["right"])
    order = np.argsort(parts.of_pairs, kind="stable")
    own = {name: values[order] for name, values in columns.items()}
    counts = np.bincount(parts.of_pairs, minlength=len(parts.sizes))
    alike = mixed(own["state"], own["verdict"].view(np.uint64))
    state = mixed(summed(_states(parts.rows, keys, pile), parts.sizes), summed(alike, counts))
    lists = {name: lists_of(own[name], counts) for name in ("left", "right", "verdict")}
    return pa.table({"state": pa.array(state), "rows": parts.lists(), **lists})


def _states(rows: Numbers, keys: pa.Table, pile: Pile) -> Hashes:
    """Of some statements hashes of them, of their articles and of their chains."""
    wanted, places = np.unique(pile.article_rows[rows], return_inverse=True)
    articles = pile.articles.drop_columns(_TEXTS).take(wanted)
    of_articles = row_states(articles, articles.schema.names)[places]
    return mixed(mixed(keys["state"].to_numpy()[rows], of_articles), pile.states_of_chains(rows))


def _weighed(parts: pa.Table, keys: pa.Table, rarities: Rarities) -> pa.Table:
    """The parts with states that change with the weights of their words, too."""
    rows, sizes = (f(parts["rows"]).to_numpy() for f in (pc.list_flatten, pc.list_value_length))
    weights = summed(states_of_weights(rows, keys, rarities), sizes.astype(np.int64))
    states = mixed(parts["state"].to_numpy(), weights)
    return with_column(parts, "state", pa.array(states))


def _of_parts(parts: pa.Table, pile: Pile, weights: Mapping[str, float]) -> pa.Table:
    """The groups of some parts."""
    rows = pc.list_flatten(parts["rows"])
    names = pile.statements["statement_id"].take(rows)
    own = dict(zip(rows.to_pylist(), names.to_pylist(), strict=True))
    reports = pile.reports(rows.to_numpy().astype(np.int64, copy=False))
    writing = Writing(reports, pile.chain(own.values()))
    found = [
        {"state": part["state"], "members": group, **(writing.of(group) if group else {})}
        for part in parts.to_pylist()
        for group in _groups(part, own, reports, weights)
    ]
    return pa.Table.from_pylist(found, schema=GROUPS)


def _groups(
    part: Mapping[str, list[Any]],
    names: Mapping[int, str],
    reports: Reports,
    weights: Mapping[str, float],
) -> list[tuple[str, ...]]:
    """The groups of two and more of a part; one of nobody where weights decide."""
    sides = zip(part["left"], part["right"], part["verdict"], strict=True)
    matches = [Match(names[left], names[right], strength) for left, right, strength in sides]
    said = {names[row]: reports.said[names[row]] for row in part["rows"]}
    try:
        groups = utterance_groups(said, reports.comparison(weights), matches)
    except RarityAsked:
        return [()]
    return [group for group in groups if len(group) > 1]


def _grouped(found: pa.Table, pile: Pile) -> Grouped:
    lengths = pc.list_value_length(found["members"]).to_numpy()
    names = pile.statements["statement_id"].combine_chunks()
    return Grouped(
        _table_of(found["utterance"]),
        _table_of(pc.list_flatten(found["variants"])),
        pc.index_in(pc.list_flatten(found["members"]), names).to_numpy(),
        np.repeat(np.arange(len(lengths)), lengths),
    )


def _table_of(records: pa.ChunkedArray) -> pa.Table:
    """A table of records, with their fields as columns."""
    whole = pa.chunked_array(records).combine_chunks()
    return pa.Table.from_batches([pa.RecordBatch.from_struct_array(whole)])
