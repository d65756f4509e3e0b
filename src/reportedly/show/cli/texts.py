"""Rows as lines of text for a terminal: words first, then where they stand."""

import re
from collections.abc import Mapping, Sequence

from reportedly.model import Article, ChainHop, Edit, Entity, Event, Fact, Finding, Statement
from reportedly.offsets import Span
from reportedly.show import days
from reportedly.show.cli.layout import count
from reportedly.show.outlets import outlet_of
from reportedly.show.web import wording
from reportedly.store.known import TOLD, Known, known
from reportedly.store.looking_up import Person

Articles = Mapping[str, Article]
#: Statement → its hops.
Chains = Mapping[str, Sequence[ChainHop]]

#: Characters of context shown on either side of a piece of evidence.
_CONTEXT = 40

#: Hops of a way that says nothing beyond place and speaker: the outlet and who spoke.
_SHORT_WAY = 2


def place_of(article: Article) -> str:
    """Outlet, day and title of an article."""
    title = f": {article.title}" if article.title else ""
    return f"{report_of(article)}{title}"


def report_of(article: Article) -> str:
    """Outlet and day of an article."""
    return f"{outlet_of(article)}, {days.published(article)}"


def words_around(article: Article, span: Span) -> str:
    """The words under a span in brackets, with a little of what stands around them in their
    paragraph."""
    start, end = span
    text = article.text
    first, last = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    before, after = text[first:start], text[end:last]
    if paragraph := list(_BREAK.finditer(before)):
        before = before[paragraph[-1].end() :]
    elif first:
        before = _CUT_BEFORE.sub("… ", before, count=1)
    if paragraph_end := _BREAK.search(after):
        after = after[: paragraph_end.start()]
    elif last < len(text):
        after = _CUT_AFTER.sub(" …", after, count=1)
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


_BREAK = re.compile(r"\n\s*\n[#>*_\s]*")
#: The words that the limits of the context may have cut in two.
_CUT_BEFORE, _CUT_AFTER = re.compile(r"\A\S*\s+"), re.compile(r"\s+\S*\Z")


def finding_lines(
    number: int,
    finding: Finding,
    articles: Articles,
    chains: Chains,
    beside: Sequence[int] = (),
) -> list[str]:
    """A finding with its evidence side by side, each piece with its way to the reader, the numbers
    of those that belong with it, and its identifier for `decide`."""
    subject = f" — {finding.subject}" if finding.subject else ""
    attribute = f": {wording.spoken(finding.attribute)}" if finding.attribute else ""
    sure = f"{wording.confidence(finding.confidence)} {finding.confidence:.2f}"
    lines = [
        f"{number}. {wording.FINDINGS[finding.kind]}{subject}{attribute}",
        f"   {finding.explanation}",
    ]
    seen: set[tuple[str, str]] = set()
    for evidence in finding.evidence:
        article = articles[evidence.article_id]
        start, end = evidence.span
        told = (article.copy_group or article.article_id, article.text[start:end])
        is_copy = article.copy_group is not None and told in seen
        seen.add(told)
        lines.append(f"   · {place_of(article)}{' (near copy)' if is_copy else ''}")
        if not is_copy:
            lines.append(f"     {words_around(article, evidence.span)}")
            if hops := chains.get(evidence.statement_id or ""):
                lines.append(f"     {wording.way(hops)}")
    *before, last = [str(other) for other in beside] or [""]
    with_it = [f"   belongs with {', '.join(before)}{' and ' if before else ''}{last}"]
    return [*lines, *(with_it if beside else ()), f"   {sure} · {finding.finding_id}", ""]


def statement_lines(
    statement: Statement, articles: Articles, hops: Sequence[ChainHop], *, with_speaker: bool
) -> list[str]:
    """Who said what, in which article, by which way where others stand between the two, and
    whether the row is more likely wrong than right."""
    who = f"{statement.speaker or statement.source_text or 'somebody'}: " if with_speaker else ""
    place = place_of(articles[statement.article_id])
    way = [f"      {wording.way(hops)}"] if len(hops) > _SHORT_WAY else []
    doubt = wording.doubt(statement.confidence)
    sure = f", {doubt} {statement.confidence:.2f}" if doubt else ""
    where = f"      {place} ({statement.statement_id}{sure})"
    return [f"  {who}{statement.content_text}", where, *way]


def person_lines(
    entity: Entity,
    person: Person,
    articles: Articles,
    chains: Chains,
    identity: Sequence[str] = (),
) -> list[str]:
    """Everything on one entity; `identity` are lines on who it is."""
    named_in = count(entity.n_articles, "article")
    lines = [f"{entity.name} ({entity.kind}, in {named_in}, {entity.entity_id})"]
    if entity.aliases:
        lines.append(f"  also: {', '.join(entity.aliases)}")
    if entity.reason:
        lines.append(f"  {days.in_words(entity.reason)}")
    lines += identity
    facts = [
        *_fact_lines(person.facts, articles, chains),
        *(known_line(each, articles) for each in known(person.facts)),
    ]
    lines += ["Facts, as articles give them", *facts] if facts else []
    lines += _said_lines(person, articles, chains)
    if person.findings:
        lines.append(f"Findings ({len(person.findings)})")
        for each in person.findings:
            lines += [
                f"  {each.explanation}",
                f"      {wording.FINDINGS[each.kind]} ({each.finding_id})",
            ]
    return lines


def _said_lines(person: Person, articles: Articles, chains: Chains) -> list[str]:
    unnamed = [each for each in person.about if each.source_kind == "anonymous"]
    named = [each for each in person.about if each.source_kind != "anonymous"]
    lines: list[str] = []
    for title, statements in (
        ("Said", person.statements),
        ("Was told", person.heard),
        ("Others about them", named),
        ("Unnamed sources about them", unnamed),
    ):
        if statements:
            lines.append(f"{title} ({len(statements)})")
        ordered = sorted(statements, key=lambda s: (_when(articles[s.article_id]), s.content))
        for each in ordered:
            hops = chains.get(each.statement_id, ())
            lines += statement_lines(each, articles, hops, with_speaker=title != "Said")
    return lines


def _fact_lines(facts: Sequence[Fact], articles: Articles, chains: Chains) -> list[str]:
    """One line for each value of an attribute, the values in the order of their first reports."""
    ordered = sorted(facts, key=lambda f: (f.attribute, _when(articles[f.article_id]), f.fact_id))
    told: dict[tuple[str, str], list[Fact]] = {}
    for fact in ordered:
        told.setdefault((fact.attribute, fact.value.casefold()), []).append(fact)
    lines = []
    for (attribute, _), same in told.items():
        others = len({fact.article_id for fact in same}) - 1
        more = f", and {count(others, 'more article', 'more articles')}" if others else ""
        place = report_of(articles[same[0].article_id]) + says(same[0].statement_id, chains)
        value = wording.value(attribute, same[0].value)
        lines.append(f"  {wording.spoken(attribute)}: {value} — {place}{more}")
    return lines


def says(statement_id: str | None, chains: Chains) -> str:
    """Who says what an article only passes on; nothing where it says so itself."""
    return f", says {wording.says(chains.get(statement_id, ()))}" if statement_id else ""


def _when(article: Article) -> tuple[str, str]:
    """Sorts articles by day, undated ones by the last that they can be of; without any last."""
    day = article.published or article.published_latest or "9999"
    return day[:10], article.article_id


def known_line(told: Known, articles: Articles) -> str:
    """What agreeing facts together leave for a day of a life, and the two that give its ends."""
    places = " and ".join(
        f"{wording.spoken(fact.attribute)} {wording.value(fact.attribute, fact.value)} "
        f"({report_of(articles[fact.article_id])})"
        for fact in told.evidence
    )
    others = f", {told.n_other} do not fit" if told.n_other else ""
    between = days.period(told.earliest, told.latest)
    agree = f"{count(told.n_agreeing, 'row')} agree"
    return f"  together: {TOLD[told.attribute]} {between} — by {places}; {agree}{others}"


def event_lines(event: Event, articles: Articles, chains: Chains) -> list[str]:
    """An event: its days, the words, how many say so, where, and who says so there."""
    sources = count(event.n_articles, "article")
    if event.n_articles > 1:
        sources += f", {event.n_independent} independent"
    told = {place_of(articles[e.article_id]) + says(e.statement_id, chains) for e in event.evidence}
    return [
        f"{days.period(event.earliest, event.latest)} — {event.what} ({sources})",
        *(f"    {place}" for place in sorted(told)),
    ]


def edit_text(edit: Edit) -> str:
    """`“may” became “will”`, `“not” left out`, `“never” added`."""
    if edit.from_ and edit.to:
        return f"“{edit.from_}” became “{edit.to}”"
    words = f"“{edit.from_ or edit.to}”"
    return f"{words} {_DONE[edit.op]}" if edit.op in _DONE else f"{words} ({edit.op})"


_DONE = {"drop": "left out", "add": "added", "elide": "cut", "move": "moved"}
