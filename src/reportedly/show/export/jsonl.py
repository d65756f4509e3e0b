"""One table as JSON lines: UTF-8, one object a line, keys as in the model."""

import json
from pathlib import Path

from reportedly import schema
from reportedly.chronicle import Chronicle
from reportedly.model import Row


def write(chronicle: Chronicle, kind: type[Row], path: Path) -> int:
    """Writes the table; returns the number of rows."""
    count = 0
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as stream:
        for row in chronicle.rows(kind):
            line = json.dumps(schema.plain(row), ensure_ascii=False, separators=(",", ":"))
            stream.write(line + "\n")
            count += 1
    return count
