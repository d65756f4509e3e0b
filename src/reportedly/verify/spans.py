"""Spans against texts: in bounds, not empty, in order, and equal to the words kept beside them."""

from collections.abc import Iterable, Iterator
from itertools import chain

from reportedly.chronicle import Chronicle
from reportedly.model import (
    Article,
    ChainHop,
    Event,
    Fact,
    Finding,
    Mention,
    Region,
    Row,
    Statement,
    Timex,
)
from reportedly.offsets import Span, words_of
from reportedly.verify.faults import Fault


def span_faults(chronicle: Chronicle) -> Iterator[Fault]:
    """Every span that is wrong, in every table that has spans."""
    texts = {article.article_id: article.text for article in chronicle.rows(Article)}
    yield from _statements(chronicle, texts)
    yield from _copied_words(chronicle, texts)
    for region in chronicle.rows(Region):
        yield from _spans(region, [region.span], texts.get(region.article_id))
    for fact in chronicle.rows(Fact):
        yield from _spans(fact, [fact.span], texts.get(fact.article_id))
    yield from _chains(chronicle, texts)
    found: Iterator[Event | Finding] = chain(chronicle.rows(Event), chronicle.rows(Finding))
    for row in found:
        for evidence in row.evidence:
            yield from _spans(row, [evidence.span], texts.get(evidence.article_id))


def _statements(chronicle: Chronicle, texts: dict[str, str]) -> Iterator[Fault]:
    for row in chronicle.rows(Statement):
        text = texts.get(row.article_id)
        faults = [
            *_spans(row, row.content, text),
            *_spans(row, row.cue, text),
            *_spans(row, row.source, text),
        ]
        yield from faults
        if not row.content:
            yield Fault(row.table, row.statement_id, "has no content span")
        if text is None or faults:
            continue
        if row.content_text != words_of(text, row.content):
            yield Fault(row.table, row.statement_id, "content_text is not the words of its spans")
        if row.source and row.source_text != words_of(text, row.source):
            yield Fault(row.table, row.statement_id, "source_text is not the words of its spans")


def _copied_words(chronicle: Chronicle, texts: dict[str, str]) -> Iterator[Fault]:
    rows: Iterator[Mention | Timex] = chain(chronicle.rows(Mention), chronicle.rows(Timex))
    for row in rows:
        text = texts.get(row.article_id)
        faults = list(_spans(row, [row.span], text))
        yield from faults
        start, end = row.span
        if text is not None and not faults and text[start:end] != row.text:
            yield Fault(row.table, name_of(row), "text is not the words under its span")


def _chains(chronicle: Chronicle, texts: dict[str, str]) -> Iterator[Fault]:
    article_of = {row.statement_id: row.article_id for row in chronicle.rows(Statement)}
    for hop in chronicle.rows(ChainHop):
        if hop.span is not None:
            text = texts.get(article_of.get(hop.statement_id, ""))
            yield from _spans(hop, [hop.span], text)


def _spans(row: Row, spans: Iterable[Span], text: str | None) -> Iterator[Fault]:
    if text is None:
        yield Fault(row.table, name_of(row), "points into an article that is not here")
        return
    last = 0
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            problem = f"span [{start}, {end}] does not lie in a text of {len(text)} characters"
            yield Fault(row.table, name_of(row), problem)
        elif start < last:
            yield Fault(row.table, name_of(row), f"span [{start}, {end}] is not in order")
        last = end


def name_of(row: Row) -> str:
    """The key of a row, for a message."""
    return " ".join(str(getattr(row, column)) for column in row.key)
