"""schema.org `Quotation` as JSON-LD: what was quoted, by whom, in which article.

Only quoted words are quotations: what an article retells in its own words is left out.  A chain
becomes words (`creditText`), an utterance the work that its reports are examples of.
"""

from collections.abc import Iterator
from typing import Any

from reportedly.model import Article, Entity, Statement
from reportedly.show.export.json_text import clean, pretty
from reportedly.show.export.material import Material, day, urn
from reportedly.show.web import urls, wording

_TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization"}


def documents(material: Material) -> Iterator[tuple[str, str]]:
    """One file with all quotations."""
    quoted = [s for s in material.statements if s.mode in ("direct", "mixed")]
    graph = [clean(_quotation(material, statement)) for statement in quoted]
    yield "quotations.jsonld", pretty({"@context": "https://schema.org/", "@graph": graph})


def _quotation(material: Material, statement: Statement) -> dict[str, Any]:
    utterance = material.utterances.get(statement.utterance_id or "")
    article = material.articles[statement.article_id]
    return {
        "@type": "Quotation",
        "@id": urn("statement", statement.statement_id),
        "text": statement.content_text,
        "inLanguage": article.lang,
        "spokenByCharacter": _speaker(material, statement),
        "creditText": wording.way(material.chain.get(statement.statement_id, ())),
        "dateCreated": statement.said_earliest
        if statement.said_earliest == statement.said_latest
        else None,
        "temporalCoverage": _interval(statement),
        "exampleOfWork": utterance
        and {"@type": "Quotation", "@id": urn("utterance", utterance.utterance_id)},
        "isPartOf": _article(article),
    }


def _interval(statement: Statement) -> str | None:
    earliest, latest = statement.said_earliest, statement.said_latest
    if earliest == latest or not (earliest and latest):
        return None
    return f"{earliest}/{latest}"


def _speaker(material: Material, statement: Statement) -> dict[str, Any] | None:
    entity: Entity | None = material.entities.get(statement.speaker_id or "")
    if entity is not None and entity.kind in _TYPES:
        return {
            "@type": _TYPES[entity.kind],
            "@id": urn("entity", entity.entity_id),
            "name": entity.name,
            "alternateName": list(entity.aliases),
        }
    named = statement.speaker or statement.source_text
    return {"@type": "Person", "description": named} if named else None


def _article(article: Article) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "@id": urn("article", article.article_id),
        "headline": article.title,
        "url": urls.outside(article.url),
        "datePublished": day(article),
        "author": article.byline and {"@type": "Person", "name": article.byline},
        "publisher": article.outlet and {"@type": "Organization", "name": article.outlet},
    }
