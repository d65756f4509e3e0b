"""`Record`, one article still in raw form, and `Limits`, how much of an input is ever unpacked.

`inputs` makes records out of files; `article` makes an article out of one record.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["html", "text", "markdown", "article", "feed_entry", "mhtml", "mail"]


@dataclass(frozen=True, slots=True)
class Record:
    """One article as bytes: `content` names it, whatever file or archive it lies in.

    `record` is its index among the usable members of an archive or list, None when the input is
    one document.  `url`, `captured` (ISO 8601, when an archive fetched it), `outlet` and `charset`
    are what surrounds the bytes and says something about them.
    """

    path: str
    record: int | None
    kind: Kind
    content: bytes
    url: str | None = None
    captured: str | None = None
    outlet: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What an input may cost; beyond it there is a reject, never a crash or an endless run."""

    #: Bytes of one record.  The longest line that a crawl of news gave had some tens of megabytes
    #: (pictures inside the page); memory for one record is a small multiple of this.
    record_bytes: int = 64 * 2**20
    #: Unpacked bytes for each packed byte.  Text packs 3 to 20 times, repetitive JSON 60 times,
    #: bombs a thousand times.
    ratio: int = 200
    #: Unpacked bytes below which the ratio is not asked: a small file of blanks is no bomb.
    ratio_from: int = 16 * 2**20
    #: Archives inside archives.  A zip of WACZ files, which hold packed WARCs, is three deep.
    depth: int = 4
    #: Bytes of a page given to the HTML parser; the largest of 290 news pages measured had 2 MB,
    #: and pages above this are dumps of a database.
    page_bytes: int = 20 * 2**20
    #: Characters of one article: a long novel, and as much as one parse can take.
    text_chars: int = 1_000_000
    #: Members of one input, at all depths together: a large crawl has a few million pages.
    members: int = 10_000_000


def canonical(row: Mapping[str, object]) -> bytes:
    """`row` as JSON that is the same for the same values: sorted keys, UTF-8, no spare blanks."""
    encoded = json.dumps(
        row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return encoded.encode("utf-8", "surrogatepass")
