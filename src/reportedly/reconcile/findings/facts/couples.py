"""The end of a marriage is told of each of the two: one finding of both is left.

In: findings about single people.  Out: the same, mirrored ones put together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.model import Finding
from reportedly.offsets import Span


def each_couple_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """All findings; of overtaken ties that rest on the same words only the one with most evidence,
    about both people, and what the other rests on after its own."""
    ties: list[Finding] = []
    for finding in findings:
        if finding.kind == "overtaken" and finding.attribute == "relationship":
            ties.append(finding)
        else:
            yield finding
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


def _together(one: Finding, other: Finding) -> Finding:
    about = tuple(sorted({*one.about, *other.about}))
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return replace(one, about=about, evidence=evidence)


def _places(finding: Finding) -> set[tuple[str, Span]]:
    return {(e.article_id, e.span) for e in finding.evidence}
