"""One finding for what two finders tell of the same words: all findings in, those to show out."""

from collections.abc import Iterable

from reportedly.model import Evidence, Finding
from reportedly.offsets import overlaps
from reportedly.reconcile.findings.swapped import OF_SLIPS


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """All but conflicts between the very words that a fuller finding shows.

    Where a number in a quotation has become another, the two numbers are no conflict of their own,
    and those with the same digits in another order not even where another article gives one of
    them; nor is a marriage before its wedding, where the days of the wedding conflict.
    """
    listed = list(findings)
    fuller: dict[str, list[Finding]] = {}
    for finding in listed:
        if _is_fuller(finding):
            for article in {e.article_id for e in finding.evidence}:
                fuller.setdefault(article, []).append(finding)
    return [f for f in listed if not (f.kind == "conflict" and _is_shown(f, fuller))]


def _is_fuller(finding: Finding) -> bool:
    if finding.kind == "changed_quote":
        return True
    return finding.kind == "conflict" and finding.attribute == "marriage_date"


def _is_shown(conflict: Finding, fuller: dict[str, list[Finding]]) -> bool:
    if conflict.attribute in OF_SLIPS:
        return any(
            _same(own, other)
            for own in conflict.evidence
            for shown in fuller.get(own.article_id, [])
            if shown.kind == "changed_quote"
            for other in shown.evidence
        )
    first = conflict.evidence[0].article_id if conflict.evidence else ""
    return any(
        all(any(_same(own, other) for other in shown.evidence) for own in conflict.evidence)
        for shown in fuller.get(first, [])
        if shown.kind == "changed_quote" or conflict.attribute == "relationship"
    )


def _same(one: Evidence, other: Evidence) -> bool:
    return one.article_id == other.article_id and overlaps(one.span, other.span)
