"""One finding for what two finders tell of the same words: all findings in, those to show out."""

from collections.abc import Iterable

from reportedly.model import Evidence, Finding
from reportedly.offsets import overlaps


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """All but conflicts between the very words that a changed quotation shows: where a number in a
    quotation has become another, the two numbers are no conflict of their own."""
    listed = list(findings)
    changed: dict[str, list[Finding]] = {}
    for finding in listed:
        if finding.kind == "changed_quote":
            for article in {e.article_id for e in finding.evidence}:
                changed.setdefault(article, []).append(finding)
    return [f for f in listed if not (f.kind == "conflict" and _is_shown(f, changed))]


def _is_shown(conflict: Finding, changed: dict[str, list[Finding]]) -> bool:
    first = conflict.evidence[0].article_id if conflict.evidence else ""
    return any(
        all(any(_same(own, other) for other in quote.evidence) for own in conflict.evidence)
        for quote in changed.get(first, [])
    )


def _same(one: Evidence, other: Evidence) -> bool:
    return one.article_id == other.article_id and overlaps(one.span, other.span)
