"""A page as it was captured: its bytes, and where the characters of the article stand in it.

Kept beside the article, so that a reader can see the words where they stood.
"""

import json
import struct
import zlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from reportedly.reading.charset import decode_page
from reportedly.reading.page_flow import Flow, Run, visible
from reportedly.reading.page_tree import Element, parse_page

#: Larger pages are not kept.  The largest of 290 news pages measured had 2 MB; what is larger
#: carries its pictures or a database in it.
MAX_CAPTURE_BYTES = 4 * 2**20
#: 31 KB for the average news page; the highest level saves 1 % more and takes half again as long.
_LEVEL = 6
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of a page, the charset that was declared around them, and the map from the text."""

    content: bytes
    charset: str | None
    runs: tuple[Run, ...]


def find_capture(content: bytes, charset: str | None, runs: Sequence[Run]) -> Capture | None:
    """The capture of a page; None for one that is too large to keep."""
    if len(content) > MAX_CAPTURE_BYTES:
        return None
    return Capture(content, charset, tuple(runs))


def opened(capture: Capture) -> tuple[Element, Flow]:
    """The page of `capture` as reading saw it, without what nobody sees, and its flow."""
    return visible(parse_page(decode_page(capture.content, capture.charset)))


def pack(capture: Capture) -> bytes:
    """`capture` as compressed bytes; the same capture always gives the same."""
    notes = {"charset": capture.charset, "runs": [astuple(run) for run in capture.runs]}
    head = json.dumps(notes, separators=(",", ":")).encode()
    return zlib.compress(_LENGTH.pack(len(head)) + head + capture.content, _LEVEL)


def unpack(payload: bytes) -> Capture:
    """The capture in `payload`."""
    plain = zlib.decompress(payload)
    start = _LENGTH.size + _LENGTH.unpack_from(plain)[0]
    notes = json.loads(plain[_LENGTH.size : start])
    runs = tuple(Run(*values) for values in notes["runs"])
    return Capture(plain[start:], notes["charset"], runs)
