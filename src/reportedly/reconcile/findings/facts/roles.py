"""Posts that one article gives as present and another as past.

Told as past later: overtaken.  Told as present after, or in the same days as, it was told as
past: the two rows cannot both be right, unless the post was taken up again.
"""

import re
from collections.abc import Iterator

from reportedly.calendar import Interval
from reportedly.content_words import content_stems
from reportedly.model import Fact, Finding, FindingKind
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import quoted, report

_PAST = re.compile(
    r"\b(?:former(?:ly)?|ex|one-time|onetime|past|late|then|outgoing|retired|divorced)\b[\s-]*",
    re.IGNORECASE,
)
#: A title is kept by courtesy after the post is left ("Senator"), so that a present form after a
#: past one says little; how often it was a real conflict when read.
PRIOR_CONFLICT = 0.5
PRIOR_OVERTAKEN = 0.7
#: Words that a role needs beside its noun: "chief executive of …", not "president" alone.
FEWEST_STEMS = 2
#: Present after past within this time is a conflict; later, the post may have been taken up again.
WITHIN_DAYS = 60


def find_role_changes(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one conflict and one overtaken role for each post of one person."""
    roles = [f for f in facts if f.attribute == "role" and len(_post(f)) >= FEWEST_STEMS]
    past = [f for f in roles if _PAST.search(f.value)]
    present = [f for f in roles if not _PAST.search(f.value)]
    done: set[tuple[str, frozenset[str]]] = set()
    for then in sorted(present, key=lambda f: _order(f, pile)):
        for since in sorted(past, key=lambda f: _order(f, pile)):
            kind = _find_relation(then, since) if _same_post(then, since) else None
            if kind and (kind, _post(then)) not in done:
                done.add((kind, _post(then)))
                yield _finding(kind, subject, then, since, pile)


def _order(fact: Fact, pile: Pile) -> tuple[str, str]:
    return pile.day(fact.article_id), fact.fact_id


def _post(fact: Fact) -> frozenset[str]:
    return content_stems(_PAST.sub("", fact.value))


def _same_post(a: Fact, b: Fact) -> bool:
    one, other = _post(a), _post(b)
    return one <= other or other <= one


def _find_relation(present: Fact, past: Fact) -> FindingKind | None:
    """How a post told as present and as past go together; None when the times leave it open."""
    gap = _gap(as_of_interval(present), as_of_interval(past))
    if gap is None:
        return None
    if gap > 0:
        return "overtaken"
    return "conflict" if gap >= -WITHIN_DAYS else None


def _gap(present: Interval, past: Interval) -> int | None:
    """Days from the last day of the present form to the first of the past one, negative when the
    present form comes after; None when they overlap or are open."""
    if present.latest and past.earliest and present.latest < past.earliest:
        return (past.earliest - present.latest).days
    if past.latest and present.earliest and past.latest <= present.earliest:
        return -(present.earliest - past.latest).days
    return None


def _finding(kind: FindingKind, subject: str, then: Fact, since: Fact, pile: Pile) -> Finding:
    first, second = (then, since) if kind == "overtaken" else (since, then)
    close = (
        "The first was said before the second."
        if kind == "overtaken"
        else "Both can be right only if the post was taken up again, or the title is kept."
    )
    explanation = (
        f"{subject} is {quoted(first.value)} in {_place(first, pile)}, and {quoted(second.value)} "
        f"in {_place(second, pile)}. {close}"
    )
    prior = PRIOR_OVERTAKEN if kind == "overtaken" else PRIOR_CONFLICT
    return make_finding(
        kind,
        explanation,
        (fact_evidence(first), fact_evidence(second)),
        prior * (first.confidence * second.confidence) ** 0.5,
        about=(first.subject_id,),
        naming=(subject, "role"),
    )


def _place(fact: Fact, pile: Pile) -> str:
    return report(pile.articles[fact.article_id], pile.published(fact.article_id))
