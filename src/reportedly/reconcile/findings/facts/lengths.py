"""How long a marriage lasted beside the day of its wedding: "divorced in September after 14 years
of marriage" of two who married eleven years before.

In: facts of one person.  Out: at most one conflict.  Papers count years of a marriage roughly, so a
year more or less is no matter.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.annotate.facts.lexicon import COUNT, count_of
from reportedly.calendar import Interval
from reportedly.calendar.ages import birthday
from reportedly.calendar.timex import find_timex_interval
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.bounds import Bound
from reportedly.reconcile.findings.facts.life_dates import as_of_interval, find_union_bound
from reportedly.reconcile.findings.facts.partners import find_companion, is_same
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import quoted, when

_LASTED = re.compile(
    rf"\bafter\s+(?P<after>{COUNT})\s+years\s+of\s+(?:marriage|wedlock)\b"
    rf"|\b(?P<long>{COUNT})-year\s+marriage\b"
    rf"|\bmarriage\s+(?:that\s+|which\s+)?lasted\s+(?P<lasted>{COUNT})\s+years\b"
    rf"|\bmarriage\s+of\s+(?P<of>{COUNT})\s+years\b",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:divorcing|divorced\s+from|separated\s+from)\s+(?P<partner>.+)")
#: Years that a count may be off: rounded up, or counted to the parting and not to the divorce.
_SLACK_YEARS = 1
#: The years may be counted from another day than the wedding.
PRIOR = 0.65


def find_length_conflicts(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one: the first length that no wedding of the same two allows."""
    lengths = [
        (partner, bound)
        for fact in facts
        if (bound := _find_length(fact, pile)) and (partner := _find_partner(fact, pile))
    ]
    wed = [fact for fact in facts if fact.attribute == "marriage_date"] if lengths else []
    for partner, length in lengths:
        weddings = [
            bound
            for fact in wed
            if (bound := find_union_bound(fact, "marriage_date", pile))
            and (other := find_companion(fact, pile)) and is_same(other, partner)
        ]  # fmt: skip
        if weddings and all(_apart(w.interval, length.interval) for w in weddings):
            yield _finding(subject, length, weddings, pile)
            return


def _find_partner(fact: Fact, pile: Pile) -> str | None:
    """From whom a fact tells somebody as parted."""
    state = _STATE.fullmatch(fact.value) if fact.attribute == "relationship" else None
    return state["partner"] if state else find_companion(fact, pile)


def _find_length(fact: Fact, pile: Pile) -> Bound | None:
    """When the two can have married, by how long an article says that they were married."""
    parted = fact.attribute == "divorce_date" or (
        fact.attribute == "relationship" and _STATE.fullmatch(fact.value)
    )
    text = pile.articles[fact.article_id].text
    told = _LASTED.search(text, *sentence_at(text, fact.span[0])) if parted else None
    years = count_of(next(filter(None, told.groups()))) if told else None
    if told is None or not years:
        return None
    end = find_timex_interval(fact.value) if fact.attribute == "divorce_date" else None
    end = end or as_of_interval(fact)
    if end.earliest is None or end.latest is None:
        return None
    wed, loosely = (
        Interval(birthday(end.earliest, -years - 1 - slack), birthday(end.latest, slack - years))
        for slack in (0, _SLACK_YEARS)
    )
    words = f"{quoted(told.group())} ({pile.place(fact.article_id)}), so married {when(wed)}"
    said = replace(fact, span=(min(fact.span[0], told.start()), max(fact.span[1], told.end())))
    return Bound(said, loosely, words)


def _apart(one: Interval, other: Interval) -> bool:
    return bool(
        (one.latest and other.earliest and one.latest < other.earliest)
        or (other.latest and one.earliest and other.latest < one.earliest)
    )


def _finding(subject: str, length: Bound, weddings: list[Bound], pile: Pile) -> Finding:
    first = min(weddings, key=lambda b: (-b.fact.confidence, b.fact.fact_id))
    facts = [first.fact, length.fact, *(b.fact for b in weddings if b is not first)]
    about = [told.subject_id for fact in (first.fact, length.fact) for told in pile.told_with(fact)]
    return make_finding(
        "conflict",
        f"{subject}: {first.words}; {length.words}, give or take a year. The two cannot both be "
        "right.",
        (fact_evidence(fact) for fact in facts),
        PRIOR * certainty(first.fact, length.fact),
        about=about,
        naming=(subject, "marriage_date"),
    )
