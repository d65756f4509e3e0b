"""From what a user names on the command line to records: folders, files, patterns, standard input.

`find_inputs` lists the files; `open_records` streams the records of one of them, of any format,
archives within archives included.  What cannot be used comes as a `Reject` among the records.
"""

import glob
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from reportedly.model import Reject
from reportedly.paths import shown_path
from reportedly.reading.feeds import read_feed
from reportedly.reading.json_records import read_json, read_jsonl
from reportedly.reading.mailboxes import read_mailbox
from reportedly.reading.members import Fault, Member, spooled, tar_members, wanted, zip_members
from reportedly.reading.records import Kind, Limits, Record
from reportedly.reading.sniffing import HEAD_BYTES, OFFICE, extension_of, format_of
from reportedly.reading.streams import Part, part_of, unpacked
from reportedly.reading.tables import read_csv, read_parquet
from reportedly.reading.walk import Walk
from reportedly.reading.web_archives import read_warc

_DOCUMENTS: dict[str, Kind] = {
    "html": "html",
    "mhtml": "mhtml",
    "mail": "mail",
    "text": "text",
    "markdown": "markdown",
}
_STREAMED = {
    "json": read_json,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "feed": read_feed,
    "mbox": read_mailbox,
    "warc": read_warc,
}


def find_inputs(arguments: Sequence[str]) -> list[str]:
    """The paths to read, each once: folders searched in sorted order, patterns expanded.

    A name that does not exist stays in the list, so that it becomes a reject and not a surprise.
    `-` is standard input.
    """
    found: dict[str, None] = {}
    for argument in arguments:
        if argument != "-" and not os.path.lexists(argument) and glob.has_magic(argument):
            matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - Path drops "./"
            matches = matches or [argument]
        else:
            matches = [argument]
        for match in matches:
            found.update(dict.fromkeys(_files(match)))
    return list(found)


def _files(path: str) -> Iterator[str]:
    """`path` itself, or the files below it that may be articles."""
    if path in ("-", "") or not Path(path).is_dir():
        yield path
        return
    found = list(_files_below(path))
    yield from found or [path]


def _files_below(path: str) -> Iterator[str]:
    """The files below a folder that may be articles, and the folders that cannot be opened."""
    root = Path(path).resolve()
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        # Browsers save the pictures and frames of page.html in page_files.
        pages = {Path(name).stem for name in names}
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name.removesuffix("_files") not in pages - {name}
        )
        for name in sorted(names):
            file = Path(folder, name)
            if wanted(name) and _is_file_below(file, root):
                yield str(file)
    yield from sorted(str(error.filename) for error in closed if error.filename != path)


def _is_file_below(file: Path, root: Path) -> bool:
    try:
        return file.is_file() and file.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link in a circle, or one that may not be followed
        return False


def open_records(path: str, limits: Limits | None = None) -> Iterator[Record | Reject]:
    """The records of one input, streaming; raises nothing for bad input.

    Every input gives at least one record or one reject, and no two rejects for the same reason
    with the same index.
    """
    told: set[tuple[int | None, str]] = set()
    empty = True
    for found in _open(path, limits or Limits()):
        if isinstance(found, Reject):
            if (found.record, found.reason) in told:
                continue
            told.add((found.record, found.reason))
        empty = False
        yield found
    if empty:
        shown = shown_path(path)
        yield Reject(path=shown, reason="no_text", detail=f"{shown} holds no page and no text")


def _open(path: str, limits: Limits) -> Iterator[Record | Reject]:
    walk = Walk(shown_path(path), limits)
    if path == "-":
        yield from _read(walk, part_of("standard input", sys.stdin.buffer, walk.limits))
        return
    if not path:
        yield walk.reject("missing_file", "an empty name; is a variable of your shell not set?")
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below, after the last record
    except FileNotFoundError:
        yield walk.reject("missing_file", f"there is no {path}; check the name")
        return
    except IsADirectoryError:
        detail = f"{path} is a folder without a file that may be an article"
        yield walk.reject("empty", detail)
        return
    except (OSError, ValueError) as error:
        yield walk.reject("unreadable", f"{path} cannot be opened ({error})")
        return
    with file:
        yield from _read(walk, part_of(path, file, walk.limits))


def _read(walk: Walk, part: Part) -> Iterator[Record | Reject]:
    """All records of `part`, whatever it is."""
    head = part.reader.peek(HEAD_BYTES)[:HEAD_BYTES]
    form = format_of(head, part.name)
    number = walk.number if part.inside else lambda: None
    if part.depth > walk.limits.depth:
        detail = f"{part.name} lies in more than {walk.limits.depth} archives; unpack some of them"
        yield walk.reject("nested_too_deep", detail, number())
    elif form in ("gzip", "bzip2", "xz"):
        yield from _read(walk, unpacked(form, part, walk.limits))
    elif form in ("zip", "tar", "parquet"):
        yield from _container(walk, part, form)
    elif form in _STREAMED:
        yield from _STREAMED[form](walk, part)
    elif form in _DOCUMENTS:
        yield walk.document(part, _DOCUMENTS[form])
    elif (fault := walk.fault_of(part)) is not None:
        yield fault
    else:
        yield _unusable(walk, part, form, number())


def _unusable(walk: Walk, part: Part, form: str, number: int | None) -> Reject:
    if form == "empty":
        return walk.reject(
            "empty", f"{part.name} has nothing in it; save it again, or leave it out", number
        )
    if form == "binary":
        return walk.reject("binary", f"{part.name} is {_binary(part.name)}", number)
    return walk.reject("no_text", f"{part.name} is XML, but neither a page nor a feed", number)


def _binary(name: str) -> str:
    """What a file is that is not text, and what would help."""
    extension = extension_of(name)
    if extension == "pdf":
        return "a PDF; save its text beside it, for instance with pdftotext"
    if extension in OFFICE:
        return f"{OFFICE[extension]}; save it as plain text, HTML or CSV beside it"
    return "not text; convert it to text or HTML first"


def _container(walk: Walk, part: Part, form: str) -> Iterator[Record | Reject]:
    if form == "tar":
        yield from _members(walk, part, tar_members(part))
        fault = walk.fault_of(part)
        if fault is not None:
            yield fault
        return
    with spooled(part) as file:
        fault = walk.fault_of(part)
        if fault is not None:
            yield fault
        if form == "zip":
            yield from _members(walk, part, zip_members(file, walk.limits))
        else:
            yield from read_parquet(walk, file, part.name)


def _members(
    walk: Walk, part: Part, members: Iterator[Member | Fault]
) -> Iterator[Record | Reject]:
    for member in members:
        if walk.full:
            detail = f"{part.name} holds more than {walk.limits.members:,} articles; split it"
            yield walk.reject("too_large", detail)
            return
        if isinstance(member, Fault):
            number = None if member.reason == "truncated" else walk.number()
            yield walk.reject(member.reason, f"{part.name}: {member.detail}", number)
            continue
        name, source = member
        with source:
            inner = part_of(name, source, walk.limits, part.depth + 1, inside=True)
            yield from _read(walk, inner)


def records_of_bytes(content: bytes, name: str, limits: Limits) -> Iterator[Record | Reject]:
    """The records of `content` as if it were a file called `name`."""
    walk = Walk(name, limits)
    source: IO[bytes] = io.BytesIO(content)
    yield from _read(walk, part_of(name, source, limits))
