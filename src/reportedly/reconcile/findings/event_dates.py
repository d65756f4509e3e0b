"""What happens once, told of two different days: the opening of a hall, a wedding, a death."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.happenings.leads import NEWS_DAYS
from reportedly.calendar import Interval, find_intersection, interval_from_iso
from reportedly.content_words import content_stems, rarity, similarity, words
from reportedly.model import Article, Event, Finding, Row
from reportedly.reconcile.events.families import ONCE, family, words_of_families
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.whole import Whole
from reportedly.reconcile.findings.wording import listed, number, quoted, sentence, when
from reportedly.reconcile.groups import connected
from reportedly.schema import rows_of
from reportedly.stage import Joins

#: Share of the words of both, and of the shorter, that two tellings must have in common.
ALIKE, ALIKE_SHORTER = 0.45, 0.7
#: Days further apart are rather two openings than one that is dated twice.
FARTHEST_DAYS = 3 * 366
LARGEST_GROUP = 40
#: Words besides names and the verb that are too few to tell two events apart.
BARE = 2
#: People open many things; a hall is opened once.
_OF_THINGS = frozenset(family(verb) for verb in ("open", "close", "found"))
#: How a word for one of these begins, for a first look at a column: a stem is its word without an
#: ending, "y" for "ies".
_MAY_BE_ONCE = "(?i)" + "|".join(sorted(key.rstrip("y") for key in words_of_families(ONCE)))
PRIOR = 0.55


def find_event_date_conflicts(whole: Whole, joins: Joins) -> Iterator[Finding]:
    """Events that look like one, on days that have none in common; one finding for each."""
    events = whole.table(Event)
    near = events.filter(pc.match_substring_regex(events["what"], _MAY_BE_ONCE))
    told = near["what"].to_pylist()
    rows = near.filter(pa.array([bool(_once(what)) for what in told], pa.bool_()))
    reports = pc.list_flatten(rows["evidence"])
    articles = whole.light_articles(pc.struct_field(reports, "article_id").to_pylist())
    kinds: dict[type[Row], list[Row]] = {
        Event: list(rows_of(Event, rows)),
        Article: list(rows_of(Article, articles)),
    }
    pile = Pile(kinds, whole.mentions, whole.entities)
    pairs = list(_conflicts(pile, joins))
    texts = _texts(
        whole, {e.article_id for pair in pairs for event in pair for e in event.evidence}
    )
    groups = connected((one.event_id, other.event_id) for one, other in pairs)
    group_of = {event_id: at for at, group in enumerate(groups) for event_id in group}
    told_apart: list[list[tuple[Event, Event]]] = [[] for _ in groups]
    for one, other in pairs:
        told_apart[group_of[one.event_id]].append((one, other))
    for of_one in told_apart:
        yield _finding(of_one, pile, texts)


def _texts(whole: Whole, articles: set[str]) -> dict[str, str]:
    """Article → its text."""
    rows = whole.having(Article, "article_id", sorted(articles))
    pairs = zip(rows["article_id"].to_pylist(), rows["text"].to_pylist(), strict=True)
    return dict(pairs)


def _conflicts(pile: Pile, joins: Joins) -> Iterator[tuple[Event, Event]]:
    """Pairs of events that look like one with days apart, the one told first before the other."""
    events = {e.event_id: e for e in pile.rows(Event) if _families(e) and not _is_news(e, pile)}
    stems = {event_id: content_stems(event.what) for event_id, event in events.items()}
    rarities = rarity(stems.values())
    items, keys = [], []
    for event_id, event in events.items():
        for name in sorted(_families(event)):
            for part in (*event.who, *sorted(stems[event_id])):
                items.append(event_id)
                keys.append(f"{name}|{part}")
    table = pa.table({"item": pa.array(items, pa.string()), "key": pa.array(keys, pa.string())})
    pairs = joins.candidate_pairs(table, largest_group=LARGEST_GROUP)
    for left, right in zip(pairs["left"].to_pylist(), pairs["right"].to_pylist(), strict=True):
        of_both, of_shorter = similarity(stems[left], stems[right], rarities)
        bare = _is_bare(events[left], events[right], pile)
        if bare or (of_both >= ALIKE and of_shorter >= ALIKE_SHORTER):
            pair = _without_versions(events[left], events[right], pile)
            if pair is None:
                continue
            one, other = sorted(pair, key=lambda e: _order(e, pile))
            # What was to be and what came is no dispute of days: a plan is overtaken.
            if _is_foretold(one, pile) != _is_foretold(other, pile):
                continue
            if _same_but_for_the_day(one, other, pile):
                yield one, other


def _is_news(event: Event, pile: Pile) -> bool:
    """True for an event that no words date: it is of the days up to the first sentences that tell
    of it, and the next year's fair is told of in the same words."""
    days = interval_from_iso(event.earliest, event.latest)
    ends = {pile.published(e.article_id).latest for e in event.evidence}
    return days.width_days == NEWS_DAYS + 1 and days.latest in ends


def _is_foretold(event: Event, pile: Pile) -> bool:
    """True where every report of an event is older than the first day that it gives."""
    first = _days(event).earliest
    told = [pile.published(e.article_id).latest for e in event.evidence]
    return first is not None and all(day is not None and day < first for day in told)


def _without_versions(one: Event, other: Event, pile: Pile) -> tuple[Event, Event] | None:
    """The two without the reports by which the one is a later version of the other's page; None
    when nothing else is left, since what a version corrects is a correction, not a dispute."""
    shared = pages(one, pile) & pages(other, pile)
    if not shared:
        return one, other
    rest = tuple(e for e in other.evidence if _page(e.article_id, pile) not in shared)
    if rest:
        return one, replace(other, evidence=rest)
    rest = tuple(e for e in one.evidence if _page(e.article_id, pile) not in shared)
    return (replace(one, evidence=rest), other) if rest else None


def _page(article_id: str, pile: Pile) -> str:
    return pile.articles[article_id].copy_group or article_id


def _families(event: Event) -> set[str]:
    return _once(event.what)


def _once(what: str) -> set[str]:
    return {family(word) for word in words(what)} & ONCE


def _is_bare(one: Event, other: Event, pile: Pile) -> bool:
    """True for what happens once to the same thing, told in so few words that there is nothing to
    compare: "the mill opened in May", "the mill that they opened in 2014"."""
    shared = set(one.who) & set(other.who)
    verbs = _families(one) & _families(other)
    if verbs & _OF_THINGS:
        shared = {e for e in shared if (row := pile.entities.get(e)) and row.kind != "person"}
    if not shared or not verbs:
        return False
    names = {w for e in shared for w in content_stems(pile.name(e) or "")}
    rest = [
        {w for w in content_stems(e.what) - names if family(w) not in verbs and not w.isdigit()}
        for e in (one, other)
    ]
    return min(len(words_) for words_ in rest) <= BARE


def _days(event: Event) -> Interval:
    return interval_from_iso(event.earliest, event.latest)


def _order(event: Event, pile: Pile) -> tuple[str, str]:
    return pile.day(event.evidence[0].article_id), event.event_id


def pages(event: Event, pile: Pile) -> set[str]:
    """The articles that report an event, copies and versions of one page as one.

    What a later version corrects is a correction, not a dispute.
    """
    return {_page(e.article_id, pile) for e in event.evidence}


def _same_but_for_the_day(one: Event, other: Event, pile: Pile) -> bool:
    if find_intersection(_days(one), _days(other)) is not None:
        return False
    if one.who and other.who and not set(one.who) & set(other.who):
        return False
    ends = [_days(event).earliest for event in (one, other)]
    return all(
        abs((a - b).days) <= FARTHEST_DAYS for a, b in combinations([e for e in ends if e], 2)
    )


def _finding(pairs: list[tuple[Event, Event]], pile: Pile, texts: Mapping[str, str]) -> Finding:
    """One finding of all tellings of one event, however many of them dispute the day."""
    tellings = list({event.event_id: event for pair in pairs for event in pair}.values())
    apart: dict[Interval, Event] = {}
    for event in tellings:
        apart.setdefault(_days(event), event)
    told = [
        f"{quoted(event.what)}, {when(days)} ({pile.place(_teller(event, texts))})"
        for days, event in apart.items()
    ]
    explanation = f"What reads like one event is given {number(len(told))} dates: {listed(told)}"
    one, other = pairs[0]
    shared = sorted(set(one.who) & set(other.who))
    return make_finding(
        "conflict",
        sentence(explanation),
        (evidence for event in tellings for evidence in event.evidence),
        PRIOR,
        about=shared,
        naming=(pile.name(shared[0]) if shared else None, "date"),
    )


def _teller(event: Event, texts: Mapping[str, str]) -> str:
    """The article in whose words an event is told; the first where no words are the same."""
    told = (
        e.article_id
        for e in event.evidence
        if event.what in " ".join(texts[e.article_id][slice(*e.span)].split())
    )
    return next(told, event.evidence[0].article_id)
