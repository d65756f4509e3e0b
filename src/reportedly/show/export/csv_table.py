"""One table as CSV with a heading; lists become JSON text, nulls empty cells.

What every CSV of this program has in common stands here, too: the byte order mark, without which
Excel reads UTF-8 as something else, and cells that no spreadsheet runs.
"""

import csv
import json
from pathlib import Path
from typing import Any

from reportedly import schema
from reportedly.chronicle import Chronicle
from reportedly.model import Row

#: Begins with the byte order mark.
ENCODING = "utf-8-sig"
#: A cell that begins so is run as a formula by spreadsheets; article text is hostile input.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(chronicle: Chronicle, kind: type[Row], path: Path) -> int:
    """Writes the table; returns the number of rows."""
    count = 0
    with path.open("w", encoding=ENCODING, errors="replace", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(schema.hints(kind))
        for row in chronicle.rows(kind):
            writer.writerow([cell(value) for value in schema.plain(row).values()])
            count += 1
    return count


def cell(value: Any) -> Any:
    """`value` as a cell: a text that a spreadsheet would run begins with an apostrophe."""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value
