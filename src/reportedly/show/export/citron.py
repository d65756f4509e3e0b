"""Citron's JSON: one file an article, with quotes (cue, sources, contents) and coreference groups.

Citron's quotes always have one cue, so statements without one are left out; chains, channels and
times have no place there.  Without `full_text` the words outside of all spans are blanked, at the
same offsets.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.model import Article, Mention, Span, Statement
from reportedly.show.export.json_text import pretty
from reportedly.show.export.material import Material


def documents(material: Material) -> Iterator[tuple[str, str]]:
    """A file for each article with a statement that has a cue."""
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in material.statements:
        if statement.cue and statement.source:
            statements[statement.article_id].append(statement)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in material.mentions:
        mentions[mention.article_id].append(mention)
    for article_id in sorted(statements):
        document = _document(
            material.articles[article_id],
            statements[article_id],
            mentions[article_id],
            full_text=material.full_text,
        )
        yield f"{article_id}.json", pretty(document)


def _document(
    article: Article, statements: list[Statement], mentions: list[Mention], *, full_text: bool
) -> dict[str, Any]:
    # A half of a surrogate pair becomes one other character, so that offsets stay right.
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in article.text)
    groups = _groups(mentions)
    spans = [span for s in statements for span in (*s.content, *s.cue, *s.source)]
    spans += [span for group in groups.values() for span in group]
    shown = text if full_text else _blanked(text, spans)
    return {
        "text": shown,
        "quotes": [_quote(shown, statement, groups, mentions) for statement in statements],
        "coreference_groups": [
            [_span(shown, span) for span in group]
            for _, group in sorted(groups.items())
            if len(group) > 1
        ],
    }


def _groups(mentions: Iterable[Mention]) -> dict[int, list[Span]]:
    groups: dict[int, list[Span]] = defaultdict(list)
    for mention in mentions:
        groups[mention.cluster].append(mention.span)
    return {name: sorted(spans) for name, spans in groups.items()}


def _quote(
    text: str, statement: Statement, groups: dict[int, list[Span]], mentions: list[Mention]
) -> dict[str, Any]:
    named = {m.cluster: m.span for m in reversed(mentions) if m.form == "name"}
    own = next((m.cluster for m in mentions if m.span in statement.source), None)
    antecedent = named.get(own) if own is not None else None
    quote = {
        "id": statement.statement_id,
        "cue": _span(text, statement.cue[0]),
        "sources": [_span(text, span) for span in statement.source],
        "contents": [_span(text, span) for span in statement.content],
        "confidence": f"{statement.confidence:.4f}",
    }
    if antecedent is not None and antecedent not in statement.source:
        quote["coreferences"] = [_span(text, antecedent)]
    return quote


def _span(text: str, span: Span) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "text": text[slice(*span)]}


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """`text` with every character outside of `spans` made a space; line feeds stay."""
    kept = ["\n" if c == "\n" else " " for c in text]
    for start, end in spans:
        kept[start:end] = text[start:end]
    return "".join(kept)
