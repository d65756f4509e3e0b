"""`forget`: removes a person or an article, and everything derived from them, from a chronicle."""

import os
import sqlite3
from pathlib import Path

from reportedly.engine.build import build, captured_pages, forgotten
from reportedly.engine.build.redaction import blackened, redacted
from reportedly.engine.forgetting_decisions import forget_in_log
from reportedly.engine.progress import Progress
from reportedly.errors import ReportedlyError
from reportedly.model import Entity
from reportedly.payload import pack, unpack
from reportedly.rows import Rows
from reportedly.store import captures, close_names, forgetting, keeping, naming
from reportedly.store import connection as store


def find_what_to_forget(chronicle: str | os.PathLike[str], name: str) -> list[str]:
    """What `forget` would remove, for a person to read before it is gone; nothing is changed.

    Raises:
        ReportedlyError: nothing here has this name, several people have, or it is one word only.
    """
    path = Path(chronicle)
    connection = store.open_existing(path)
    try:
        found = forgetting.find_articles(connection, name)
        if found:
            return [forgetting.told_article(connection, article_id) for article_id in found]
        person = _find_person(connection, path, name)[0]
        articles = "1 article" if person.n_articles == 1 else f"{person.n_articles} articles"
        return [f"{person.kind} {person.name}, named in {articles}"]
    finally:
        connection.close()


def forget(
    chronicle: str | os.PathLike[str], name: str, *, progress: Progress | None = None
) -> list[str]:
    """Forgets an article (by URL, path or identifier) or a person (by name or identifier).

    An article goes whole and its bytes are not read again.  A person's names are blackened in the
    texts of this chronicle and of every article added later; all rows are then derived anew.

    Returns:
        what was forgotten, for a person to read.

    Raises:
        ReportedlyError: nothing here has this name, or several people have.
    """
    path = Path(chronicle)
    with store.build_lock(path):
        connection = store.open_existing(path, writing=True)
        try:
            done = _forget_articles(connection, path, name) or _forget_person(
                connection, path, name
            )
        finally:
            connection.close()
    build([], path, progress=progress)
    with store.build_lock(path):
        connection = store.open_existing(path, writing=True)
        try:
            forgetting.leave_no_trace(connection)
        finally:
            connection.close()
    return done


def _forget_articles(connection: sqlite3.Connection, path: Path, name: str) -> list[str]:
    found = forgetting.find_articles(connection, name)
    told = [forgetting.told_article(connection, article_id) for article_id in found]
    forget_in_log(path, articles=found, names=())
    with store.transaction(connection):
        for article_id in found:
            forgetting.forget_article(connection, article_id)
    return told


def _find_person(connection: sqlite3.Connection, path: Path, name: str) -> tuple[Entity, list[str]]:
    """Who is meant, and the names that are blackened."""
    listed = f"look for the name with: reportedly who {path} NAME"
    step = close_names.did_you_mean(connection, name, listed)
    nobody = f"no person or article here is called {name!r}; {step}"
    person = naming.the_only_one(name, naming.find_called(connection, name), nobody)
    names = forgetting.names_used(connection, person)
    if not any(" " in name for name in names):
        raise ReportedlyError(
            f"{person.name} is named by one word only, which others may share; forget the "
            "articles that speak of them instead"
        )
    return person, names


def _forget_person(connection: sqlite3.Connection, path: Path, name: str) -> list[str]:
    person, names = _find_person(connection, path, name)
    forget_in_log(path, articles=(), names=names)
    with store.transaction(connection):
        forgotten.remember(connection, names)
        for article_id in keeping.articles_kept(connection):
            kept = keeping.kept_of(connection, article_id)["read"]
            before = unpack(kept[1])
            after = redacted(before, names)
            if after is not before:
                captures.drop(connection, article_id)
                _keep_redacted(connection, article_id, kept[0], after)
        captured_pages.forget(connection, names)
        forgetting.rename_paths(connection, lambda path: blackened(path, names))
    return [f"person {person.name}"]


def _keep_redacted(
    connection: sqlite3.Connection, article_id: str, fingerprint: str, rows: Rows
) -> None:
    keeping.keep(connection, [(article_id, "read", fingerprint, pack(rows))])
    keeping.drop_derived(connection, article_id)
