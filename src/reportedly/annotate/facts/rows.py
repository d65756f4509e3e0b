"""From what the finders give to rows: identifiers, days for which a fact is said, who says it."""

from collections.abc import Iterable

from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.calendar import ANY_DAY, Interval, find_interval
from reportedly.identifiers import identifier
from reportedly.model import Fact, Statement
from reportedly.offsets import hull, overlaps, within_any

#: A quotation can be older than the article, so what it says of now is a little less sure.
QUOTED = 0.95


def rows_of_found(setting: Setting, found: Iterable[Found]) -> list[Fact]:
    """One row for each subject, attribute, value and speaker: the first in the text."""
    rows: dict[tuple[object, ...], Fact] = {}
    for fact in sorted(found, key=_order):
        row = _row(setting, fact)
        if row is not None:
            who = row.subject if row.subject_cluster is None else row.subject_cluster
            rows.setdefault((who, row.attribute, row.value.lower(), row.statement_id), row)
    nameless = [row for row in rows.values() if not row.subject]
    told = (row for row in rows.values() if not _is_of_nobody_named(row, nameless))
    return sorted(told, key=lambda row: row.fact_id)


def _is_of_nobody_named(row: Fact, nameless: Iterable[Fact]) -> bool:
    """True for the same words under a name and without: whose they are the pile finds out."""
    return bool(row.subject) and any(
        (other.attribute, other.value) == (row.attribute, row.value)
        and overlaps(other.span, row.span)
        for other in nameless
    )


def _order(fact: Found) -> tuple[object, ...]:
    subject = (
        (1, fact.subject, 0) if isinstance(fact.subject, str) else (0, "", fact.subject.cluster)
    )
    return fact.span, fact.attribute, fact.value, subject, -fact.confidence


def _row(setting: Setting, fact: Found) -> Fact | None:
    """The row; None for a past state of an article without a day, which bounds nothing."""
    article = setting.document.article
    days = _as_of(setting, fact)
    if days is None:
        return None
    statement = _find_statement(setting, fact)
    named = isinstance(fact.subject, Person)
    name = (
        setting.people.name_of(fact.subject.cluster)
        if isinstance(fact.subject, Person)
        else fact.subject
    )
    earliest, latest = days.iso()
    return Fact(
        fact_id=identifier("f", article.article_id, fact.span, fact.attribute, name, fact.value),
        subject=name,
        attribute=fact.attribute,
        value=fact.value,
        as_of_earliest=earliest,
        as_of_latest=latest,
        article_id=article.article_id,
        span=fact.span,
        statement_id=statement.statement_id if statement else None,
        confidence=round(min(0.99, fact.confidence * (QUOTED if statement else 1.0)), 3),
        subject_cluster=fact.subject.cluster
        if named and isinstance(fact.subject, Person)
        else None,
    )


def _as_of(setting: Setting, fact: Found) -> Interval | None:
    if isinstance(fact.when, Interval):
        return fact.when
    published = find_interval(setting.document.article.published)
    if fact.when == "past":
        return Interval(None, published.latest) if published else None
    return published or ANY_DAY


def _find_statement(setting: Setting, fact: Found) -> Statement | None:
    """The smallest statement whose content holds the words."""
    around = [s for s in setting.statements if within_any(fact.span, s.content)]
    if not around:
        return None
    return min(around, key=lambda s: (hull(s.content)[1] - hull(s.content)[0], s.statement_id))
