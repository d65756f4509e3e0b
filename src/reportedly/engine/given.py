"""What the user gives beside the articles: decisions, the cast file, the gazetteer."""

import hashlib
import sqlite3
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from reportedly.decisions.cast_file import read_cast
from reportedly.decisions.constraints import constraints_of
from reportedly.decisions.holding import in_force
from reportedly.engine.build import forgotten
from reportedly.errors import RunAborted
from reportedly.folding import folded
from reportedly.model import Constraint, Known, Place
from reportedly.reading.gazetteer import read_gazetteer
from reportedly.store import connection as store
from reportedly.store import decision_log, forgetting, keeping

#: Notes in the chronicle that say which files were named at a build.
_CAST, _GAZETTEER = "cast_file", "gazetteer_file"
#: Given instead of a file: none any more.
NONE = "none"


def name_files(chronicle: Path, *, cast: Path | None = None, gazetteer: Path | None = None) -> None:
    """Notes in a chronicle the files that every build uses from now on.

    Args:
        chronicle: its file; made when it does not exist.
        cast, gazetteer: None leaves what was named before, `none` goes on without it.

    Raises:
        RunAborted: there is no such file, it is a folder, or the cast file is not well formed.
        ChronicleError: the chronicle cannot be written.
    """
    for path in (cast, gazetteer):
        if path is None or str(path) == NONE:
            continue
        if path.is_dir():
            raise RunAborted(f"{path} is a folder; name the file in it")
        if not path.is_file():
            raise RunAborted(f"there is no file {path}; check the name")
    if cast is not None and str(cast) != NONE:
        read_cast(cast)
    connection = store.open_or_create(chronicle)
    try:
        with store.transaction(connection):
            for key, given in ((_CAST, cast), (_GAZETTEER, gazetteer)):
                if given is not None and str(given) == NONE:
                    keeping.drop_meta(connection, key)
                elif given is not None:
                    keeping.set_meta(connection, key, str(given.resolve()))
    finally:
        connection.close()


def cast_path(connection: sqlite3.Connection) -> Path | None:
    """The cast file named at a build, or one beside the chronicle; None without any."""
    named = keeping.get_meta(connection, _CAST)
    if named:
        return _there(Path(named), "--cast")
    chronicle = store.opened_file(connection)
    beside = (chronicle.with_suffix(".cast.toml"), chronicle.with_name("cast.toml"))
    return next((path for path in beside if path.is_file()), None)


def constraints(connection: sqlite3.Connection) -> list[Constraint]:
    """The cast file's entries, then the decisions that hold, in their order.

    Raises RunAborted when the cast file is gone or not well formed.
    """
    path = cast_path(connection)
    names = forgotten.known(connection)
    cast = [
        _found(connection, each)
        for each in (read_cast(path) if path else [])
        if not any(names.is_name(name) for name in _names(each))
    ]
    holding = in_force(decision_log.read_log(store.opened_file(connection)))
    return [*cast, *constraints_of(holding, len(cast) + 1)]


def _names(given: Constraint) -> set[str]:
    """Names in an entry, folded."""
    names = [given.name, *(place.name for place in (*given.one, *given.other))]
    return {folded(name) for name in names if name}


def _found(connection: sqlite3.Connection, given: Constraint) -> Constraint:
    """A cast entry whose articles are named by path or URL, with their identifiers."""

    def place(each: Place) -> list[Place]:
        if each.article_id is None:
            return [each]
        found = forgetting.find_articles(connection, each.article_id) or [each.article_id]
        return [replace(each, article_id=article_id) for article_id in found]

    one = tuple(found for each in given.one for found in place(each))
    other = tuple(found for each in given.other for found in place(each))
    return replace(given, one=one, other=other)


def gazetteer_path(connection: sqlite3.Connection) -> Path | None:
    """The gazetteer named at a build; None without one."""
    named = keeping.get_meta(connection, _GAZETTEER)
    return _there(Path(named), "--gazetteer") if named else None


def known(connection: sqlite3.Connection, names: Collection[str]) -> list[Known]:
    """The gazetteer's entries that have one of the `names`; none without a gazetteer."""
    path = gazetteer_path(connection)
    return read_gazetteer(path, names) if path else []


def gazetteer_state(connection: sqlite3.Connection) -> str:
    """Changes with the gazetteer's content."""
    path = gazetteer_path(connection)
    if path is None:
        return ""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _there(path: Path, option: str) -> Path:
    if not path.is_file():
        raise RunAborted(
            f"{path}, named at an earlier build, is gone; name it again with {option} FILE, "
            f"or go on without it: {option} {NONE}"
        )
    return path
