"""`Rows` to bytes and back: what the engines carry between processes and the store keeps."""

import json
import zlib

from reportedly import schema
from reportedly.model import TABLES
from reportedly.rows import Rows

#: Fast compression: most of a payload is repeated column names.
_LEVEL = 1


def pack(rows: Rows) -> bytes:
    """`rows` as compressed JSON; the same rows always give the same bytes."""
    tables = {kind.table: [schema.plain(row) for row in rows.of(kind)] for kind in rows.kinds()}
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack_plain(payload: bytes) -> dict[str, list[dict[str, schema.Plain]]]:
    """Table → plain rows of a payload."""
    tables: dict[str, list[dict[str, schema.Plain]]] = json.loads(
        zlib.decompress(payload).decode("utf-8", "surrogatepass")
    )
    return tables


def unpack(payload: bytes) -> Rows:
    """The rows of a payload."""
    return Rows(
        {
            TABLES[name]: [schema.read_row(TABLES[name], values) for values in rows]
            for name, rows in unpack_plain(payload).items()
        }
    )
