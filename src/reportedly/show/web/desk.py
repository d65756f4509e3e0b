"""What pages show of people's decisions: the log beside the chronicle, read once per change."""

import secrets
import sqlite3
import threading
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import unquote

from fastapi import Depends, Request

from reportedly.decisions.model import Decision
from reportedly.show.web.reading import Reading
from reportedly.store import decision_log, found_groups
from reportedly.store.decided import Decided, Entry, NotSame


@dataclass(frozen=True, slots=True)
class Desk:
    """Decisions on one thing, and what its forms need."""

    kind: str
    identifier: str
    seen: int
    author: str
    notes: list[Decision]
    tags: list[Decision]
    verdict: Decision | None
    history: list[Entry]
    not_same: list[NotSame]
    alike: list[str]
    """names that somebody might be put together with"""
    token: str
    """what its forms send back"""


def token_of(request: Request) -> str:
    """What a form must send back; no other site can read it, and it is new at each start."""
    state = request.app.state
    if not hasattr(state, "form_token"):
        state.form_token = secrets.token_urlsafe(24)
    return str(state.form_token)


def author_of(request: Request) -> str:
    """The name that somebody gave themselves at their last decision."""
    return unquote(request.cookies.get("author", ""))[:300]


class LogReader:
    """Reads the log again only when something was added to it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at: tuple[object, ...] = ()
        self._log: list[Decision] = []

    def read(self, request: Request) -> list[Decision]:
        """All decisions on the chronicle that is served."""
        path = decision_log.path_for(request.app.state.chronicle)
        stamps = []
        for name in (path, path.with_name(path.name + "-wal")):
            if name.is_file():
                found = name.stat()
                stamps.append((found.st_ino, found.st_mtime_ns, found.st_size))
        with self._lock:
            if tuple(stamps) != self._at or not stamps:
                self._log = decision_log.read_log(request.app.state.chronicle)
                self._at = tuple(stamps)
            return self._log


def _decided(request: Request, reading: Reading) -> Decided:
    state = request.app.state
    if not hasattr(state, "log_reader"):
        state.log_reader = LogReader()
    return Decided(reading, state.log_reader.read(request))


DecidedNow = Annotated[Decided, Depends(_decided)]


def desk_of(
    request: Request, decided: Decided, kind: str, identifier: str, alike: list[str] | None = None
) -> Desk:
    """The desk of one thing."""
    return Desk(
        kind=kind,
        identifier=identifier,
        seen=decided.seen,
        author=author_of(request),
        notes=decided.notes(kind, identifier),
        tags=decided.tags(kind, identifier),
        verdict=decided.verdicts().get(identifier) if kind == "finding" else None,
        history=decided.about(kind, identifier),
        not_same=decided.not_same(identifier) if kind == "person" else [],
        alike=alike or [],
        token=token_of(request),
    )


def is_behind(connection: sqlite3.Connection) -> bool:
    """True when findings and quotations were worked out before the last decisions."""
    return found_groups.is_behind(connection)
