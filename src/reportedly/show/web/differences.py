"""Two versions of a quotation as words kept, dropped and added, for showing side by side."""

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

#: Beyond this many words two versions are shown without marks: nobody compares them by eye.
_MOST_WORDS = 2_000

#: Quotation marks and the like that papers set each in their own way.
_EDGE = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have, or only the earlier (`drop`) or the later one (`add`)."""

    op: Literal["same", "drop", "add"]
    words: str


def _plain(word: str) -> str:
    folded = word.casefold().replace("’", "'").replace("‘", "'")
    return _EDGE.sub("", folded) or folded


def differences(earlier: str, later: str) -> list[Piece]:
    """The way from `earlier` to `later`, word by word; case and marks around words do not count."""
    old, new = earlier.split(), later.split()
    if max(len(old), len(new)) > _MOST_WORDS:
        return [Piece("same", later)]
    found: list[Piece] = []
    codes = Levenshtein.opcodes([_plain(w) for w in old], [_plain(w) for w in new])
    for code in codes:
        before = " ".join(old[code.src_start : code.src_end])
        after = " ".join(new[code.dest_start : code.dest_end])
        if code.tag == "equal":
            found.append(Piece("same", after))
            continue
        found += [Piece("drop", before)] if before else []
        found += [Piece("add", after)] if after else []
    return found
