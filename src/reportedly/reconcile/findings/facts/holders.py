"""Who holds a post of which a body has one: two at a time, and one after another.

In: the facts of all subjects of the pile.  Out: conflicts of two who are told to hold one post at a
time (the principal in October, when another "has been principal since the spring"), at most one for
each two and only where an article says since when; and, for whoever is told as holder before
another, what overtakes it.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.calendar import Interval
from reportedly.calendar.names import MONTHS, month_of
from reportedly.content_words import content_stems
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.facts.subjects import Subject, Subjects
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import listed

#: Posts of which a body has one.
_ONE = re.compile(
    r"\b(?:principal|captain|chair(?:man|woman|person)?|chief executive|mayor|editor|headteacher"
    r"|headmaster|headmistress|head coach|head chef|chef patron|managing director|president|bishop"
    r"|abbot|conductor)\Z",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"\b(?:former(?:ly)?|ex|acting|interim|vice|deputy|assistant|co|joint|honorary|elect|incoming"
    r"|outgoing|future|next|new|past|then|club|associate|managing editor|news|sports|political"
    r"|fashion|food)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"(?P<post>.+?)\s+(?:of|at|for)\s+(?:the\s+)?(?P<body>[A-Z].*)")
#: "Team principal" is the principal of the team.
_OWN = re.compile(r"^(?:team|club|party|company|school)\s+", re.IGNORECASE)
#: Where the body is: "the Foundling Theatre in Orr".
_PLACE = re.compile(r"(?<=\w)\s+in\s+[A-Z].*")
_BODY_FIRST = re.compile(r"(?P<body>(?:[A-Z][\w'’&-]*\s+)+)(?P<post>[a-z].*)")
_SINCE = re.compile(
    r"[^.;\n]{0,60}?\bsince\s+(?:the\s+)?(?:early\s+|late\s+)?(?P<part>[A-Za-z]+)?\s*(?:of\s+)?"
    r"(?P<year>(?:19|20)\d\d)\b"
)
#: The last month of a season, in which somebody told to have begun then had begun.
_SEASONS = {"spring": 6, "summer": 9, "autumn": 11, "fall": 11, "winter": 12}
#: News of a change travels for some weeks.
SLACK_DAYS = 45
#: Told so long one after another, the second holds what the first has left.
APART = timedelta(days=60)
#: Tellings of each that are shown.
MOST_SHOWN = 3
PRIOR, PRIOR_OVERTAKEN = 0.6, 0.65


@dataclass(frozen=True, slots=True)
class _Holder:
    """One fact that tells somebody's post, of which body it is, and since when at the latest."""

    subject: Subject
    fact: Fact
    post: str
    body: frozenset[str]
    since: date | None


def find_two_holders(subjects: Mapping[Subject, list[Fact]], pile: Pile) -> Iterator[Finding]:
    """A conflict for each two who are told to have held one post on one day."""
    for holders in _by_post(subjects, pile):
        done: set[frozenset[Subject]] = set()
        for long in (h for h in holders if h.since):
            others = [h for h in holders if h.subject != long.subject and _within(h, long)]
            if others and frozenset((long.subject, others[0].subject)) not in done:
                done.add(frozenset((long.subject, others[0].subject)))
                same = [h for h in others if h.subject == others[0].subject]
                yield _finding(long, same, pile)


def find_successors(subjects: Mapping[Subject, list[Fact]], pile: Pile) -> Iterator[Finding]:
    """What is overtaken of whoever is told to hold a post that another is told to hold later.

    Nothing of those who hold it again after that, of whom an article tells that they left it, and
    where the tellings are less than two months apart.
    """
    for holders in _by_post(subjects, pile):
        for subject in sorted({holder.subject for holder in holders}):
            own = [h for h in holders if h.subject == subject and _is_plain(h)]
            last = max((d for h in own if (d := as_of_interval(h.fact).latest)), default=None)
            if last is None or any(as_of_interval(h.fact).latest is None for h in own):
                continue
            after = last + APART
            later = [
                h
                for h in holders
                if h.subject != subject and _told_after(h, after) and _is_plain(h)
            ]
            others = [h for h in later if h.subject == later[0].subject]
            if others and not any(_is_past(fact, own[0]) for fact in subjects[subject]):
                yield _overtaken(own, others, pile)


def _is_plain(holder: _Holder) -> bool:
    """False for one of several: "Indiana chairman", "politics editor"."""
    found = _held(holder.fact.value)
    return found is not None and _ONE.fullmatch(_OWN.sub("", found["post"])) is not None


def _is_past(fact: Fact, holder: _Holder) -> bool:
    """True where an article tells itself that somebody has left the post; see `roles`."""
    if fact.attribute != "role" or not _SHARED.search(fact.value):
        return False
    return holder.post in fact.value.casefold() and holder.body <= content_stems(fact.value)


def _told_after(holder: _Holder, day: date) -> bool:
    first = as_of_interval(holder.fact).earliest
    return first is not None and first > day


def _by_post(subjects: Mapping[Subject, list[Fact]], pile: Pile) -> Iterator[list[_Holder]]:
    """The holders of each post of a body, in the order in which they are told."""
    told: dict[tuple[str, frozenset[str]], list[_Holder]] = {}
    for holder in _holders(subjects, pile):
        told.setdefault((holder.post, holder.body), []).append(holder)
    for _, holders in sorted(told.items(), key=lambda item: (item[0][0], sorted(item[0][1]))):
        yield sorted(holders, key=lambda h: (pile.day(h.fact.article_id), h.fact.fact_id))


def rivals(subjects: Subjects) -> dict[Subject, list[Fact]]:
    """The subjects of whom several are told to hold one post of one body."""
    values = pc.unique(subjects.facts["value"].filter(_are_roles(subjects)))
    read = {value: post for value in values.to_pylist() if (post := _read_post(value))}
    numbers = {post: number for number, post in enumerate(dict.fromkeys(read.values()))}
    places = pc.index_in(subjects.facts["value"], pa.array(list(read), pa.string()))
    of_value = np.array([*(numbers[post] for post in read.values()), -1], dtype=np.int64)
    posts = of_value[pc.fill_null(places, -1).to_numpy()]
    rows = np.flatnonzero((posts >= 0) & (subjects.of_fact >= 0) & _are_roles(subjects).to_numpy())
    pairs = np.unique(np.stack([posts[rows], subjects.of_fact[rows]]), axis=1)
    several = np.bincount(pairs[0], minlength=1)[pairs[0]] > 1
    return subjects.told(np.unique(pairs[1][several]).tolist())


def _are_roles(subjects: Subjects) -> pa.ChunkedArray:
    return pc.equal(subjects.facts["attribute"], "role")


def posts_of(subjects: Mapping[Subject, list[Fact]]) -> dict[Subject, list[Fact]]:
    """Of each subject the facts that tell a post of which a body has one."""
    found = {s: [f for f in facts if _read(f)] for s, facts in subjects.items()}
    return {subject: facts for subject, facts in found.items() if facts}


def _held(told: str) -> re.Match[str] | None:
    """A post and the body that has it: "mayor of Orr", "Orr United captain"."""
    return _OF.fullmatch(told) or _BODY_FIRST.fullmatch(told)


def _read(fact: Fact) -> tuple[str, frozenset[str]] | None:
    """The post and the stems of the body's name; None for other facts."""
    return _read_post(fact.value) if fact.attribute == "role" else None


@functools.lru_cache(maxsize=1 << 14)
def _read_post(told: str) -> tuple[str, frozenset[str]] | None:
    if _SHARED.search(told):
        return None
    matched = _held(told)
    post = _ONE.search(matched["post"]) if matched else None
    body = content_stems(_PLACE.sub("", matched["body"])) if matched and post else frozenset()
    if post is None or len(body) < 1:
        return None
    name = re.sub(r"(?:man|woman|person)\Z", "", post.group().lower())
    return name, frozenset(body)


def _holders(subjects: Mapping[Subject, list[Fact]], pile: Pile) -> Iterator[_Holder]:
    for subject, facts in subjects.items():
        for fact in facts:
            if read := _read(fact):
                yield _Holder(subject, fact, *read, _find_since(fact, pile))


def _find_since(fact: Fact, pile: Pile) -> date | None:
    """The last day on which the holder can have begun, by "since the spring of 2018" behind it."""
    text = pile.articles[fact.article_id].text
    matched = _SINCE.match(text, fact.span[1])
    if matched is None:
        return None
    part, year = (matched["part"] or "").lower(), int(matched["year"])
    month = month_of(part) if part.capitalize() in MONTHS else _SEASONS.get(part, 12)
    return date(year, month, 28)


def _within(other: _Holder, long: _Holder) -> bool:
    """True where `other` is told as holder on a day well inside the time of `long`."""
    days, told = as_of_interval(other.fact), as_of_interval(long.fact)
    if not (days.earliest and days.latest and told.latest and long.since):
        return False
    first = Interval.of_day(long.since).widened(after_days=SLACK_DAYS).latest
    return bool(first and first < days.earliest and days.latest < told.latest)


def _finding(long: _Holder, others: Iterable[_Holder], pile: Pile) -> Finding:
    facts = [holder.fact for holder in others]
    names = [pile.name(f.subject_id) or f.subject for f in (long.fact, facts[0])]
    since = f"{long.fact.value} {_since_words(long.fact, pile)}"
    told = listed(f"{f.value} ({pile.place(f.article_id)})" for f in facts)
    return make_finding(
        "conflict",
        f"{names[0]}: {since} ({pile.place(long.fact.article_id)}); {names[1]}: {told}. Both can "
        "be right only if the two shared the post, or one held it for the other.",
        (fact_evidence(fact) for fact in (long.fact, *facts)),
        PRIOR * certainty(long.fact, facts[0]),
        about=(long.fact.subject_id, facts[0].subject_id),
        naming=(names[0], "role"),
    )


def _overtaken(own: list[_Holder], others: list[_Holder], pile: Pile) -> Finding:
    # The last telling of the one and the first of the other are nearest to the change.
    then, since = own[-1].fact, others[0].fact
    names = [pile.name(fact.subject_id) or fact.subject for fact in (then, since)]
    told = [f"{fact.value} ({pile.place(fact.article_id)})" for fact in (then, since)]
    more = [holder.fact for holder in (*own[:-1][-MOST_SHOWN:], *others[1:][:MOST_SHOWN])]
    return make_finding(
        "overtaken",
        f"{names[0]}: {told[0]}. Later {names[1]} is told to be that: {told[1]}.",
        (fact_evidence(fact) for fact in (then, since, *more)),
        PRIOR_OVERTAKEN * certainty(then, since),
        about=(then.subject_id, since.subject_id),
        naming=(names[0], "role"),
    )


def _since_words(fact: Fact, pile: Pile) -> str:
    text = pile.articles[fact.article_id].text
    matched = _SINCE.match(text, fact.span[1])
    words = matched.group() if matched else ""
    return " ".join(words[words.rfind("since") :].split())
