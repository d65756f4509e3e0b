"""Which words of an article are marked, and how: statements, mentions, dates, boilerplate."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportedly.model import Span, Statement
from reportedly.show.web import urls, wording
from reportedly.show.web.highlighting import Layer
from reportedly.store.pages_articles import ArticleParts


def layers(
    parts: ArticleParts, numbers: Mapping[str, int], asked: Span | None, named: str
) -> list[Layer]:
    """All layers of an article; `asked` and the statement `named` are what a link led to."""
    found = [*words(parts, numbers, asked, named), *_mentions(parts)]
    found += [
        Layer(t.span, "when", note=f"{wording.period(t.earliest, t.latest)} ({t.value})")
        for t in parts.timexes
        if t.earliest or t.latest
    ]
    found += [Layer(r.span, "dim") for r in parts.regions if r.kind == "boilerplate"]
    return found


def words(
    parts: ArticleParts, numbers: Mapping[str, int], asked: Span | None, named: str
) -> list[Layer]:
    """The layers of statements and of what a link led to alone."""
    found = [layer for s in parts.statements for layer in _statement(s, numbers, named)]
    if asked is not None:
        found.append(Layer(asked, "asked", anchor=f"at-{asked[0]}-{asked[1]}"))
    return found


def asked_for(statement: Statement) -> list[Layer]:
    """The layers of one statement that a link led to; they lead nowhere."""
    found = _statement(statement, {}, statement.statement_id)
    return [replace(layer, href=None, anchor=None) for layer in found]


def _statement(statement: Statement, numbers: Mapping[str, int], named: str) -> Iterator[Layer]:
    name = statement.statement_id
    asked = " asked" if name == named else ""
    for index, span in enumerate(statement.content):
        role = f"content {statement.mode}{asked}"
        if index == 0:
            yield Layer(
                span, role, anchor=name, number=numbers.get(name), href=urls.statement(name)
            )
        else:
            yield Layer(span, role)
    for span in statement.cue:
        yield Layer(span, f"cue{asked}")
    for span in statement.source:
        yield Layer(span, f"source{asked}")


def _mentions(parts: ArticleParts) -> Iterator[Layer]:
    """Names and descriptions lead to whom they mean; pronouns only say it."""
    for mention in parts.mentions:
        entity = parts.entities.get(mention.entity_id or "")
        if entity is None:
            continue
        if mention.form == "pronoun":
            yield Layer(mention.span, "pronoun", note=entity.name)
        else:
            note = None if entity.name == mention.text else entity.name
            yield Layer(mention.span, "mention", href=urls.person(entity.entity_id), note=note)
