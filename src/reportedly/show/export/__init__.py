"""A chronicle in others' formats: whole tables as JSONL, Parquet and CSV, one file a table, rows
sorted by key; documents for others' tools; and a dossier of one person or story to hand on.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from reportedly.chronicle import Chronicle
from reportedly.errors import ReportedlyError, RunAborted, told
from reportedly.model import CHRONICLE, Row
from reportedly.show.export import (
    citron,
    csv_table,
    follow_the_money,
    gexf,
    icalendar,
    jsonl,
    parquet,
    schema_quotation,
    timeline_js,
    web_annotation,
)
from reportedly.show.export.material import Material, find_subject, gather

Format = Literal[
    "jsonl", "parquet", "csv", "html", "webannotation", "quotation", "timelinejs", "ical", "ftm",
    "gexf", "citron",
]  # fmt: skip

_TABLES: dict[str, tuple[str, Callable[[Chronicle, type[Row], Path], int]]] = {
    "jsonl": (".jsonl", jsonl.write),
    "parquet": (".parquet", parquet.write),
    "csv": (".csv", csv_table.write),
}

_DOCUMENTS: dict[str, Callable[[Material], Iterator[tuple[str, str]]]] = {
    "webannotation": web_annotation.documents,
    "quotation": schema_quotation.documents,
    "timelinejs": timeline_js.documents,
    "ical": icalendar.documents,
    "ftm": follow_the_money.documents,
    "gexf": gexf.documents,
    "citron": citron.documents,
}

_ALL = (*_TABLES, *_DOCUMENTS, "html")


def export(
    chronicle: Chronicle,
    to: str | os.PathLike[str],
    form: Format = "jsonl",
    *,
    about: str | None = None,
    full_text: bool = False,
) -> dict[str, int]:
    """Writes the chronicle in one format into the folder `to`, which is made when missing.

    A file appears whole or not at all: it is written beside its place and then moved there.

    Args:
        about: a person or story, by name or identifier; without it everything.  A dossier
            (`html`) needs it, whole tables do not take it.
        full_text: whole articles in those formats that otherwise carry snippets and links only.

    Returns:
        for `jsonl`, `parquet` and `csv` table → number of rows, otherwise file → number of bytes.

    Raises:
        ReportedlyError: no such format, or nothing is called `about`.
        RunAborted: the folder cannot be written.
    """
    if form not in _ALL:
        raise ReportedlyError(f"no export format {form!r}; there are: {', '.join(_ALL)}")
    if form in _TABLES and about is not None:
        raise ReportedlyError(
            f"{form} holds whole tables, not only {about}; leave the name out or take: "
            f"{', '.join((*_DOCUMENTS, 'html'))}"
        )
    folder = Path(to)
    if folder.exists() and not folder.is_dir():
        raise RunAborted(f"{folder} is a file; name another folder with --to")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if form in _TABLES:
            return _write_tables(chronicle, folder, form)
        return _write_documents(folder, _documents(chronicle, form, about, full_text))
    except OSError as error:
        raise RunAborted(
            f"writing {folder} failed: {told(error)}; make room or name another folder with --to"
        ) from error


def _write_tables(chronicle: Chronicle, folder: Path, form: str) -> dict[str, int]:
    ending, write = _TABLES[form]
    counts = {}
    for kind in CHRONICLE:
        place = folder / (kind.table + ending)
        with _whole(place) as beside:
            counts[kind.table] = write(chronicle, kind, beside)
    return counts


@contextlib.contextmanager
def _whole(place: Path) -> Iterator[Path]:
    """Where to write what is moved to `place` once it is whole; nothing is left of a half."""
    beside = place.with_name(place.name + ".part")
    try:
        yield beside
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _documents(
    chronicle: Chronicle, form: str, about: str | None, full_text: bool
) -> Iterator[tuple[str, str]]:
    subject = None if about is None else find_subject(chronicle, about)
    if form != "html":
        return _DOCUMENTS[form](gather(chronicle, subject, full_text=full_text))
    if subject is None:
        raise ReportedlyError(
            "a dossier is about one person or story: reportedly export CHRONICLE NAME "
            "--format html --to FOLDER"
        )
    from reportedly.show.dossier import documents

    return documents(chronicle, subject, full_text=full_text)


def _write_documents(folder: Path, documents: Iterator[tuple[str, str]]) -> dict[str, int]:
    sizes = {}
    for name, text in documents:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        content = text.encode("utf-8")
        with _whole(place) as beside:
            beside.write_bytes(content)
        sizes[name] = len(content)
    return sizes
