"""`reportedly mentions` as a filter: documents in, clusters of mentions out, in the order given."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.annotate import attribution
from reportedly.annotate.coreference import resolve_document
from reportedly.annotate.document import Document
from reportedly.identifiers import article_identifier
from reportedly.model import Article
from reportedly.rows import Rows


def mentions_filter(documents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each `{"doc", "text"}` one `{"doc", "clusters": [[{"start", "end", "form"}]]}`.

    Clusters hold whatever is mentioned more than once, after the conventions of OntoNotes: whole
    noun phrases, an apposition is part of its phrase, predicates are no mentions.  Things that get
    no row in a chronicle (a contest, a law) are included.
    """
    for given in documents:
        text = str(given["text"])
        article = Article(
            article_id=article_identifier(text.encode("utf-8", "surrogatepass")),
            path=str(given.get("doc", "")),
            text=text,
            sha256="",
        )
        yield {"doc": given.get("doc"), "clusters": clusters_of(Document(article))}


def clusters_of(document: Document) -> list[list[dict[str, Any]]]:
    """The clusters of two or more mentions of one document."""
    attributed = attribution.annotate(document, Rows())
    found = []
    for group in resolve_document(document, attributed):
        spans = [(m.span, m.form) for m in group.members if not m.inner]
        if len(spans) > 1:
            found.append([{"start": s, "end": e, "form": form} for (s, e), form in spans])
    return found
