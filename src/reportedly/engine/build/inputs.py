"""Which inputs are under way: one is marked as read when the last of its records is kept."""

import hashlib
import sqlite3
from dataclasses import dataclass
from typing import Any

from reportedly.engine import log
from reportedly.engine.base import KILLED
from reportedly.engine.progress import Progress
from reportedly.reading.records import Limits
from reportedly.store import keeping
from reportedly.store.connection import transaction


@dataclass(slots=True)
class _Input:
    sha256: str | None
    waiting: int = 0
    """records handed out whose results are not kept yet"""
    articles: int = 0
    opened: bool = True
    """more records may come"""
    put_aside: bool = False


def fingerprint_of(limits: Limits) -> str:
    """What other limits than the usual add to the fingerprint of an input that was read."""
    if limits == Limits():
        return ""
    return f", within {hashlib.sha256(repr(limits).encode()).hexdigest()[:16]}"


class Inputs:
    """The inputs of one build, by the name that is shown of them."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        progress: Progress,
        fingerprint: str,
        gone: frozenset[str],
    ) -> None:
        self._connection = connection
        self._progress = progress
        self._fingerprint = fingerprint
        self.gone = gone
        """paths of earlier builds at which there is nothing any more"""
        self._under_way: dict[str, _Input] = {}
        self.counts = {"named": 0, "unchanged": 0, "read": 0, "put_aside": 0}
        self.cpu_seconds = 0.0

    def begin(self, name: str, sha256: str | None) -> bool:
        """Opens an input; False when it is known and has nothing new to give."""
        self.counts["named"] += 1
        if sha256 and keeping.is_read(self._connection, name, sha256, self._fingerprint):
            self.counts["unchanged"] += 1
            self._progress.advance(1, name)
            return False
        with transaction(self._connection):
            keeping.clear_input(self._connection, name)
        self._under_way[name] = _Input(sha256)
        return True

    def handed_out(self, name: str) -> None:
        """A record of it goes to be read."""
        self._under_way[name].waiting += 1

    def kept(self, rows: list[dict[str, Any]]) -> None:
        """Results are kept, in the transaction of the caller."""
        for row in rows:
            found = self._under_way[row["path"]]
            found.waiting -= 1
            found.articles += row["payload"] is not None
            found.put_aside = found.put_aside or row["reason"] == KILLED
            self.cpu_seconds += row["cpu_seconds"]
        for name in sorted({row["path"] for row in rows}):
            self._finish(name)

    def end(self, name: str) -> None:
        """No more records of it will come."""
        self._under_way[name].opened = False
        if not self._under_way[name].waiting:
            with transaction(self._connection):
                self._finish(name)

    def _finish(self, name: str) -> None:
        found = self._under_way[name]
        if found.opened or found.waiting:
            return
        del self._under_way[name]
        self.counts["read"] += 1
        self.counts["put_aside"] += found.put_aside
        # What was put aside is tried again by the next build, so the input stays unread.
        if found.sha256 and not found.put_aside:
            keeping.mark_read(self._connection, name, found.sha256, self._fingerprint)
        log.info("input_read", path=name, articles=found.articles)
        self._progress.advance(1, name)
