"""Whether two reports tell of the same event: candidates by shared keys, then a careful look.

What two reports are to each other is kept while both are as they were; only how much their common
words weigh is worked out again, for all of them in columns.
"""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers
from reportedly.reconcile.events.families import ONCE, VAGUE
from reportedly.reconcile.events.reports import Report, reports_at
from reportedly.reconcile.hashing import mixed, row_states
from reportedly.reconcile.rarities import Rarities
from reportedly.stage import Joins

Likeness = npt.NDArray[np.float64]

#: Reports that share a key; more than this many of one verb, word and month is a habit.
LARGEST_GROUP = 60
#: Shared weight of words over that of the shorter clause, by how much else speaks for it.
WORDS_WITH_ACTORS = 0.35
WORDS_ALONE = 0.6
#: "The hall opened in May" has no words to compare but who and what; for what happens once they do,
#: and such a pair is joined after all that are told alike.
BARE, ONCE_LIKENESS = 1, 0.3
#: The same words of the same ones, or in a copy.
SAME_WORDS = 1.0
#: What happens once to the same one on days that agree, told in other words: too little to join two
#: reports, but it speaks for their being one where another report joins them.
SUPPORT = 0.0
#: Days of the vaguer of two dates, and what must be added to the words in common.
VAGUENESS = ((1, 0.0), (31, 0.15), (100_000, 0.25))
#: Without a common verb two clauses must be nearly the same words.
WORDS_WITHOUT_VERB = 0.75


_COMPARED = pa.schema(
    [
        ("state", pa.uint64()),
        ("likeness", pa.float64()),
        ("needed", pa.float64()),
        ("by_plain", pa.bool_()),
        ("once", pa.bool_()),
    ]
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What two reports are to each other, whatever their words weigh."""

    likeness: float | None
    """None where the words in common decide"""
    needed: float = 0.0
    """the weight that these must have, over that of the shorter clause"""
    by_plain: bool = False
    """names do not count among them"""
    once: bool = False
    """where the words are too few it speaks for the two all the same"""


def links(reports: pa.Table, articles: pa.Table, joins: Joins) -> pa.Table:
    """Pairs of reports that tell of the same event.

    Args:
        reports: of all happenings, sorted by their names.
        articles: all articles, with their copy groups.
        joins: the engine's joins.

    Returns:
        columns `left` < `right`, places of reports, `likeness`, 0–1, and `state`, a hash of both
        reports.  Of likeness `SUPPORT` are pairs that nothing speaks against.
    """
    pairs = _candidates(reports, articles, joins)

    def compared(some: pa.Table) -> pa.Table:
        left, right = (some[side].to_numpy() for side in ("left", "right"))
        own = reports_at(reports, np.concatenate([left, right]), articles)
        rows = []
        for a, b, state in zip(left, right, some["state"].to_pylist(), strict=True):
            found = compare(own[int(a)], own[int(b)])
            if found is not None:
                row = found.likeness, found.needed, found.by_plain, found.once
                rows.append(dict(zip(_COMPARED.names, (state, *row), strict=True)))
        return pa.Table.from_pylist(rows, schema=_COMPARED)

    found = joins.by_piece(pairs, compared)
    both = pairs.take(pc.index_in(found["state"], pairs["state"].combine_chunks()))
    left, right = both["left"].to_numpy(), both["right"].to_numpy()
    likeness = _weighed(found, reports, left, right)
    rows = pa.table({"left": left, "right": right, "likeness": likeness, "state": both["state"]})
    return rows.filter(pa.array(~np.isnan(likeness)))


def _candidates(reports: pa.Table, articles: pa.Table, joins: Joins) -> pa.Table:
    """Pairs of reports that share a key and a day, with a hash of both reports."""
    keys = reports["keys"].combine_chunks()
    items = np.repeat(np.arange(len(keys)), keys.value_lengths().to_numpy())
    table = pa.table({"item": items, "key": keys.flatten().to_numpy().view(np.int64)})
    pairs = joins.candidate_pairs(table, largest_group=LARGEST_GROUP)
    first, last = (
        [reports[end].take(pairs[side]) for side in ("left", "right")]
        for end in ("earliest", "latest")
    )
    meet = pc.and_(pc.less_equal(first[0], last[1]), pc.less_equal(first[1], last[0]))
    pairs = pairs.select(["left", "right"]).filter(meet)
    places = pc.index_in(reports["article_id"], articles["article_id"].combine_chunks())
    copies = row_states(articles, ["copy_group"])[places.to_numpy()]
    own = mixed(reports["state"].to_numpy(), copies)
    states = mixed(own[pairs["left"].to_numpy()], own[pairs["right"].to_numpy()])
    return pairs.append_column("state", pa.array(states))


def _weighed(found: pa.Table, reports: pa.Table, left: Numbers, right: Numbers) -> Likeness:
    """How alike two reports are, 0–1; not-a-number where they may well tell of two events."""
    rarities = Rarities(reports["stems"])
    _, of_stems = rarities.shares(reports["stems"], left, right)
    _, of_plain = rarities.shares(reports["plain"], left, right)
    share = np.where(found["by_plain"].to_numpy(), of_plain, of_stems)
    told = share >= found["needed"].to_numpy()
    spoken_for = np.where(found["once"].to_numpy(), SUPPORT, np.nan)
    decided = found["likeness"].to_numpy()
    by_words = np.where(told, share.round(6), spoken_for)
    return np.where(np.isnan(decided), by_words, decided)


def compare(a: Report, b: Report) -> Compared | None:
    """What two reports that share a day are to each other; None where they may well tell of two
    events."""
    actors_a, actors_b = set(a.entity_ids), set(b.entity_ids)
    shared_actors = actors_a & actors_b
    if actors_a and actors_b and not shared_actors:
        return None
    if _are_same_words(a, b, bool(shared_actors)):
        return Compared(SAME_WORDS)
    once = bool(shared_actors) and a.family == b.family and a.family in ONCE
    if once and min(_bareness(a, b)) <= BARE:
        return Compared(ONCE_LIKENESS)
    by_plain = len(shared_actors) == 1
    shared = a.plain & b.plain if by_plain else a.stems & b.stems
    if len(shared) + len(shared_actors) < 2:
        return Compared(SUPPORT) if once else None
    needed = WORDS_WITH_ACTORS if shared_actors else WORDS_ALONE
    if a.family != b.family or a.family in VAGUE:
        needed = max(needed, WORDS_WITHOUT_VERB if a.family != b.family else WORDS_ALONE)
    return Compared(None, needed + _vagueness(a, b), by_plain, once)


def _are_same_words(a: Report, b: Report, same_actors: bool) -> bool:
    """True for one clause in two copies, or with the same actors, however few words it has."""
    copies = a.copy_group is not None and a.copy_group == b.copy_group
    return (copies or same_actors) and _plain(a.words) == _plain(b.words)


def _plain(words: str) -> list[str]:
    return re.findall(r"\w+", words.lower())


def _bareness(a: Report, b: Report) -> tuple[int, int]:
    """How many words besides names and the verb each clause has."""
    return len(a.plain), len(b.plain)


def _vagueness(a: Report, b: Report) -> float:
    """How much more alike two reports must be told: a month holds many meetings, a year more."""
    widest = max(a.interval.width_days or 0, b.interval.width_days or 0)
    return next(more for days, more in VAGUENESS if widest <= days)
