"""Making a decision: from what somebody asks for, to an entry of the log and changed tables."""

import datetime
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from reportedly.decisions.holding import in_force, same
from reportedly.decisions.model import (
    IDENTITY,
    ON_LOG,
    VERDICTS,
    Action,
    Decision,
    Target,
    TargetKind,
)
from reportedly.engine import deciding
from reportedly.errors import ReportedlyError
from reportedly.model import Entity, Place, Statement
from reportedly.store import close_names, decision_log, forgetting, naming, naming_things, rows
from reportedly.store import connection as store

#: Longer notes are articles of their own, and longer names are none.
MOST_NOTE_CHARS, MOST_NAME_CHARS = 10_000, 300

#: What each action can be about; notes and tags go on anything.
_ABOUT: dict[str, TargetKind] = {
    "merge": "person",
    "split": "person",
    "block": "person",
    "rename": "person",
    "speaker": "statement",
    "dismiss": "finding",
    "confirm": "finding",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody asks for."""

    action: Action
    kind: TargetKind | None = None
    """of the thing that it is about"""
    identifier: str = ""
    other: str = ""
    """merge, block: the other one; speaker: who said it; an identifier or a name"""
    words: str = ""
    """the name, note or tag"""
    articles: tuple[str, ...] = ()
    """split: articles (by identifier, URL or path) in which it is another"""
    aliases: tuple[str, ...] = ()
    """split: names by which another is called"""
    decision: str = ""
    """undo, redo: the decision"""
    author: str = ""
    seen: int | None = None
    """number of the last decision that the asker saw; None for all"""


def decide(path: Path, wish: Wish) -> Decision:
    """Keeps a decision in the log beside the chronicle at `path`, and takes it up in the tables.

    Returns:
        the entry; with `refused` set when it stands against what others decided meanwhile.

    Raises:
        ReportedlyError: what is asked for makes no sense; the message says what would.
        ChronicleError: a file cannot be read or written.
    """
    connection = store.open_existing(path)
    log = decision_log.open_log(path)
    try:
        wanted = _decision(connection, log, wish)
        kept = decision_log.append(log, wanted, wish.seen)
        about = _about(log, kept)
    finally:
        log.close()
        connection.close()
    if kept.refused is None and about in IDENTITY:
        deciding.take_up(path)
    return kept


def _about(log: sqlite3.Connection, kept: Decision) -> Action:
    """The action that an entry does, undoes or does again."""
    if kept.action not in ON_LOG:
        return kept.action
    found = [each for each in decision_log.decisions(log) if each.decision_id == kept.decision]
    return found[0].action if found else kept.action


def _decision(connection: sqlite3.Connection, log: sqlite3.Connection, wish: Wish) -> Decision:
    target = None if wish.action in ON_LOG else _target(connection, wish)
    other = _other(connection, wish)
    if target and other and same(target, other):
        raise ReportedlyError(f"{target.label} and {other.label} are one already; name two")
    return Decision(
        decision_id=decision_log.new_identifier(),
        made=datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds"),
        author=" ".join(wish.author.split())[:MOST_NAME_CHARS] or None,
        action=wish.action,
        target=target,
        other=other,
        moved=_moved(connection, wish, target),
        words=_words(wish, other),
        decision=wish.decision or None,
        replaced=_replaced(connection, log, wish, target),
    )


def _target(connection: sqlite3.Connection, wish: Wish) -> Target:
    kind = _ABOUT.get(wish.action, wish.kind)
    if kind is None:
        raise ReportedlyError(f"{wish.action}: say what it is about")
    if kind == "person":
        return _person(connection, wish.identifier)
    found = naming_things.name_thing(connection, kind, wish.identifier)
    if found is None:
        raise ReportedlyError(
            f"no {kind} {wish.identifier!r} here; identifiers stand on every page and in `export`"
        )
    return found


def _person(connection: sqlite3.Connection, name: str) -> Target:
    """Somebody by identifier, or by a name that only one has."""
    found = naming_things.name_thing(connection, "person", name)
    if found is not None:
        return found
    called = naming.find_entities(connection, name)
    exact = [e for e in called if e.name.casefold() == name.strip().casefold()] or called
    step = close_names.did_you_mean(connection, name, "try a part of the name")
    nobody = f"nobody here is called {name!r}; {step}"
    meant = naming.the_only_one(name, exact, nobody)
    named = naming_things.name_thing(connection, "person", meant.entity_id)
    assert named is not None
    return named


def _other(connection: sqlite3.Connection, wish: Wish) -> Target | None:
    if wish.action in ("merge", "block"):
        return _person(connection, wish.other)
    if wish.action == "speaker" and wish.other.strip():
        return _person(connection, wish.other)
    return None


def _words(wish: Wish, other: Target | None) -> str | None:
    words = wish.words.strip()
    if wish.action == "speaker":
        return other.label if other else " ".join(words.split())[:MOST_NAME_CHARS] or None
    if wish.action in ("rename", "note", "tag") and not words:
        raise ReportedlyError(f"{wish.action}: there is nothing in it; write a few words")
    most = MOST_NOTE_CHARS if wish.action == "note" else MOST_NAME_CHARS
    if len(words) > most:
        raise ReportedlyError(f"{wish.action}: {len(words)} characters, at most {most} fit; cut it")
    return (words if wish.action == "note" else " ".join(words.split())) or None


def _moved(connection: sqlite3.Connection, wish: Wish, target: Target | None) -> tuple[Place, ...]:
    if wish.action != "split" or target is None:
        return ()
    places = [Place(name=" ".join(name.split())) for name in wish.aliases if name.strip()]
    for name in wish.articles:
        found = forgetting.find_articles(connection, name)
        if not found:
            raise ReportedlyError(f"no article {name!r} here; name it by identifier, URL or path")
        places += [Place(article_id) for article_id in found]
    if not places:
        raise ReportedlyError("split: say what is another: articles, or a name")
    return tuple(places)


def _replaced(
    connection: sqlite3.Connection, log: sqlite3.Connection, wish: Wish, target: Target | None
) -> str | None:
    """What stood there before, in words."""
    if target is None:
        return None
    if wish.action == "speaker":
        where = (target.identifier,)
        row = next(rows.select(connection, Statement, "statement_id = ?", where), None)
        return (row.speaker or "nobody named") if row else None
    if wish.action in ("rename", "merge", "split", "block"):
        where = (target.identifier,)
        entity = next(rows.select(connection, Entity, "entity_id = ?", where), None)
        return entity.name if entity else None
    if wish.action in VERDICTS:
        verdicts = [
            each.action
            for each in in_force(decision_log.decisions(log))
            if each.action in VERDICTS and same(each.target, target)
        ]
        return verdicts[-1] if verdicts else None
    return None
