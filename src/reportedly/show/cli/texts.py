"""Rows as lines of text for a terminal: words first, then where they stand."""

import calendar
import re
from collections.abc import Mapping, Sequence

from reportedly.model import Article, Edit, Entity, Event, Fact, Finding, Statement
from reportedly.offsets import Span
from reportedly.show.cli.summary import count
from reportedly.store.known import TOLD, Known, known
from reportedly.store.looking_up import Person

Articles = Mapping[str, Article]

#: Characters of context shown on either side of a piece of evidence.
_CONTEXT = 40
_KINDS = {
    "conflict": "Conflict",
    "changed_quote": "Changed quotation",
    "misattribution": "Two names or occasions",
    "overtaken": "Overtaken",
    "correction": "Correction",
    "agreement": "Agreement",
}


def day_of(article: Article) -> str:
    """When an article was published, or between which days, or that it carries no date."""
    if article.published_from in ("metadata", "text") and article.published:
        return article.published[:10]
    first, last = article.published_earliest, article.published_latest
    if first and first == last:
        return f"undated; on {first}"
    if article.published_from == "likely":
        return f"undated; likely between {first} and {last}"
    if first and last:
        return f"undated; between {first} and {last}"
    if first or last:
        return f"undated; on or after {first}" if first else f"undated; on or before {last}"
    return "undated"


def place_of(article: Article) -> str:
    """Outlet, day and title of an article."""
    title = f": {article.title}" if article.title else ""
    return f"{article.outlet or article.path}, {day_of(article)}{title}"


def words_around(article: Article, span: Span) -> str:
    """The words under a span in brackets, with a little of what stands around them."""
    start, end = span
    text = article.text
    first, last = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    before, after = text[first:start], text[end:last]
    if first:
        before = _CUT_BEFORE.sub("… ", before, count=1)
    if last < len(text):
        after = _CUT_AFTER.sub(" …", after, count=1)
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


#: The words that the limits of the context may have cut in two.
_CUT_BEFORE, _CUT_AFTER = re.compile(r"\A\S*\s+"), re.compile(r"\s+\S*\Z")


def finding_lines(number: int, finding: Finding, articles: Articles) -> list[str]:
    """A finding with its evidence side by side."""
    subject = f" — {finding.subject}" if finding.subject else ""
    lines = [
        f"{number}. {_KINDS[finding.kind]}{subject} (confidence {finding.confidence:.2f})",
        f"   {finding.explanation}",
    ]
    for evidence in finding.evidence:
        article = articles[evidence.article_id]
        lines.append(f"   · {place_of(article)}")
        lines.append(f"     {words_around(article, evidence.span)}")
    return [*lines, ""]


def statement_line(statement: Statement, articles: Articles) -> str:
    """Who said what, in which article."""
    who = statement.speaker or statement.source_text or "somebody"
    return (
        f"  {statement.statement_id}  {who}: {statement.content_text}\n"
        f"      {place_of(articles[statement.article_id])}"
    )


def person_lines(
    entity: Entity, person: Person, articles: Articles, identity: Sequence[str] = ()
) -> list[str]:
    """Everything on one entity; `identity` are lines on who it is."""
    lines = [
        f"{entity.name} ({entity.kind}, {count(entity.n_articles, 'article')}, {entity.entity_id})"
    ]
    if entity.aliases:
        lines.append(f"  also: {', '.join(entity.aliases)}")
    if entity.reason:
        lines.append(f"  {entity.reason}")
    unnamed = [each for each in person.about if each.source_kind == "anonymous"]
    named = [each for each in person.about if each.source_kind != "anonymous"]
    lines += identity
    lines += _fact_lines(person.facts, articles)
    lines += [known_line(days, articles) for days in known(person.facts)]
    for title, statements in (
        ("Said", person.statements),
        ("Was told", person.heard),
        ("Others about them", named),
        ("Unnamed sources about them", unnamed),
    ):
        if statements:
            lines.append(f"{title} ({len(statements)})")
            ordered = sorted(statements, key=lambda s: (_when(articles[s.article_id]), s.content))
            lines += [statement_line(statement, articles) for statement in ordered]
    if person.findings:
        lines.append(f"Findings ({len(person.findings)})")
        lines += [f"  {finding.explanation}" for finding in person.findings]
    return lines


def _fact_lines(facts: Sequence[Fact], articles: Articles) -> list[str]:
    """One line for each value of an attribute, the values in the order of their first reports."""
    ordered = sorted(facts, key=lambda f: (f.attribute, _when(articles[f.article_id]), f.fact_id))
    told: dict[tuple[str, str], list[Fact]] = {}
    for fact in ordered:
        told.setdefault((fact.attribute, fact.value.casefold()), []).append(fact)
    lines = []
    for (attribute, _), same in told.items():
        others = len({fact.article_id for fact in same}) - 1
        more = f", and {count(others, 'article')} more" if others else ""
        place = place_of(articles[same[0].article_id])
        lines.append(f"  {attribute} {same[0].value} — {place}{more}")
    return lines


def _when(article: Article) -> tuple[str, str]:
    """Sorts articles by day, undated ones by the last that they can be of; without any last."""
    day = article.published or article.published_latest or "9999"
    return day[:10], article.article_id


def known_line(days: Known, articles: Articles) -> str:
    """What agreeing facts together leave for a day of a life, and the two that give its ends."""
    between = f"{days.earliest or 'any day'} to {days.latest or 'any day'}"
    if days.earliest == days.latest:
        between = str(days.earliest)
    places = " and ".join(
        f"{fact.attribute} {fact.value} ({place_of(articles[fact.article_id])})"
        for fact in days.evidence
    )
    others = f", {days.n_other} do not fit" if days.n_other else ""
    rows = count(days.n_agreeing, "row")
    return f"  together: {TOLD[days.attribute]} {between} — by {places}; {rows}{others}"


def event_lines(event: Event, articles: Articles) -> list[str]:
    """An event: its days, the words, how many say so and where."""
    days = days_between(event.earliest, event.latest)
    sources = f"{count(event.n_articles, 'article')}, {event.n_independent} independent"
    places = sorted({place_of(articles[evidence.article_id]) for evidence in event.evidence})
    return [f"{days}  {event.what} ({sources})", *(f"    {place}" for place in places)]


def days_between(earliest: str | None, latest: str | None) -> str:
    """Two days in words: one day, a whole month or year as such, else from one to the other."""
    if earliest is None or latest is None:
        return f"on or after {earliest}" if earliest else f"on or before {latest or '?'}"
    if earliest == latest:
        return earliest
    if (earliest[4:], latest[4:]) == ("-01-01", "-12-31") and earliest[:4] == latest[:4]:
        return earliest[:4]
    if _is_month(earliest, latest):
        return earliest[:7]
    return f"{earliest} to {latest}"


def _is_month(earliest: str, latest: str) -> bool:
    year, month = int(earliest[:4]), int(earliest[5:7])
    last = calendar.monthrange(year, month)[1]
    return earliest[8:] == "01" and latest == f"{earliest[:7]}-{last:02}"


def edit_text(edit: Edit) -> str:
    """`replace “may” by “will”`, `drop “not”`, `add “never”`."""
    if edit.from_ and edit.to:
        return f"{edit.op} “{edit.from_}” by “{edit.to}”"
    return f"{edit.op} “{edit.from_ or edit.to}”"
