"""Words that are dated after the death of whoever is said to have said them.

Only a statement whose own words give a day counts ("on Friday", and "last week" of a page that came
out long after): an old quotation printed after a death is nothing strange, and neither is one whose
day nobody tells.  A surname is no speaker: after a death it is mostly the family that speaks.
"""

import re
from collections.abc import Iterator

from reportedly.calendar import Interval, interval_from_iso
from reportedly.model import Evidence, Fact, Finding, Statement
from reportedly.offsets import hull
from reportedly.reconcile.findings.facts.bounds import Bound
from reportedly.reconcile.findings.facts.life_dates import find_death_bound
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import quoted, when

#: Who speaks for the dead.
_KIN = re.compile(
    r"\b(?:mother|father|parents?|brother|sister|son|daughter|wife|husband|widow(?:er)?|family"
    r"|relatives?|lawyer|spokes\w+|friends?)\b",
    re.IGNORECASE,
)
_ARE_KIN = r"\b(?:mother|father|mum|mom|dad|brother|sister|son|daughter|wife|husband|sis|bro),?\s+"
#: Words beside a cue that make what is said one of the page's own days; how far back they reach.
_LATELY = re.compile(
    r"\b(?:yesterday|today|tonight|last\s+(?:night|week)|this\s+(?:week|morning)|on\s+\w+day)\b",
    re.I,
)
_LATELY_DAYS = 14
#: Characters behind a cue in which they stand.
_CUE_CHARS = 60
_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Judge Sen Rep Gov Gen".split())
#: A death and a last interview are told by the day of publication as often as by their own.
SLACK_DAYS = 2
#: One of the two dates is wrong, or the words are somebody else's of the same name.
PRIOR = 0.6


def find_words_after_death(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one conflict a person: the most certain of the statements dated after the death."""
    deaths = [b for fact in facts if (b := find_death_bound(fact, pile)) and b.interval.latest]
    entity = next((f.subject_id for f in facts if f.subject_id), None)
    if not deaths or entity is None:
        return
    # The latest telling of the death: what is dated after that fits none of them.
    death = max(deaths, key=lambda b: (b.interval.iso()[1] or "", b.fact.fact_id))
    last = death.interval.widened(after_days=SLACK_DAYS).latest
    after = [
        (statement, days)
        for statement in pile.said_by(entity)
        if (days := _said(statement, pile)).earliest
        and last
        and days.earliest > last
        and is_surely(subject, statement, pile)
    ]
    if after:
        statement, days = min(after, key=lambda s: (-s[0].confidence, s[0].statement_id))
        yield _finding(subject, death, statement, days, pile)


def is_surely(name: str, statement: Statement, pile: Pile) -> bool:
    """True when the words around a statement leave no relative of the name as its speaker.

    The source holds a given name; or its article names the person in full and nobody else of the
    surname.  "His mother" is never the person, and neither is "she" where both could be meant.
    """
    words = [word for word in name.split() if word.rstrip(".") not in _TITLES]
    *given, last = words or [name]
    source = statement.source_text or ""
    # "His mother Ann Doe" is Ann Doe, "the mother of Ann Doe" and "Ann Doe's mother" are not.
    if given and re.search(rf"(?<!of )\b{re.escape(' '.join(words))}\b(?!['’])", source):
        return True
    if given and re.search(rf"{_ARE_KIN}{re.escape(given[0])}\b(?!['’])", source, re.IGNORECASE):
        return True
    if _KIN.search(source) or not given:
        return False
    if set(given) & set(re.findall(r"[\w'’-]+", source)):
        return True
    text = pile.articles[statement.article_id].text
    named = {
        m[1].rstrip(".") for m in re.finditer(rf"([A-Z][\w'’-]*\.?)\s+{re.escape(last)}\b", text)
    }
    return bool(named & set(given)) and not named - set(given) - _TITLES


def _said(statement: Statement, pile: Pile) -> Interval:
    """The days on which words were said, by their own; of "last week" those before the page's."""
    said = interval_from_iso(statement.said_earliest, statement.said_latest)
    published = pile.published(statement.article_id)
    if said.earliest or published.earliest is None or not statement.cue:
        return said
    cue, end = statement.cue[0][0], min(s[0] for s in statement.content if s)
    text = pile.articles[statement.article_id].text
    beside = text[cue : end if cue < end <= cue + _CUE_CHARS else cue + _CUE_CHARS]
    if not _LATELY.search(beside.partition(".")[0]):
        return said
    earliest = published.widened(before_days=_LATELY_DAYS).earliest
    return Interval(earliest, said.latest or published.latest)


def _finding(
    subject: str, death: Bound, statement: Statement, days: Interval, pile: Pile
) -> Finding:
    place = pile.place(statement.article_id)
    words = Evidence(statement.article_id, hull(statement.content), statement.statement_id)
    return make_finding(
        "conflict",
        f"{subject}: {death.words}; said {quoted(statement.content_text)} {when(days)} ({place}). "
        "Nobody speaks after their death: one of the two days is wrong, or the words are older, or "
        "somebody else’s.",
        (fact_evidence(death.fact), words),
        PRIOR * certainty(death.fact, statement),
        about=(death.fact.subject_id,),
        naming=(subject, "death_date"),
    )
