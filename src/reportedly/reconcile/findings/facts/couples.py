"""The days and the end of a marriage are told of each of the two: one finding of both is left.

In: findings about single people.  Out: the same, mirrored ones put together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.model import Finding
from reportedly.offsets import Span
from reportedly.reconcile.findings.facts.life_dates import UNION_DATES


def each_couple_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """All findings; of overtaken ties that rest on the same words only the one with most evidence,
    about both people, and what the other rests on after its own; and so of days of a union that
    two tellings give in the same words of both."""
    ties: list[Finding] = []
    days: list[Finding] = []
    for finding in findings:
        if finding.kind == "overtaken" and finding.attribute == "relationship":
            ties.append(finding)
        elif finding.kind == "conflict" and finding.attribute in UNION_DATES:
            days.append(finding)
        else:
            yield finding
    yield from _each_dispute_once(days)
    kept: list[Finding] = []
    #: the first kept that rests on some words
    at: dict[tuple[str, Span], int] = {}
    for tie in sorted(ties, key=lambda f: (-len(f.evidence), -f.confidence, f.finding_id)):
        places = _places(tie)
        number = min((at[place] for place in places if place in at), default=len(kept))
        if number == len(kept):
            kept.append(tie)
        else:
            kept[number] = _together(kept[number], tie)
        for place in places:
            at[place] = min(number, at.get(place, number))
    yield from kept


def _each_dispute_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Of those that set the same two passages against one another the one with most evidence."""
    kept: dict[frozenset[tuple[str, Span]], Finding] = {}
    for finding in sorted(
        findings, key=lambda f: (-len(f.evidence), -f.confidence, f.subject or "", f.finding_id)
    ):
        one, other = finding.evidence[:2]
        sides = frozenset(((one.article_id, one.span), (other.article_id, other.span)))
        first = kept.get(sides)
        kept[sides] = _together(first, finding) if first else finding
    yield from kept.values()


def _together(one: Finding, other: Finding) -> Finding:
    about = tuple(sorted({*one.about, *other.about}))
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return replace(one, about=about, evidence=evidence)


def _places(finding: Finding) -> set[tuple[str, Span]]:
    return {(e.article_id, e.span) for e in finding.evidence}
