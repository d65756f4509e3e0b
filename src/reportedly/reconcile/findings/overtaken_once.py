"""What was overtaken, once: the same words are found by each subject that they share with others.

In: findings `overtaken`, as made for one subject each.  Out: the surest for each thing said.
"""

from collections.abc import Iterable, Iterator

from reportedly.model import Article, Evidence, Finding, Statement
from reportedly.offsets import overlaps
from reportedly.reconcile.findings.whole import Whole
from reportedly.schema import rows_of


def once_each(found: list[Finding], whole: Whole) -> Iterator[Finding]:
    """Of the findings of one matter that begin with the same utterance, or with the same words of
    nobody in near copies, the surest; of equally sure ones that with most evidence."""
    said = {e.statement_id for f in found for e in f.evidence[:1] if e.statement_id}
    statements = {
        row.statement_id: row
        for row in rows_of(Statement, whole.having(Statement, "statement_id", said))
    }
    names = {f.evidence[0].article_id for f in found}
    light = whole.light_articles(names)
    copies = {row.article_id: row.copy_group for row in rows_of(Article, light)}
    best: dict[tuple[str | None, ...], Finding] = {}
    for finding in sorted(found, key=_rank):
        first = finding.evidence[0]
        own = (finding.attribute, *_words_of(first, statements, copies))
        best.setdefault(own, finding)
    yield from best.values()


def not_told_before(found: Iterable[Finding], known: list[Finding]) -> Iterator[Finding]:
    """Those of `found` whose first words nothing overtaken in `known` begins with."""
    first: dict[str, list[Evidence]] = {}
    for finding in known:
        if finding.kind == "overtaken":
            first.setdefault(finding.evidence[0].article_id, []).append(finding.evidence[0])
    for finding in found:
        own = finding.evidence[0]
        if not any(overlaps(own.span, other.span) for other in first.get(own.article_id, ())):
            yield finding


def not_shown(found: Iterable[Finding], known: Iterable[Finding]) -> Iterator[Finding]:
    """Those of `found` that rest on none of the passages of a finding in `known`."""
    shown: dict[str, list[Evidence]] = {}
    for finding in known:
        for passage in finding.evidence:
            shown.setdefault(passage.article_id, []).append(passage)
    for finding in found:
        if not any(
            overlaps(own.span, other.span)
            for own in finding.evidence
            for other in shown.get(own.article_id, ())
        ):
            yield finding


def _rank(finding: Finding) -> tuple[float, int, str]:
    return -finding.confidence, -len(finding.evidence), finding.finding_id


def _words_of(
    first: Evidence, statements: dict[str, Statement], copies: dict[str, str | None]
) -> tuple[str | None, ...]:
    """What tells the words apart that were overtaken."""
    statement = statements.get(first.statement_id or "")
    if statement and (statement.utterance_id or statement.claim_id):
        return "said", statement.utterance_id or statement.claim_id
    return "told", copies[first.article_id] or first.article_id, str(first.span)
