"""The user's `cast.toml`: who is who, written by hand; in: the file, out: constraints.

[[merge]] names  ·  [[split]] name, articles or alias, as  ·  [[rename]] name, to
[[block]] names  ·  [[alias]] name, alias, from, until.  See `docs/editing.md`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.calendar.errors import DateFormatError
from reportedly.calendar.partial import find_interval, interval_from_iso
from reportedly.errors import RunAborted
from reportedly.identifiers import identifier
from reportedly.model import Constraint, Place

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

#: Entry → keys that it must have, and keys that it may have.
_KEYS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "merge": (frozenset({"names"}), frozenset({"article"})),
    "split": (frozenset({"name"}), frozenset({"articles", "alias", "as", "article"})),
    "rename": (frozenset({"name", "to"}), frozenset({"article"})),
    "block": (frozenset({"names"}), frozenset({"article"})),
    "alias": (frozenset({"name", "alias"}), frozenset({"from", "until", "article"})),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the file, and where it begins."""

    path: Path
    kind: str
    number: int
    line: int
    lines: tuple[str, ...]
    values: dict[str, Any]

    def wrong(self, key: str, problem: str, step: str) -> RunAborted:
        """The error for a key: file, line, key, problem and next step."""
        line = self.line
        for at, text in enumerate(self.lines[self.line :], self.line + 1):
            if text.lstrip().startswith("["):
                break
            if re.match(rf'\s*"?{re.escape(key)}"?\s*=', text):
                line = at
                break
        return RunAborted(f"{self.path}, line {line}, [[{self.kind}]] {key}: {problem}; {step}")

    def text(self, key: str) -> str:
        """A key that must be a name."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "is no name", f'write: {key} = "A Name"')
        return " ".join(value.split())

    def texts(self, key: str, fewest: int = 1) -> list[str]:
        """A key that must be a list of names."""
        value = self.values.get(key)
        good = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
        if not good or len(value or ()) < fewest:
            need = "two or more names" if fewest > 1 else "one or more"
            raise self.wrong(key, f"is no list of {need}", f'write: {key} = ["One", "Other"]')
        return [" ".join(each.split()) for each in value or ()]

    def day(self, key: str) -> str | None:
        """A key that must be a date, if it is there."""
        value = self.values.get(key)
        if isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, int):
            value = str(value)
        if value is not None and not (isinstance(value, str) and _ISO.fullmatch(value)):
            raise self.wrong(key, f"{value!r} is no date", f'write: {key} = "2016-05"')
        if value is not None and find_interval(value) is None:
            raise self.wrong(key, f"the calendar has no {value}", f'write: {key} = "2016-05"')
        return value

    def days(self) -> tuple[str | None, str | None]:
        """`from` and `until`, in this order in time."""
        first, last = self.day("from"), self.day("until")
        try:
            interval_from_iso(first, last)
        except DateFormatError as error:
            problem = f"{last} lies before from, {first}"
            raise self.wrong("until", problem, "exchange the two") from error
        return first, last


def read_cast(path: Path) -> list[Constraint]:
    """The entries of a cast file, in their order.

    Raises:
        RunAborted: it is not well formed; the message names line, key and next step.
    """
    try:
        text = path.read_text("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise RunAborted(f"{path} is not UTF-8 ({error.reason}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise RunAborted(f"{path}: {error}; mend that line, see docs/editing.md") from error
    found: list[Constraint] = []
    for entry in _entries(path, text, values):
        for each in _READERS[entry.kind](entry):
            number = len(found) + 1
            found.append(_numbered(each, number, entry))
    return found


def _entries(path: Path, text: str, values: dict[str, Any]) -> Iterator[_Entry]:
    lines = tuple(text.splitlines())
    headers: dict[str, list[int]] = {}
    order: list[tuple[int, str, int]] = []
    for at, written in enumerate(lines, 1):
        header = re.match(r"\s*\[\[\s*([^\]\s]+)\s*\]\]", written)
        if header:
            places = headers.setdefault(header[1], [])
            order.append((at, header[1], len(places)))
            places.append(at)
    for key, listed in values.items():
        if key not in _KEYS or not isinstance(listed, list):
            line = next((n for n, text in enumerate(lines, 1) if key in text), 1)
            raise RunAborted(
                f"{path}, line {line}, {key}: there is no such entry; use "
                + ", ".join(f"[[{name}]]" for name in _KEYS)
            )
        if len(headers.get(key, ())) != len(listed):
            # Otherwise an entry that TOML can write in another way would be left out in silence.
            line = next((n for n, text in enumerate(lines, 1) if key in text), 1)
            raise RunAborted(
                f"{path}, line {line}, {key}: not every entry has a heading of its own; "
                f"write [[{key}]] on a line above each"
            )
    for begins, kind, number in order:
        entry = _Entry(path, kind, number, begins, lines, values[kind][number])
        _check_keys(entry)
        yield entry


def _check_keys(entry: _Entry) -> None:
    must, may = _KEYS[entry.kind]
    for key in sorted(must - set(entry.values)):
        raise entry.wrong(key, "is missing", f"add: {key} = …")
    for key in sorted(set(entry.values) - must - may):
        known = ", ".join(sorted(must | may))
        raise entry.wrong(key, "is not known here", f"use one of: {known}")


def _numbered(given: dict[str, Any], number: int, entry: _Entry) -> Constraint:
    return Constraint(
        number=number,
        decision_id=identifier("cast ", entry.kind, sorted(entry.values.items()), number),
        action=given.pop("action"),
        given=f"{entry.path.name}, line {entry.line}",
        **given,
    )


def _whom(entry: _Entry, name: str) -> tuple[Place, ...]:
    """Whoever is called so; in one article, when the entry names one."""
    if "article" in entry.values:
        return (Place(article_id=entry.text("article"), name=name),)
    return (Place(name=name),)


def _pairs(entry: _Entry) -> Iterator[dict[str, Any]]:
    names = entry.texts("names", 2)
    others = names[1:] if entry.kind == "merge" else []
    for other in others:
        yield {"action": "merge", "one": _whom(entry, names[0]), "other": _whom(entry, other)}
    if entry.kind == "block":
        for at, name in enumerate(names):
            for other in names[at + 1 :]:
                yield {
                    "action": "block",
                    "one": _whom(entry, name),
                    "other": _whom(entry, other),
                }


def _split(entry: _Entry) -> Iterator[dict[str, Any]]:
    if ("articles" in entry.values) == ("alias" in entry.values):
        raise entry.wrong("alias", "either articles or alias must be given", "give one of them")
    name = entry.text("name")
    if "alias" in entry.values:
        leaving = [Place(name=entry.text("alias"))]
    else:
        leaving = [Place(article_id=each) for each in entry.texts("articles")]
    yield {
        "action": "split",
        "one": _whom(entry, name),
        "other": tuple(leaving),
        "name": entry.text("as") if "as" in entry.values else None,
    }


def _rename(entry: _Entry) -> Iterator[dict[str, Any]]:
    yield {"action": "rename", "one": _whom(entry, entry.text("name")), "name": entry.text("to")}


def _alias(entry: _Entry) -> Iterator[dict[str, Any]]:
    earliest, latest = entry.days()
    yield {
        "action": "alias",
        "one": _whom(entry, entry.text("name")),
        "name": entry.text("alias"),
        "earliest": earliest,
        "latest": latest,
    }


_READERS: dict[str, Callable[[_Entry], Iterator[dict[str, Any]]]] = {
    "merge": _pairs,
    "block": _pairs,
    "split": _split,
    "rename": _rename,
    "alias": _alias,
}
