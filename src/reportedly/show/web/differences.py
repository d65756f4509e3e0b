"""Two versions of a quotation or an article as words kept, dropped and added, side by side."""

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

#: Beyond this many words two versions are shown without marks: nobody compares them by eye.
_MOST_WORDS = 2_000

#: Words of articles that are compared: longer ones are transcripts, whose comparison takes seconds.
_MOST_ARTICLE_WORDS = 6_000

#: Words shown on each side of a change between articles.
_AROUND = 14

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


def changes(earlier: str, later: str) -> list[Piece]:
    """The same for articles: only what changed, between the words around it; none when nothing did.

    What is too long to compare gives none, too.
    """
    if max(len(earlier.split()), len(later.split())) > _MOST_ARTICLE_WORDS:
        return []
    pieces = differences(earlier, later, _MOST_ARTICLE_WORDS)
    if all(piece.op == "same" for piece in pieces):
        return []
    last = len(pieces) - 1
    return [
        Piece("same", _ends(piece.words, head=at > 0, tail=at < last))
        if piece.op == "same"
        else piece
        for at, piece in enumerate(pieces)
    ]


def _ends(words: str, *, head: bool, tail: bool) -> str:
    """The first and the last words of what did not change."""
    listed = words.split(" ")
    if len(listed) <= _AROUND * (head + tail):
        return words
    first = listed[:_AROUND] if head else []
    return " ".join([*first, "…", *(listed[-_AROUND:] if tail else [])])


def differences(earlier: str, later: str, most_words: int = _MOST_WORDS) -> list[Piece]:
    """The way from `earlier` to `later`, word by word; case and marks around words do not count."""
    old, new = earlier.split(), later.split()
    if max(len(old), len(new)) > most_words:
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
