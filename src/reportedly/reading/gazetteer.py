"""The user's gazetteer (CSV, or JSON lines as Wikidata has them) in, entries of given names out."""

import csv
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from reportedly.errors import RunAborted
from reportedly.folding import folded
from reportedly.model import Known

#: Wikidata's property for the date of birth.
_BORN = "P569"
#: Characters between the aliases in one cell of a CSV file.
_BETWEEN_ALIASES = "|"


def read_gazetteer(path: Path, names: Collection[str]) -> list[Known]:
    """Entries that have one of `names` as label or alias, sorted by identifier.

    The file is read line by line; only what is wanted is kept.

    Args:
        path: `.csv` with a header of id, label and, if known, aliases (between |), description,
            birth_date; or JSON lines with the same keys, or in Wikidata's own form.
        names: in any case and spacing.

    Raises:
        RunAborted: a line cannot be read; the message says which.
    """
    wanted = {folded(name) for name in names}
    found: dict[str, Known] = {}
    try:
        for entry in _csv(path) if path.suffix.lower() == ".csv" else _json_lines(path):
            if any(folded(name) in wanted for name in (entry.label, *entry.aliases)):
                found[entry.identifier] = entry
    except UnicodeDecodeError as error:
        raise RunAborted(f"{path} is not UTF-8 ({error.reason}); save it as UTF-8") from error
    return [found[identifier] for identifier in sorted(found)]


def _csv(path: Path) -> Iterator[Known]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        missing = {"id", "label"} - set(rows.fieldnames or ())
        if missing:
            raise RunAborted(
                f"{path}, line 1: no column {' and '.join(sorted(missing))}; the header needs "
                "id,label and may have aliases,description,birth_date"
            )
        for row in rows:
            yield _entry(path, rows.line_num, {key: value for key, value in row.items() if value})


def _json_lines(path: Path) -> Iterator[Known]:
    with path.open(encoding="utf-8-sig") as stream:
        for number, line in enumerate(stream, 1):
            plain = line.strip().rstrip(",")
            if plain in ("", "[", "]"):  # Wikidata's dumps are one array, an entry a line
                continue
            try:
                values = json.loads(plain)
            except ValueError as error:
                raise RunAborted(f"{path}, line {number}: no JSON object ({error})") from error
            if not isinstance(values, dict):
                raise RunAborted(f"{path}, line {number}: no JSON object; one entry a line")
            yield _entry(path, number, values)


def _entry(path: Path, number: int, values: dict[str, Any]) -> Known:
    label = _text(values.get("label") or values.get("labels"))
    if not values.get("id") or not label:
        raise RunAborted(f"{path}, line {number}: no id or no label; give both")
    return Known(
        identifier=str(values["id"]),
        label=label,
        aliases=tuple(_aliases(values.get("aliases"))),
        description=_text(values.get("description") or values.get("descriptions")),
        birth_date=_text(values.get("birth_date")) or _born(values.get("claims")),
    )


def _text(value: Any) -> str | None:
    """A text as it is, or the English one of Wikidata's."""
    if isinstance(value, dict):
        value = value.get("en")
        value = value.get("value") if isinstance(value, dict) else value
    return str(value) if value else None


def _aliases(value: Any) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(_BETWEEN_ALIASES) if part.strip()]
    if isinstance(value, dict):
        value = value.get("en", [])
    listed = value if isinstance(value, list) else []
    return [str(each.get("value") if isinstance(each, dict) else each) for each in listed if each]


def _born(claims: Any) -> str | None:
    """The first date of birth among Wikidata's statements, no more precise than it is."""
    try:
        value = claims[_BORN][0]["mainsnak"]["datavalue"]["value"]
        length = {9: 4, 10: 7}.get(value["precision"], 10)
        return str(value["time"]).lstrip("+")[:length]
    except (KeyError, IndexError, TypeError):
        return None
