"""From a document to `Attribution` rows: abstain where the text is not ours, find, nest."""

import re

from reportedly.annotate.attribution.finder import find_attributions
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.selection import Weighed, find_parents
from reportedly.annotate.document import Document
from reportedly.model import Attribution

_LETTER = re.compile(r"[^\W\d_]")


def attributions_of(document: Document) -> tuple[Attribution, ...]:
    """The rows of one article, in order of their contents."""
    if not is_readable(document):
        return ()
    found = find_attributions(Scene.of(document))
    parents = find_parents(found)
    rows = (_row(document, item, p) for item, p in zip(found, parents, strict=True))
    return tuple(rows)


def is_readable(document: Document) -> bool:
    """False for a text without letters or in a language that the rules do not know."""
    if not _LETTER.search(document.text):
        return False
    return document.article.lang in (None, "en")


def _row(document: Document, item: Weighed, parent: int | None) -> Attribution:
    candidate = item.candidate
    return Attribution(
        article_id=document.article.article_id,
        content=candidate.content,
        cue=candidate.cue,
        source=candidate.source,
        mode=candidate.mode,
        parent=parent,
        confidence=item.confidence,
        reason=candidate.words,
    )
