"""Rows as lines of text for a terminal: words first, then where they stand."""

from collections.abc import Mapping, Sequence

from reportedly.model import Article, Edit, Entity, Event, Finding, Statement
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
    if first or last:
        return f"undated; between {first or '?'} and {last or '?'}"
    return "undated"


def place_of(article: Article) -> str:
    """Outlet, day and title of an article."""
    title = f": {article.title}" if article.title else ""
    return f"{article.outlet or article.path}, {day_of(article)}{title}"


def words_around(article: Article, span: Span) -> str:
    """The words under a span in brackets, with a little of what stands around them."""
    start, end = span
    before = article.text[max(0, start - _CONTEXT) : start]
    after = article.text[end : end + _CONTEXT]
    return " ".join(f"{before}[{article.text[start:end]}]{after}".split())


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
    lines += [
        f"  {fact.attribute} {fact.value} — {place_of(articles[fact.article_id])}"
        for fact in person.facts
    ]
    lines += [known_line(days, articles) for days in known(person.facts)]
    for title, statements in (
        ("Said", person.statements),
        ("Was told", person.heard),
        ("Others about them", named),
        ("Unnamed sources about them", unnamed),
    ):
        if statements:
            lines.append(f"{title} ({len(statements)})")
            lines += [statement_line(statement, articles) for statement in statements]
    if person.findings:
        lines.append(f"Findings ({len(person.findings)})")
        lines += [f"  {finding.explanation}" for finding in person.findings]
    return lines


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
    days = event.earliest or "?"
    if event.latest != event.earliest:
        days = f"{days} to {event.latest or '?'}"
    sources = f"{count(event.n_articles, 'article')}, {event.n_independent} independent"
    places = sorted({place_of(articles[evidence.article_id]) for evidence in event.evidence})
    return [f"{days}  {event.what} ({sources})", *(f"    {place}" for place in places)]


def edit_text(edit: Edit) -> str:
    """`replace “may” by “will”`, `drop “not”`, `add “never”`."""
    if edit.from_ and edit.to:
        return f"{edit.op} “{edit.from_}” by “{edit.to}”"
    return f"{edit.op} “{edit.from_ or edit.to}”"
