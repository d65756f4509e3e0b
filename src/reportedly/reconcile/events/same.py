"""Whether two reports tell of the same event: candidates by shared keys, then a careful look."""

import re
from collections.abc import Iterator, Mapping

import pyarrow as pa

from reportedly.calendar import find_intersection
from reportedly.content_words import similarity
from reportedly.reconcile.events.families import ONCE, VAGUE
from reportedly.reconcile.events.reports import Report
from reportedly.stage import Joins

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


def keys_of(reports: Mapping[str, Report]) -> pa.Table:
    """Candidate keys: verb family and month with each actor and each word of the clause."""
    items, keys = [], []
    for report_id, report in reports.items():
        for month in report.months():
            for part in (*report.happening.entity_ids, *sorted(report.stems)):
                items.append(report_id)
                keys.append(f"{report.family}|{month}|{part}")
    return pa.table({"item": pa.array(items, pa.string()), "key": pa.array(keys, pa.string())})


def edges(
    reports: Mapping[str, Report], rarities: Mapping[str, float], joins: Joins
) -> Iterator[tuple[float, str, str]]:
    """Pairs of reports that tell of the same event, as (likeness 0–1, identifier, identifier).

    Of likeness `SUPPORT` are pairs that nothing speaks against.
    """
    pairs = joins.candidate_pairs(keys_of(reports), largest_group=LARGEST_GROUP)
    for left, right in zip(pairs["left"].to_pylist(), pairs["right"].to_pylist(), strict=True):
        likeness = find_likeness(reports[left], reports[right], rarities)
        if likeness is not None:
            yield likeness, left, right


def find_likeness(a: Report, b: Report, rarities: Mapping[str, float]) -> float | None:
    """How alike two reports are, 0–1; None when they may well tell of two events."""
    if find_intersection(a.interval, b.interval) is None:
        return None
    actors_a, actors_b = set(a.happening.entity_ids), set(b.happening.entity_ids)
    shared_actors = actors_a & actors_b
    if actors_a and actors_b and not shared_actors:
        return None
    if _are_same_words(a, b, bool(shared_actors)):
        return SAME_WORDS
    once = bool(shared_actors) and a.family == b.family and a.family in ONCE
    if once and min(_bareness(a, b)) <= BARE:
        return ONCE_LIKENESS
    one, other = (a.plain, b.plain) if len(shared_actors) == 1 else (a.stems, b.stems)
    _, of_shorter = similarity(one, other, rarities)
    needed = WORDS_WITH_ACTORS if shared_actors else WORDS_ALONE
    if a.family != b.family or a.family in VAGUE:
        needed = max(needed, WORDS_WITHOUT_VERB if a.family != b.family else WORDS_ALONE)
    needed += _vagueness(a, b)
    shared = one & other
    said = len(shared) + len(shared_actors)
    if of_shorter < needed or said < 2:
        return SUPPORT if once else None
    return round(of_shorter, 6)


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
