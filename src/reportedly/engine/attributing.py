"""`reportedly attribute` as a function: documents in, who said what in each out.

In: dictionaries with `text` and, where known, `doc`, `title`, `byline`, `published`, `outlet`. Out:
`{"doc", "attributions"}` in the order given, and `abstained`, why, where a text is not read.
`chain` lists the names of the hops that the article states for the statement, outermost first:
neither the article's own outlet nor the agency that signs the whole article stands there.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.annotate.attribution.rows import find_abstention
from reportedly.annotate.document import Document
from reportedly.annotate.statements.stated import stated_chains
from reportedly.engine.annotating import annotate_document
from reportedly.errors import DocumentRejected
from reportedly.model import Article, ChainHop, Statement
from reportedly.offsets import Spans


def attribute_filter(
    documents: Iterable[Mapping[str, Any]], threshold: float = 0.0
) -> Iterator[dict[str, Any]]:
    """The attributions of each document, one at a time, those surer than `threshold`.

    Raises:
        DocumentRejected: a document without a `text` that is a string.
    """
    for number, document in enumerate(documents):
        found = attributions_of(document, number)
        answer = {
            "doc": document.get("doc", str(number)),
            "attributions": surer_than(threshold, found),
        }
        abstained = find_abstention(Document(article_of(document, document["text"], number)))
        yield answer if abstained is None else {**answer, "abstained": abstained}


def surer_than(threshold: float, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of at least this confidence; parents are the nearest of those around that stay."""
    kept = [at for at, row in enumerate(rows) if row["confidence"] >= threshold]
    number = {at: n for n, at in enumerate(kept)}
    for at in kept:
        parent = rows[at]["parent"]
        while parent is not None and parent not in number:
            parent = rows[parent]["parent"]
        rows[at] = {**rows[at], "parent": number[parent] if parent is not None else None}
    return [rows[at] for at in kept]


def attributions_of(document: Mapping[str, Any], number: int = 0) -> list[dict[str, Any]]:
    """The attributions of one document, in the order of the text."""
    text = document.get("text")
    if not isinstance(text, str):
        raise DocumentRejected(
            "no_text", f"document {document.get('doc', number)}: give it a 'text' that is a string"
        )
    article = article_of(document, text, number)
    rows = annotate_document(Document(article), "statements")
    chains = stated_chains(article, rows.of(ChainHop))
    statements = rows.of(Statement)
    index = {statement.statement_id: at for at, statement in enumerate(statements)}
    return [_attribution(s, chains.get(s.statement_id, []), index) for s in statements]


def article_of(document: Mapping[str, Any], text: str, number: int = 0) -> Article:
    """The article that a document of the filters is taken for."""
    name = str(document.get("doc", number))
    return Article(
        article_id=name,
        path=name,
        text=text,
        title=document.get("title"),
        published=document.get("published"),
        outlet=document.get("outlet"),
        byline=document.get("byline"),
        lang=document.get("lang"),
        sha256="",
    )


def _attribution(
    statement: Statement, chain: list[str | None], index: Mapping[str, int]
) -> dict[str, Any]:
    parent = statement.parent_id
    return {
        "source": _lists(statement.source),
        "cue": _lists(statement.cue),
        "content": _lists(statement.content),
        "mode": statement.mode,
        "speaker": statement.speaker,
        "source_kind": statement.source_kind,
        "channel": statement.channel,
        "addressee": statement.addressee,
        "chain": chain,
        "parent": index[parent] if parent is not None else None,
        "confidence": statement.confidence,
    }


def _lists(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]
