"""Things of a chronicle named by evidence, and found again by it after any rebuild."""

import sqlite3
import typing
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from reportedly.decisions.model import Target, TargetKind
from reportedly.model import (
    Article,
    Claim,
    Entity,
    Event,
    Evidence,
    Finding,
    Place,
    Statement,
    Story,
    Utterance,
)
from reportedly.offsets import hull, overlaps
from reportedly.store import forgetting, naming, pages, rows

#: Places that are noted for one person: enough to outlive the loss of most of their articles.
_MOST_PLACES = 40
#: Characters of a label.
_LABEL_CHARS = 120


def name_thing(connection: sqlite3.Connection, kind: TargetKind, identifier: str) -> Target | None:
    """The target for what is called `identifier` (or was); None when there is no such thing."""
    found = _NAMED[kind](connection, naming.current(connection, identifier))
    if found is None:
        return None
    name, label, places = found
    words = " ".join(label.split())
    short = words if len(words) <= _LABEL_CHARS else words[: _LABEL_CHARS - 1] + "…"
    return Target(kind, name, short, tuple(places))


_Found = tuple[str, str, Sequence[Place]] | None


def _statement(connection: sqlite3.Connection, name: str) -> _Found:
    row = next(rows.select(connection, Statement, "statement_id = ?", (name,)), None)
    if row is None:
        return None
    return name, row.content_text, [Place(row.article_id, hull(row.content), name)]


def _article(connection: sqlite3.Connection, name: str) -> _Found:
    """By identifier, or by a URL or path that only one has."""
    called = forgetting.find_articles(connection, name)
    if len(called) != 1:
        return None
    row = next(rows.select(connection, Article, "article_id = ?", (called[0],)), None)
    return None if row is None else (called[0], row.title or row.path, [Place(called[0])])


def _finding(connection: sqlite3.Connection, name: str) -> _Found:
    row = next(rows.select(connection, Finding, "finding_id = ?", (name,)), None)
    if row is None:
        return None
    told = row.subject is None or row.explanation.startswith(row.subject)
    label = row.explanation if told else f"{row.subject}: {row.explanation}"
    places = [Place(name=row.kind), *_evidence(row.evidence)]
    return name, label, places


def _evidence(listed: Iterable[Evidence]) -> list[Place]:
    return [Place(each.article_id, each.span, each.statement_id) for each in listed]


def _person(connection: sqlite3.Connection, name: str) -> _Found:
    row = next(rows.select(connection, Entity, "entity_id = ?", (name,)), None)
    if row is None:
        return None
    # One place for each name in each article, so that no article and no name decides alone.
    query = """select article_id, min(json_extract(span, '$[0]')), span, text from mentions
               where entity_id = ? and form = 'name'
               group by article_id, text order by article_id, text limit ?"""
    found = connection.execute(query, (name, _MOST_PLACES))
    places = [Place(f["article_id"], pages.span(f["span"]), None, f["text"]) for f in found]
    return name, row.name, places


def _of_statements(
    connection: sqlite3.Connection, name: str, column: str, label: str
) -> tuple[str, str, Sequence[Place]]:
    listed = list(rows.select(connection, Statement, f"{column} = ?", (name,)))[:_MOST_PLACES]
    return name, label, [Place(s.article_id, hull(s.content), s.statement_id) for s in listed]


def _utterance(connection: sqlite3.Connection, name: str) -> _Found:
    row = next(rows.select(connection, Utterance, "utterance_id = ?", (name,)), None)
    return None if row is None else _of_statements(connection, name, "utterance_id", row.text)


def _claim(connection: sqlite3.Connection, name: str) -> _Found:
    row = next(rows.select(connection, Claim, "claim_id = ?", (name,)), None)
    return None if row is None else _of_statements(connection, name, "claim_id", row.text)


def _story(connection: sqlite3.Connection, name: str) -> _Found:
    row = next(rows.select(connection, Story, "story_id = ?", (name,)), None)
    if row is None:
        return None
    query = "select article_id from articles where story_id = ? order by article_id limit ?"
    found = connection.execute(query, (name, _MOST_PLACES))
    return name, row.label, [Place(each[0]) for each in found]


def _event(connection: sqlite3.Connection, name: str) -> _Found:
    row = next(rows.select(connection, Event, "event_id = ?", (name,)), None)
    return None if row is None else (name, row.what, _evidence(row.evidence))


_NAMED: dict[str, Callable[[sqlite3.Connection, str], _Found]] = {
    "statement": _statement,
    "article": _article,
    "finding": _finding,
    "person": _person,
    "utterance": _utterance,
    "claim": _claim,
    "story": _story,
    "event": _event,
}


#: Kind of thing, as addresses have it → the same, typed.
KINDS: dict[str, TargetKind] = {kind: kind for kind in typing.get_args(TargetKind)}


def find_thing(connection: sqlite3.Connection, target: Target) -> str | None:
    """What a target is called now; None when its evidence is gone from this chronicle."""
    if target.kind == "person":
        return _most(connection, target, "mentions", "entity_id", "span = ?")
    if target.kind == "story":
        return _most(connection, target, "articles", "story_id", "1")
    if target.kind == "finding":
        return _find_finding(connection, target)
    if target.kind == "event":
        return _find_event(connection, target)
    if target.kind == "article":
        return _there(connection, "articles", "article_id", target.identifier)
    statements = [_find_statement(connection, place) for place in target.places]
    known = [each for each in statements if each is not None]
    if target.kind == "statement" or not known:
        return known[0].statement_id if known else None
    groups = Counter(s.utterance_id if target.kind == "utterance" else s.claim_id for s in known)
    groups.pop(None, None)
    return min(groups, key=lambda name: (-groups[name], name or "")) if groups else None


def _there(connection: sqlite3.Connection, table: str, column: str, name: str) -> str | None:
    query = f"select {column} from {table} where {column} = ?"
    found = connection.execute(query, (name,)).fetchone()
    return None if found is None else str(found[0])


def _most(
    connection: sqlite3.Connection, target: Target, table: str, column: str, where: str
) -> str | None:
    """The group that now holds most of the places."""
    counts: Counter[str] = Counter()
    for place in target.places:
        query = f"select {column} from {table} where article_id = ? and {where}"
        values = [place.article_id, *([rows.dumps(place.span)] if "?" in where else [])]
        counts.update(row[0] for row in connection.execute(query, values) if row[0])
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def _find_statement(connection: sqlite3.Connection, place: Place) -> Statement | None:
    """By its identifier, or else the one in most of whose words it stood."""
    if place.article_id is None or place.span is None:
        return None
    start, end = place.span
    near = []
    for row in rows.select(connection, Statement, "article_id = ?", (place.article_id,)):
        if row.statement_id == place.statement_id:
            return row
        span = hull(row.content)
        shared = min(end, span[1]) - max(start, span[0])
        if 2 * shared >= max(end - start, span[1] - span[0]):
            near.append((-shared, row.statement_id, row))
    return min(near)[2] if near else None


def _find_finding(connection: sqlite3.Connection, target: Target) -> str | None:
    """By its identifier, or the one of its kind that rests on all the same words (and others)."""
    found = _there(connection, "findings", "finding_id", target.identifier)
    if found:
        return found
    kind, places = target.places[0].name, target.places[1:]
    for row in rows.select(connection, Finding, "kind = ?", (kind,)):
        if places and all(_rests_on(row.evidence, place) for place in places):
            return row.finding_id
    return None


def _find_event(connection: sqlite3.Connection, target: Target) -> str | None:
    found = _there(connection, "events", "event_id", target.identifier)
    if found:
        return found
    articles = {place.article_id for place in target.places}
    pattern = pages.holding(next(iter(sorted(a for a in articles if a)), ""))
    for row in rows.select(connection, Event, "evidence like ? escape '\\'", (pattern,)):
        if any(_rests_on(row.evidence, place) for place in target.places):
            return row.event_id
    return None


def _rests_on(evidence: Iterable[Evidence], place: Place) -> bool:
    span = place.span
    return span is not None and any(
        each.article_id == place.article_id and overlaps(each.span, span) for each in evidence
    )
