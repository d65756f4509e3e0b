"""Whom and what an article speaks of: its parse and attributions in, mentions and clusters out.

A mention's span is the whole noun phrase ("Ann Doe, the singer"); clusters give the bare names.
Only persons, organisations, places, works and groups get rows.
"""

from reportedly.annotate.coreference.candidates import Candidates, find_candidates
from reportedly.annotate.coreference.clusters import Resolved, resolve
from reportedly.annotate.coreference.press import Press
from reportedly.annotate.coreference.rows import rows_of_resolved
from reportedly.annotate.document import Document
from reportedly.annotate.writer import find_writer
from reportedly.model import Attribution, Cluster, Mention
from reportedly.rows import Rows

__all__ = ["annotate", "candidates_of", "resolve_document", "rows_of_resolved"]


def candidates_of(document: Document, rows: Rows) -> Candidates:
    """The noun phrases of the article, with its outlet, its writer and its attributions."""
    byline = (document.article.byline or "").removeprefix("By ").strip()
    press = Press(document.article.outlet or "", byline or find_writer(document.article) or "")
    return find_candidates(document.parse, document.text, rows.of(Attribution), press)


def resolve_document(document: Document, rows: Rows) -> list[Resolved]:
    """All groups of noun phrases of the article, things and singletons included."""
    return resolve(candidates_of(document, rows))


def annotate(document: Document, rows: Rows) -> Rows:
    """The stage: reads `Attribution`, writes `Mention` and `Cluster`."""
    resolved = resolve_document(document, rows)
    mentions, clusters = rows_of_resolved(document.article.article_id, document.text, resolved)
    return Rows({Mention: mentions, Cluster: clusters})
