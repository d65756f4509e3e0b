"""Which statements report one thing, and how alike they are: pairs in, those that match out.

A pair is compared once without weights of words, and with them only if its verdict hangs on them:
weights change with every article that is added, and most pairs need none.  What the model of pairs
says of the words of two does not, and is kept.
"""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes, Numbers
from reportedly.reconcile.hashing import mixed
from reportedly.reconcile.rarities import UNWEIGHED, Rarities, RarityAsked
from reportedly.reconcile.utterances.candidates import worth_comparing
from reportedly.reconcile.utterances.comparison import Comparison
from reportedly.reconcile.utterances.kept_vectors import (
    KeptVectors,
    VectorsAsked,
    compared_pairs,
    not_compared,
)
from reportedly.reconcile.utterances.likeness import Compare
from reportedly.reconcile.utterances.ordering import by_common_words, by_speaker
from reportedly.reconcile.utterances.reports import Pile
from reportedly.stage import Joins

#: The verdict on a pair that hangs on weights, or on vectors.
_OPEN = np.inf


def matches_of(keys: pa.Table, pile: Pile, rarities: Rarities, joins: Joins) -> pa.Table:
    """Rows of statements that report the same.

    Args:
        keys: those of all statements, in their order.
        pile: the statements.
        rarities: of stems.
        joins: the engine's joins.

    Returns:
        columns `left` < `right`, in order, `verdict`, which is how alike they are, and `state`, a
        hash of what that follows from but the rarities.
    """
    names = pile.statements["statement_id"]

    def strengths(
        some: pa.Table, weights: Mapping[str, float], compare: Compare = not_compared
    ) -> list[float]:
        both = [some[side].to_numpy() for side in ("left", "right")]
        comparison = pile.reports(np.concatenate(both)).comparison(weights, compare)
        pairs = zip(*(names.take(side).to_pylist() for side in both), strict=True)
        return [_strength(comparison, left, right) for left, right in pairs]

    def by_words(some: pa.Table) -> list[float]:
        return strengths(some, UNWEIGHED)

    def by_weights(some: pa.Table) -> list[float]:
        return strengths(some, rarities)

    def read(some: pa.Table) -> pa.Table:
        return compared_pairs(some, pile)

    def of_words(some: pa.Table) -> Numbers:
        return by_common_words(some, keys)

    def of_speakers(some: pa.Table) -> Numbers:
        return by_speaker(some, pile.statements["speaker_id"])

    closed, asked = _parted(joins.verdicts(_pairs(keys, pile, joins), by_words, of_words))
    asked = _weighed(asked, keys, rarities)
    weighed, unread = _parted(joins.verdicts(asked, by_weights, of_speakers))
    unread = unread.take(of_speakers(unread))
    pairs = unread.select(["left", "right", "words"]).rename_columns(["left", "right", "state"])
    vectors = KeptVectors(joins.by_piece(pairs, read))

    def by_vectors(some: pa.Table) -> list[float]:
        return strengths(some, rarities, vectors)

    last = joins.verdicts(unread.drop_columns(["verdict"]), by_vectors)
    both = pa.concat_tables([weighed, last]).drop_columns(["state"])
    order = [("left", "ascending"), ("right", "ascending")]
    return pa.concat_tables([closed, both.rename_columns(closed.schema.names)]).sort_by(order)


def _parted(found: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The pairs with a verdict, and those whose verdict hangs on what was not given."""
    is_open = np.isinf(found["verdict"].to_numpy())
    return found.filter(pa.array(~is_open)), found.filter(pa.array(is_open))


def _strength(comparison: Comparison, left: str, right: str) -> float:
    """How alike two statements are; not-a-number if they report different things."""
    try:
        match = comparison.find_match(left, right)
    except (RarityAsked, VectorsAsked):
        return _OPEN
    return match.strength if match else np.nan


def _pairs(keys: pa.Table, pile: Pile, joins: Joins) -> pa.Table:
    """Rows of statements that are worth comparing, with what their comparison follows from."""
    left, right = worth_comparing(keys, joins)
    states = keys["state"].to_numpy()
    together = _same_story(pile, left, right)
    state = mixed(mixed(states[left], states[right]), together)
    return pa.table({"left": left, "right": right, "state": state})


def _weighed(pairs: pa.Table, keys: pa.Table, rarities: Rarities) -> pa.Table:
    """The pairs with states that change with the weights of their words, too, beside those that
    they had."""
    left, right = pairs["left"], pairs["right"]
    states = mixed(pairs["state"].to_numpy(), states_of_weights(left.to_numpy(), keys, rarities))
    states = mixed(states, states_of_weights(right.to_numpy(), keys, rarities))
    return pa.table({"left": left, "right": right, "words": pairs["state"], "state": states})


def states_of_weights(rows: Numbers, keys: pa.Table, rarities: Rarities) -> Hashes:
    """For each of some rows of `keys`, repeats allowed, a hash of how rare its words are."""
    wanted, places = np.unique(rows, return_inverse=True)
    found: Hashes = rarities.states(keys["asked"].take(pa.array(wanted)))[places]
    return found


def _same_story(pile: Pile, left: Numbers, right: Numbers) -> Hashes:
    """1 for each pair of rows whose articles are of one story, 0 for others."""
    numbers = pile.articles["story_id"].combine_chunks().dictionary_encode().indices
    of_articles = pc.fill_null(numbers, -1).to_numpy(zero_copy_only=False)
    stories = of_articles[pile.article_rows]
    same: Hashes = (stories[left] == stories[right]) & (stories[left] >= 0)
    return same.astype(np.uint64)
