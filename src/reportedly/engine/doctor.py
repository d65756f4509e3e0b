"""Checks of an installation: versions, models, and one small build from end to end."""

import importlib.metadata
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be so."""

    name: str
    sound: bool
    detail: str


def checks() -> Iterator[Check]:
    """Each check with its outcome, as it is made; none raises."""
    for name, check in _CHECKS.items():
        try:
            yield Check(name, True, check())
        except Exception as error:  # a check that fails is the answer, whatever it failed with
            yield Check(name, False, f"{type(error).__name__}: {error}")


def _python() -> str:
    return sys.version.split()[0]


def _sqlite() -> str:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create virtual table words using fts5(text)")
    return f"{sqlite3.sqlite_version} with full-text search"


def _libraries() -> str:
    found = []
    for requirement in importlib.metadata.requires("reportedly") or []:
        if "extra ==" in requirement:
            continue
        name = requirement.split(";")[0].strip()
        for mark in "<>=!~[ ":
            name = name.split(mark)[0]
        found.append(f"{name} {importlib.metadata.version(name)}")
    return ", ".join(found)


def _parser() -> str:
    from reportedly.annotate.parse.spacy import parse_text

    if len(parse_text("Ada Quill said no.").tokens) != 5:
        raise RuntimeError("the parser splits a plain sentence wrongly")
    return "en_core_web_sm parses"


def _tagger() -> str:
    from reportedly.annotate.attribution.tagger_files import find_missing_part

    missing = find_missing_part()
    if missing is not None:
        raise RuntimeError(f"{missing} is missing: attribution would run on rules alone")
    from reportedly.annotate.attribution.neural.weights import shipped_model

    shipped_model()
    return "the attribution model loads, and its files are those that were shipped"


def _small_build() -> str:
    from reportedly.engine.build import build
    from reportedly.verify import verify

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text("“The bridge will stay,” Ada Quill told the Marrow Post on Monday.\n")
        report = build([page], Path(folder) / "small.chronicle", workers=0)
        faults = list(verify(Path(folder) / "small.chronicle"))
    if faults or not report.rows["statements"]:
        raise RuntimeError(
            f"one article gave {report.rows['statements']} statements, {len(faults)} faults"
        )
    return "one article goes the whole way"


_CHECKS: dict[str, Callable[[], str]] = {
    "python": _python,
    "sqlite": _sqlite,
    "libraries": _libraries,
    "parser": _parser,
    "tagger": _tagger,
    "build": _small_build,
}
