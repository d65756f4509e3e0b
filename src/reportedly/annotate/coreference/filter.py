"""`reportedly mentions` as a filter: documents in, clusters of mentions out, in the order given."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.annotate import attribution
from reportedly.annotate.coreference import candidates_of
from reportedly.annotate.coreference.clusters import resolve
from reportedly.annotate.coreference.neural.further import FORM_NAMES
from reportedly.annotate.coreference.neural.linking import linked_phrases
from reportedly.annotate.coreference.neural.network import find_network
from reportedly.annotate.document import Document
from reportedly.identifiers import article_identifier
from reportedly.model import Article, Form
from reportedly.offsets import Span
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
        yield {
            "doc": given.get("doc"),
            "clusters": clusters_of(Document(article, token_vectors=True)),
        }


def clusters_of(document: Document) -> list[list[dict[str, Any]]]:
    """The clusters of two or more mentions of one document."""
    return [
        [{"start": start, "end": end, "form": form} for (start, end), form in group]
        for group in groups_of(document, attribution.annotate(document, Rows()))
        if len(group) > 1
    ]


def groups_of(document: Document, attributed: Rows) -> list[list[tuple[Span, Form]]]:
    """Spans and forms of the mentions of each thing; of the rules alone without a network.

    Raises:
        ValueError: the document keeps no token vectors, which the network reads.
    """
    found = candidates_of(document, attributed)
    network = find_network()
    if network is None:
        return [[(m.span, m.form) for m in g.members if not m.inner] for g in resolve(found)]
    vectors = document.encoding.token_vectors
    if vectors is None:
        raise ValueError("mentions cannot be linked: make the Document with token_vectors=True")
    linked = linked_phrases(found, vectors, network)
    return [[(phrase.span, FORM_NAMES[phrase.form]) for phrase in group] for group in linked]
