"""FollowTheMoney entities as JSON lines, for Aleph and the like.  Lossy: see `docs/exports.md`.

A statement becomes a note on its speaker with the article as its proof; its chain is words in it.
"""

import json
from collections.abc import Iterator
from typing import Any

from reportedly.model import Article, Entity, Event, Statement
from reportedly.show.export.json_text import clean
from reportedly.show.export.material import Material, day
from reportedly.show.web import urls, wording

#: What an entity is there; works are left out.
_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "place": "Address",
}


def documents(material: Material) -> Iterator[tuple[str, str]]:
    """One file with all entities, articles, statements and events."""
    used = {s.speaker_id for s in material.statements}
    used |= {s.addressee_id for s in material.statements}
    used |= {name for event in material.events for name in event.who}
    rows = [_entity(e) for name, e in sorted(material.entities.items()) if name in used]
    rows += [_article(article, material) for _, article in sorted(material.articles.items())]
    rows += [_note(material, statement) for statement in material.statements]
    rows += [_event(material, event) for event in material.events]
    found = [row for row in rows if row is not None]
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in found]
    yield "entities.ftm.json", "".join(line + "\n" for line in lines)


def _row(identifier: str, schema: str, **properties: object) -> dict[str, Any]:
    """An entity proxy: every property is a list."""
    listed = {k: v if isinstance(v, list) else [v] for k, v in properties.items() if v}
    values = {k: [x for x in v if x] for k, v in clean(listed).items()}
    return {
        "id": identifier,
        "schema": schema,
        "properties": {k: v for k, v in values.items() if v},
    }


def _entity(entity: Entity) -> dict[str, Any] | None:
    schema = _SCHEMATA.get(entity.kind)
    if schema is None:
        return None
    names = {"full": entity.name} if schema == "Address" else {"alias": list(entity.aliases)}
    return _row(entity.entity_id, schema, name=entity.name, notes=entity.reason, **names)


def _article(article: Article, material: Material) -> dict[str, Any]:
    return _row(
        article.article_id,
        "Article",
        title=article.title,
        author=article.byline,
        publisher=article.outlet,
        sourceUrl=urls.outside(article.url),
        publishedAt=(day(article) or "")[:10],
        bodyText=article.text if material.full_text else None,
    )


def _note(material: Material, statement: Statement) -> dict[str, Any]:
    article = material.articles[statement.article_id]
    way = wording.way(material.chain.get(statement.statement_id, ()))
    linked = [n for n in (statement.speaker_id, statement.addressee_id) if _is_known(material, n)]
    return _row(
        statement.statement_id,
        "Note",
        name=statement.speaker or statement.source_text or "not said who",
        entity=linked,
        description=statement.content_text,
        notes=f"{statement.mode}; how it reached the reader: {way}",
        proof=article.article_id,
        publisher=article.outlet,
        sourceUrl=urls.outside(article.url),
    )


def _event(material: Material, event: Event) -> dict[str, Any]:
    single = event.earliest if event.earliest == event.latest else None
    return _row(
        event.event_id,
        "Event",
        name=event.what,
        date=single,
        startDate=None if single else event.earliest,
        endDate=None if single else event.latest,
        involved=[n for n in event.who if _is_known(material, n, legal=True)],
        notes=_passed_on(material, event),
        proof=sorted({piece.article_id for piece in event.evidence}),
    )


def _passed_on(material: Material, event: Event) -> list[str]:
    """Who says what articles only pass on of an event, and how it reached the reader."""
    names = dict.fromkeys(e.statement_id for e in event.evidence if e.statement_id)
    ways = [wording.way(material.chain.get(name, ())) for name in names]
    return [f"as said; how it reached the reader: {way}" for way in ways]


def _is_known(material: Material, name: str | None, *, legal: bool = False) -> bool:
    entity = material.entities.get(name or "")
    schema = _SCHEMATA.get(entity.kind) if entity else None
    return schema in ("Person", "Organization") if legal else schema is not None
