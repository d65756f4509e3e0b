"""Phase one: new or changed inputs to articles, each kept with its bytes' identifier."""

import dataclasses
import fnmatch
import glob
import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from reportedly.engine import reading
from reportedly.engine.annotating import READ_FINGERPRINT
from reportedly.engine.base import Engine
from reportedly.engine.build import captured_pages, forgotten
from reportedly.engine.build.forgotten import Forgotten
from reportedly.engine.build.inputs import Inputs, fingerprint_of
from reportedly.engine.build.opening import Opener
from reportedly.engine.build.redaction import redacted
from reportedly.engine.progress import Progress
from reportedly.identifiers import article_identifier
from reportedly.model import Article, Input, Reject
from reportedly.paths import shown_path
from reportedly.payload import pack, unpack
from reportedly.reading.inputs import find_inputs
from reportedly.reading.records import Limits, Record
from reportedly.rows import Rows
from reportedly.store import captures, decision_log, keeping
from reportedly.store.connection import opened_file, transaction

#: Records in a batch, and characters: whichever is reached first ends it.
_BATCH_RECORDS = 32
_BATCH_BYTES = 4_000_000
_HASH_CHUNK_BYTES = 1 << 20


def run(
    connection: sqlite3.Connection,
    engine: Engine,
    arguments: list[str],
    limits: Limits,
    progress: Progress,
    *,
    apart: bool = False,
) -> Inputs:
    """Reads what is new or changed among the inputs and keeps it; the rest costs a hash.

    Args:
        apart: whether archives are opened in a process of their own, which may die of them.
    """
    own = _own_files(connection)
    paths = [path for path in find_inputs(arguments) if os.path.abspath(path) not in own]  # noqa: PTH100 - links stay
    _clear_folders(connection, set(arguments) - set(paths))
    progress.phase("read", len(paths))
    fingerprint = captured_pages.fingerprint(connection) + fingerprint_of(limits)
    gone = _find_gone(connection, arguments, paths)
    inputs = Inputs(connection, progress, fingerprint, gone)
    with Opener(limits, apart=apart) as opener:
        records = _records_of(connection, inputs, paths, opener, progress)
        for batch in engine.run(reading.reading(limits), _batches(records)):
            _keep_batch(connection, batch.to_pylist(), inputs, progress)
    _clear_gone(connection, gone, {shown_path(argument) for argument in arguments})
    return inputs


def _own_files(connection: sqlite3.Connection) -> frozenset[str]:
    """The chronicle's own files: it may stand in a folder that is read."""
    file = opened_file(connection)
    files = (str(file), str(decision_log.path_for(file)))
    endings = ("", "-wal", "-shm", "-journal", "-lock")
    return frozenset(file + ending for file in files for ending in endings)


def _clear_folders(connection: sqlite3.Connection, arguments: Iterable[str]) -> None:
    """A folder that had nothing in it once, and has now, is no reject any more."""
    with transaction(connection):
        for argument in sorted(arguments):
            keeping.clear_input(connection, shown_path(argument))


def _find_gone(
    connection: sqlite3.Connection, arguments: Sequence[str], paths: Iterable[str]
) -> frozenset[str]:
    """What lay in a folder, or fitted a pattern, that is given again, and is there no more; and
    what was named by itself, could not be used, and was deleted since."""
    if not arguments:
        return frozenset()
    here = {shown_path(path) for path in paths}
    known = keeping.paths_read(connection)
    lost = [path for path in known if path not in here and not os.path.lexists(path)]
    folders = {str(Path(path).parent) for path in {*known, *here}.difference(lost)}
    rejected = keeping.paths_rejected(connection)
    return frozenset(
        path
        for path in lost
        if any(_was_found_by(argument, path) for argument in arguments)
        or (path in rejected and _is_deleted(path, folders))
    )


def _is_deleted(path: str, folders: Collection[str]) -> bool:
    """True for a missing file whose folder is there: a relative name means another folder when the
    build is started elsewhere, so something else of that folder must be where it was.

    A name that is no UTF-8 is shown by its bytes, and standard input by a sign: neither is a path.
    """
    parent = Path(path).parent
    is_path = path != "-" and "\\x" not in path
    return is_path and (parent.is_dir() if parent.is_absolute() else str(parent) in folders)


def _clear_gone(
    connection: sqlite3.Connection, gone: frozenset[str], arguments: Collection[str]
) -> None:
    """Inputs that are gone are no rejects, nor second places of an article, and names that were
    missing are told of until a build does not name them.

    An article that lay nowhere else stays where it was: its words were read.
    """
    with transaction(connection):
        for path in sorted(gone):
            keeping.clear_gone(connection, path)
        if arguments:
            keeping.clear_missing(connection, arguments)


def _was_found_by(argument: str, path: str) -> bool:
    """True when an argument, as a folder or a pattern, would give a file of this name."""
    if glob.has_magic(argument) and not os.path.lexists(argument):
        return fnmatch.fnmatchcase(path, shown_path(argument))
    folder = shown_path(argument).rstrip("/" + os.sep)
    return Path(argument).is_dir() and path.startswith((folder + os.sep, folder + "/"))


def _records_of(
    connection: sqlite3.Connection,
    inputs: Inputs,
    paths: Iterable[str],
    opener: Opener,
    progress: Progress,
) -> Iterator[Record]:
    """The records to be read of all inputs, one input after another."""
    for path in paths:
        shown = shown_path(path)
        if not inputs.begin(shown, _find_hash(path)):
            continue
        for record in _new_records(connection, opener.records(path), progress, inputs.gone):
            inputs.handed_out(shown)
            yield record
        inputs.end(shown)


def _find_hash(path: str) -> str | None:
    """The sha256 of a file; None for what is missing, unreadable or can be read only once."""
    if path == "-" or not Path(path).is_file():  # a pipe, `<(unzip -p …)`, say
        return None
    digest = hashlib.sha256()
    try:
        with Path(path).open("rb") as stream:
            while chunk := stream.read(_HASH_CHUNK_BYTES):
                digest.update(chunk)
    except OSError:  # reading it will say what is wrong, as a reject
        return None
    return digest.hexdigest()


def _new_records(
    connection: sqlite3.Connection,
    found: Iterable[Record | Reject],
    progress: Progress,
    gone: frozenset[str],
) -> Iterator[Record]:
    """Records whose bytes are not known yet; known ones only get their place noted."""
    forgotten = keeping.tombstones(connection, "article")
    for item in found:
        if isinstance(item, Reject):
            _reject(connection, progress, item)
            continue
        article_id = article_identifier(item.content)
        if article_id in forgotten:
            detail = "this article was forgotten on request and is not read again"
            _reject(
                connection,
                progress,
                Reject(path=item.path, record=item.record, reason="forgotten", detail=detail),
            )
        elif _is_known(
            connection, article_id, (item.path, item.record), gone
        ) and not captured_pages.is_missing(connection, item, article_id):
            with transaction(connection):
                place = Input(path=item.path, record=item.record, article_id=article_id)
                keeping.keep_input(connection, place)
        else:
            yield item


def _batches(records: Iterable[Record]) -> Iterator[pa.RecordBatch]:
    waiting: list[Record] = []
    size = 0
    for record in records:
        waiting.append(record)
        size += len(record.content)
        if len(waiting) >= _BATCH_RECORDS or size >= _BATCH_BYTES:
            yield reading.batch_of(waiting)
            waiting, size = [], 0
    if waiting:
        yield reading.batch_of(waiting)


def _keep_batch(
    connection: sqlite3.Connection, rows: list[dict[str, Any]], inputs: Inputs, progress: Progress
) -> None:
    names = forgotten.known(connection)
    with transaction(connection):
        for row in rows:
            _keep_row(connection, row, names, inputs.gone)
        inputs.kept(rows)
    for row in rows:
        if row["payload"] is None:
            progress.rejected(_reject_of(row))


def _keep_row(
    connection: sqlite3.Connection, row: dict[str, Any], names: Forgotten, gone: frozenset[str]
) -> None:
    if row["payload"] is None:
        keeping.keep_reject(connection, _reject_of(row))
        return
    place = Input(path=row["path"], record=row["record"], article_id=row["article_id"])
    known = _is_known(connection, place.article_id, (place.path, place.record), gone)
    if not known:
        _keep_article(connection, place.article_id, _without_forgotten(row["payload"], names))
    if not known or not captures.is_there(connection, place.article_id):
        captured_pages.keep(connection, place.article_id, row["capture"], names)
    keeping.keep_input(connection, place)


def _reject_of(row: dict[str, Any]) -> Reject:
    return Reject(**{name: row[name] for name in ("path", "record", "reason", "detail")})


def _is_known(
    connection: sqlite3.Connection,
    article_id: str,
    place: tuple[str, int | None],
    gone: frozenset[str],
) -> bool:
    """True when these bytes were read already, at a place that is there and comes first by name.

    What surrounds the same bytes (a header's URL, say) may differ from place to place; the first
    place decides, so that the order of reading does not.
    """
    if keeping.kept_fingerprint(connection, article_id, "read") != READ_FINGERPRINT:
        return False
    first = keeping.first_place(connection, article_id)
    return first is not None and first[0] not in gone and _order(*first) <= _order(*place)


def _order(path: str, record: int | None) -> tuple[str, int]:
    return path, -1 if record is None else record


def _keep_article(connection: sqlite3.Connection, article_id: str, payload: bytes) -> None:
    """Keeps an article as read; what was derived from another reading of it goes."""
    before = keeping.kept_of(connection, article_id).get("read")
    if before is not None and _without_place(before[1]) != _without_place(payload):
        keeping.drop_derived(connection, article_id)
    keeping.keep(connection, [(article_id, "read", READ_FINGERPRINT, payload)])


def _without_place(payload: bytes) -> bytes:
    """What was read but for its path: no stage of an article asks where it lies."""
    rows = unpack(payload)
    placeless = [dataclasses.replace(article, path="") for article in rows.of(Article)]
    return pack(rows.merged(Rows({Article: placeless})))


def _without_forgotten(payload: bytes, names: Forgotten) -> bytes:
    return pack(redacted(unpack(payload), names)) if names else payload


def _reject(connection: sqlite3.Connection, progress: Progress, reject: Reject) -> None:
    with transaction(connection):
        keeping.keep_reject(connection, reject)
    progress.rejected(reject)
