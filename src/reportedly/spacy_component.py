"""A component for spaCy pipelines: `nlp.add_pipe("reportedly")`.

In: a `Doc`, of a blank pipeline or a loaded one.  Out: the same `Doc`; `doc._.statements` tells who
is said to have said what in it, `span._.statement` in whose words a span stands.  Needs the extra:
`pip install reportedly[spacy]`.
"""

from dataclasses import asdict, dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

import reportedly
from reportedly.model import Statement
from reportedly.offsets import Spans

#: Where the rows lie in `Doc.user_data`: plain values, so that a `Doc` can be written and read.
KEY = "reportedly"


@dataclass(frozen=True, slots=True)
class DocStatement:
    """A statement with its parts as spans of the document.

    `statement` has all of it, with character offsets into `doc.text`.  Of `content`, `cue` and
    `source` the parts are left out that do not begin and end where tokens of the document do.
    """

    statement: Statement
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


@Language.factory(
    "reportedly",
    assigns=["doc._.statements", "span._.statement"],
    default_config={"published": None, "outlet": None},
)
def make(nlp: Language, name: str, published: str | None, outlet: str | None) -> "Component":
    """The component; `published` (ISO 8601) and `outlet` are those of every document."""
    if not Doc.has_extension("statements"):
        Doc.set_extension("statements", getter=statements_of)
    if not Span.has_extension("statement"):
        Span.set_extension("statement", getter=find_statement)
    return Component(published, outlet)


class Component:
    """Finds the statements of a document and leaves them in it."""

    def __init__(self, published: str | None, outlet: str | None) -> None:
        self._published = published
        self._outlet = outlet

    def __call__(self, doc: Doc) -> Doc:
        """The same document, its statements found."""
        found = reportedly.attribute(doc.text, published=self._published, outlet=self._outlet)
        doc.user_data[KEY] = [asdict(statement) for statement in found]
        return doc


def statements_of(doc: Doc) -> tuple[DocStatement, ...]:
    """The statements in the order of the text; none where the component has not run."""
    return tuple(_in_doc(doc, row) for row in doc.user_data.get(KEY, ()))


def find_statement(span: Span) -> Statement | None:
    """The innermost statement whose content holds `span`; None where nobody is said to say it."""
    rows = [_statement(row) for row in span.doc.user_data.get(KEY, ())]
    around = [
        (end - start, at)
        for at, row in enumerate(rows)
        for start, end in row.content
        if start <= span.start_char and span.end_char <= end
    ]
    return rows[min(around)[1]] if around else None


def _in_doc(doc: Doc, row: dict[str, Any]) -> DocStatement:
    statement = _statement(row)
    parts = (_aligned(doc, s) for s in (statement.content, statement.cue, statement.source))
    return DocStatement(statement, *parts)


def _statement(row: dict[str, Any]) -> Statement:
    """The row again; a `Doc` that was written and read has lists for tuples."""
    spans = {name: tuple((a, b) for a, b in row[name]) for name in ("content", "cue", "source")}
    return Statement(**{**row, **spans})


def _aligned(doc: Doc, spans: Spans) -> tuple[Span, ...]:
    found = (doc.char_span(start, end) for start, end in spans)
    return tuple(span for span in found if span is not None)
