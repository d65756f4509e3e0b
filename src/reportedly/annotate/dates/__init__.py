"""One article to its expressions of time (`Timex`) and the evidence for its day (`DayEvidence`)."""

from reportedly.annotate.dates.evidence import find_evidence
from reportedly.annotate.dates.filter import dates_filter
from reportedly.annotate.dates.recognise import Expression, find_expressions
from reportedly.annotate.document import Document
from reportedly.calendar import Interval, find_interval
from reportedly.calendar.timex import find_timex_interval
from reportedly.model import DayEvidence, Timex
from reportedly.rows import Rows

__all__ = ["annotate", "dates_filter"]


def annotate(document: Document, rows: Rows) -> Rows:
    """The expressions of time of one article, and what says on which day it was published."""
    written = find_interval(document.article.published)
    expressions = find_expressions(
        document.text, written.exact_day if written else None, document.spans_of("boilerplate")
    )
    return Rows(
        {
            Timex: [_timex(document, expression) for expression in expressions],
            DayEvidence: _distinct(find_evidence(document, expressions)),
        }
    )


def _timex(document: Document, expression: Expression) -> Timex:
    days: Interval | None = None
    if expression.type in ("DATE", "TIME"):
        days = find_timex_interval(expression.value)
    earliest, latest = days.iso() if days else (None, None)
    return Timex(
        article_id=document.article.article_id,
        span=(expression.start, expression.end),
        text=document.text[expression.start : expression.end],
        type=expression.type,
        value=expression.value,
        earliest=earliest,
        latest=latest,
    )


def _distinct(evidence: list[DayEvidence]) -> list[DayEvidence]:
    """One row for each key of the table; the first found stays."""
    return list({(row.kind, row.span): row for row in reversed(evidence)}.values())[::-1]
