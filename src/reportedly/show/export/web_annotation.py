"""W3C Web Annotation: each statement as an annotation of the words it rests on, as JSON-LD.

Carries spans, speakers and chains (in words); not utterances, findings or facts.
"""

from collections.abc import Iterator
from typing import Any

import reportedly
from reportedly.model import Span, Statement
from reportedly.show.export.json_text import clean, pretty
from reportedly.show.export.material import Material, around, link, urn
from reportedly.show.web import wording

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def documents(material: Material) -> Iterator[tuple[str, str]]:
    """One file: a page of annotations, a statement each."""
    items = [_annotation(material, statement) for statement in material.statements]
    yield (
        "annotations.jsonld",
        pretty(
            {
                "@context": CONTEXT,
                "id": urn("annotations", "all"),
                "type": "AnnotationPage",
                "startIndex": 0,
                "items": items,
            }
        ),
    )


def _annotation(material: Material, statement: Statement) -> dict[str, Any]:
    targets = [
        _target(material, statement.article_id, span, role)
        for role, spans in (
            ("content", statement.content),
            ("cue", statement.cue),
            ("source", statement.source),
        )
        for span in spans
    ]
    return {
        "id": urn("statement", statement.statement_id),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {
            "id": "urn:reportedly:program",
            "type": "Software",
            "name": f"reportedly {reportedly.__version__}",
        },
        "body": _bodies(material, statement),
        "target": targets,
    }


def _bodies(material: Material, statement: Statement) -> list[dict[str, Any]]:
    words = {
        "describing": _description(material, statement),
        "tagging": statement.mode,
        "classifying": statement.source_kind,
    }
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}
        for purpose, value in clean(words).items()
    ]
    if statement.speaker_id:
        bodies.append(
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": urn("entity", statement.speaker_id),
            }
        )
    return bodies


def _description(material: Material, statement: Statement) -> str:
    who = statement.speaker or statement.source_text or "not said who"
    to = f", to {statement.addressee}" if statement.addressee else ""
    way = wording.way(material.chain.get(statement.statement_id, ()))
    return f"{who}{to}; how it reached the reader: {way or 'not known'}"


def _target(material: Material, article_id: str, span: Span, role: str) -> dict[str, Any]:
    """Positions count code points of the text as read; the quotation finds the words in the page.

    Quoted words stay as they are, or no tool would find them again.
    """
    article = material.articles[article_id]
    prefix, suffix = around(article.text, span)
    return {
        "type": "SpecificResource",
        "source": link(article),
        "styleClass": role,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": _sendable(article.text[slice(*span)]),
                "prefix": _sendable(prefix),
                "suffix": _sendable(suffix),
            },
            {"type": "TextPositionSelector", "start": span[0], "end": span[1]},
        ],
    }


def _sendable(text: str) -> str:
    """Halves of surrogate pairs cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
