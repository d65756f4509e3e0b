"""Two who were said to be only friends, and one of whom says later since when they had been more:
"Ann and Tom are just good friends"; "Tom and I are together. We have been since last summer."

In: the tables of all articles.  Out: findings `conflict`.  What began after it was denied
contradicts nothing: the time since when must reach back to the denial, or the interview recalls it.
"""

import re
from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.calendar import Interval, interval_from_iso
from reportedly.content_words import words
from reportedly.model import Finding, Statement, Timex
from reportedly.offsets import hull, overlaps
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.parts import Found, by_part
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.whole import Whole, spread
from reportedly.reconcile.findings.wording import listed, quoted, sentence, who
from reportedly.reconcile.hashing import mixed
from reportedly.stage import Joins

_FRIEND = r"(?:friends?|mates?|pals?|colleagues?|workmates?)"
#: Nothing but friends; "old friends" may be more.
_ONLY = re.compile(
    rf"\b(?:just|only|merely|purely|nothing\s+(?:more|but|other)\s+than|no\s+more\s+than)\s+"
    rf"(?:an?\s+)?(?:(?:very|good|old|close|great|best|work|dear)\s+){{0,2}}{_FRIEND}\b"
    rf"|\b{_FRIEND},?\s+(?:and\s+)?(?:nothing|no)\s+(?:more|else)\b",
    re.IGNORECASE,
)
#: More than friends, in the words of one of the two.
_TOGETHER = re.compile(
    r"\b(?:I|we)\s+(?:are|were|have\s+been|had\s+been)\s+(?:together|a\s+couple|an\s+item|in\s+love|dating)\b"
    r"|\b(?:I|we)\s+(?:first\s+)?(?:got\s+together|fell\s+in\s+love|became\s+a\s+couple|started\s+dating)\b",
    re.IGNORECASE,
)
#: The same for a first look at a column.
_IN_TABLES = tuple(f"(?i){pattern.pattern}" for pattern in (_TOGETHER, _ONLY))
_SINCE = re.compile(r"\b(?:since|in|from|for)\s+(?:the\s+)?\Z", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:not|never|if|would|could|might)\b|n['’]t\b", re.IGNORECASE)
#: Characters before a denial in which the other of the two may be named: "Ann's rep says cool it."
_NEAR_CHARS = 200
#: A page without a day may be older or younger than what it is set against.
PRIOR, LESS_SURE = 0.65, 0.85


def find_only_friends(whole: Whole, joins: Joins) -> Iterator[Finding]:
    """One finding for each who says so, of whom it was denied before."""
    statements = whole.table(Statement)
    told, denied = (
        statements.filter(pc.match_substring_regex(statements["content_text"], words))
        for words in _IN_TABLES
    )
    speakers = pc.drop_null(pc.unique(told["speaker_id"]))
    states = spread(whole.index(Statement, "speaker_id"), whole.statement_states, speakers)
    # Few statements deny so; whom they are of is in their words.
    friends = whole.states_of_statements(denied["statement_id"]).sum(dtype=np.uint64)

    def find(some: list[str]) -> Found:
        own = told.filter(pc.is_in(told["speaker_id"], pa.array(some, pa.string())))
        names = {*own["statement_id"].to_pylist(), *denied["statement_id"].to_pylist()}
        rows = whole.having(Statement, "statement_id", names)
        times = whole.having(Timex, "article_id", own["article_id"].to_pylist())
        pile = whole.pile_of_statements(rows, (Timex, times))
        denials = [s for s in pile.rows(Statement) if _ONLY.search(s.content_text)]
        for speaker in some:
            for statement in pile.said_by(speaker):
                if finding := _answer(statement, denials, pile):
                    yield speaker, finding
                    break

    yield from by_part(
        speakers.to_pylist(), mixed(states, np.full(len(speakers), friends)), find, joins
    )


def _answer(told: Statement, denials: list[Statement], pile: Pile) -> Finding | None:
    """The finding on what one of two says, where others denied it of the time that it names."""
    said = _TOGETHER.search(told.content_text)
    if said is None or told.mode == "indirect" or _UNREAL.search(told.content_text[: said.end()]):
        return None
    persons = _names(told, pile) - {told.speaker_id}
    since = _since(told, pile)
    if since is None or len(persons) != 1 or told.speaker_id is None:
        return None
    pair = frozenset((*persons, told.speaker_id))
    recalled = [s for s in denials if s.article_id == told.article_id and _names(s, pile) <= pair]
    against = [
        denial
        for denial in denials
        if denial.article_id != told.article_id
        and _is_of(denial, pair, pile)
        and _reaches(since, denial, told, recalled, pile)
    ]
    if not against:
        return None
    against.sort(key=lambda s: (pile.day(s.article_id), s.statement_id))
    first, names = against[0], listed(sorted(filter(None, map(pile.name, pair))))
    sure = PRIOR if all(_ends(s, pile) for s in (first, told)) else LESS_SURE * PRIOR
    return make_finding(
        "conflict",
        sentence(
            f"{names}: {who(first)} is reported to say {quoted(first.content_text)} "
            f"({pile.place(first.article_id)}), and {who(told)} later, of that time: "
            f"{quoted(told.content_text)} ({pile.place(told.article_id)})"
        ),
        (evidence_of(s) for s in (first, told, *against[1:], *recalled)),
        sure * certainty(first, told),
        about=pair,
        naming=(names, "relationship"),
    )


def _ends(statement: Statement, pile: Pile) -> tuple[date, date] | None:
    """The first and the last day on which a statement can have been printed, if both are known."""
    days = pile.published(statement.article_id)
    return (days.earliest, days.latest) if days.earliest and days.latest else None


def _since(told: Statement, pile: Pile) -> Interval | None:
    """The time in which it began, by the first expression behind "since", "in" or "for"."""
    text, span = pile.articles[told.article_id].text, hull(told.content)
    for time in pile.timexes.get(told.article_id, ()):
        if overlaps(time.span, span) and _SINCE.search(text, span[0], time.span[0]):
            return interval_from_iso(time.earliest, time.latest)
    return None


def _names(statement: Statement, pile: Pile) -> set[str]:
    """The persons in what a statement says."""
    return {e for e in pile.about(statement) if pile.is_of(e, ("person",))}


def _is_of(denial: Statement, pair: frozenset[str], pile: Pile) -> bool:
    """True where a denial names nobody but the two, and the words before it name the other."""
    named, span = _names(denial, pile), hull(denial.content)
    if not named or not named <= pair:
        return False
    around = (max(0, span[0] - _NEAR_CHARS), span[1])
    return pair <= named.union(pile.mentions.within(denial.article_id, [around]))


def _reaches(
    since: Interval, denial: Statement, told: Statement, recalled: list[Statement], pile: Pile
) -> bool:
    """True where the two were together when it was denied: by the days, or as the article of the
    one who tells it recalls the denial in its own words."""
    ends = [_ends(s, pile) for s in (denial, told)]
    if ends[0] and ends[1]:
        if ends[0][1] >= ends[1][0]:
            return False
        if since.earliest:
            return since.earliest <= ends[0][1]
    return any(_phrase(other) == _phrase(denial) for other in recalled)


def _phrase(denial: Statement) -> tuple[str, ...]:
    """The words that say that there is no more to it."""
    found = _ONLY.search(denial.content_text)
    return words(found.group()) if found else ()
