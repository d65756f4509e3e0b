"""Ages in an undated article that no one day fits: nine by one child, eight by the other.

In: facts by subject.  Out: conflicts.  Dated articles bound the births; each age in the undated one
then has days on which it can have been right, and two of those may have none in common.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.calendar import (
    ANY_DAY,
    Interval,
    birth_interval,
    days_of_age,
    find_intersection,
    interval_from_iso,
)
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.bounds import gap_days
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.facts.subjects import Subject, Subjects
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import listed, quoted, report, reports, when

#: An age told on a day known less exactly than this bounds no birth that would help.
EXACT_DAYS = 62
#: An age told for any day within this much, or for any day at all, is of an undated article.
UNDATED_DAYS = 2 * 366
#: A birthday too soon, or the day of writing, explains smaller gaps.
FEWEST_DAYS = 62
PRIOR = 0.65
#: Dated ages shown for each of the two.
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """An age in an undated article, the days on which it can be right, and by which others."""

    name: str
    fact: Fact
    days: Interval
    by: tuple[Fact, ...]


def undated_ages(subjects: Subjects) -> dict[str, list[_Told]]:
    """Undated article → its ages of people whose birth dated articles bound, if two or more."""
    return _undated_ages(subjects.told(_with_others_undated(subjects)))


def _with_others_undated(subjects: Subjects) -> list[int]:
    """The numbers of the subjects with an age in an undated article that tells several."""
    facts, ends = subjects.facts, ("as_of_earliest", "as_of_latest")
    days = pa.table({name: facts[name] for name in ends}).group_by(list(ends)).aggregate([])
    wide = [_is_wide(interval_from_iso(*(row[name] for name in ends))) for row in days.to_pylist()]
    known, own = (_joined(table, ends) for table in (days, facts))
    is_open = pa.array(wide, pa.bool_()).take(pc.index_in(own, known.combine_chunks()))
    told = pc.and_(is_open, pc.equal(facts["attribute"], "age")).to_numpy()
    places = np.flatnonzero(told & (subjects.of_fact >= 0))
    articles = facts["article_id"].take(places).combine_chunks().dictionary_encode().indices
    codes = articles.to_numpy()
    several = np.bincount(codes)[codes] > 1 if len(codes) else np.zeros(0, dtype=np.bool_)
    found: list[int] = np.unique(subjects.of_fact[places[several]]).tolist()
    return found


def _joined(table: pa.Table, columns: tuple[str, ...]) -> pa.ChunkedArray:
    whole = [pc.fill_null(table[name], "") for name in columns]
    return pc.binary_join_element_wise(*whole, " ")


def _undated_ages(subjects: Mapping[Subject, list[Fact]]) -> dict[str, list[_Told]]:
    found: dict[str, list[_Told]] = {}
    for subject in sorted(subjects):
        ages = [f for f in subjects[subject] if _years(f) is not None]
        dated = [f for f in ages if _is_exact(f)]
        births = [birth_interval(_years(f) or 0, as_of_interval(f)) for f in dated]
        birth = find_intersection(ANY_DAY, *births) if births else None
        if birth is None:
            continue
        name = max((f.subject for f in ages), key=lambda text: (len(text), text))
        for fact in ages:
            if _is_open(fact):
                days = days_of_age(_years(fact) or 0, birth)
                found.setdefault(fact.article_id, []).append(_Told(name, fact, days, tuple(dated)))
    return {article_id: told for article_id, told in sorted(found.items()) if len(told) > 1}


def find_ages_of_no_day(told: Mapping[str, list[_Told]], pile: Pile) -> Iterator[Finding]:
    """At most one conflict an article: the two ages that lie furthest apart."""
    for article_id, ages in told.items():
        apart = [
            (gap_days(one.days, other.days), one, other)
            for one, other in combinations(ages, 2)
            if one.name != other.name
        ]
        apart = [pair for pair in apart if pair[0] >= FEWEST_DAYS]
        if apart:
            _, one, other = max(apart, key=lambda p: (p[0], p[1].fact.fact_id, p[2].fact.fact_id))
            yield _finding(article_id, one, other, pile)


def _finding(article_id: str, one: _Told, other: _Told, pile: Pile) -> Finding:
    article = pile.articles[article_id]
    sums = "; ".join(_sum(told, article.text, pile) for told in (one, other))
    confidence = PRIOR * certainty(one.fact, other.fact)
    return make_finding(
        "conflict",
        f"{report(article, pile.published(article_id))}: {sums}. No day fits both ages.",
        (
            fact_evidence(f)
            for f in (one.fact, other.fact, *one.by[:MOST_SHOWN], *other.by[:MOST_SHOWN])
        ),
        confidence,
        about=(one.fact.subject_id, other.fact.subject_id),
        naming=(listed(sorted((one.name, other.name))), "age"),
    )


def _sum(told: _Told, text: str, pile: Pile) -> str:
    by = [pile.place(f.article_id) for f in told.by]
    words = quoted(text[slice(*told.fact.span)])
    return f"{words} can be right only {when(told.days)}, by the ages in {reports(by)}"


def _years(fact: Fact) -> int | None:
    found = re.fullmatch(r"\d+", fact.value) if fact.attribute == "age" else None
    return int(found.group()) if found else None


def _is_exact(fact: Fact) -> bool:
    width = as_of_interval(fact).width_days
    return width is not None and width <= EXACT_DAYS


def _is_open(fact: Fact) -> bool:
    return _is_wide(as_of_interval(fact))


def _is_wide(days: Interval) -> bool:
    return days.width_days is None or days.width_days > UNDATED_DAYS
