"""The words of a statement as they are compared: a statement and its article in, `Said` out.

Quotation marks, apostrophes (lost ones too), kinds of space, case and brackets make no difference;
that a word stands in brackets, or after an ellipsis, is kept beside it.
"""

import functools
import re
from dataclasses import dataclass

from reportedly.content_words import MODALS, NEGATIONS, STOP_WORDS, stem
from reportedly.model import Mode, Statement

_TOKEN = re.compile(
    r"(?P<gap>…|\.[ \u00a0]?\.[ \u00a0]?\.)"
    r"|(?P<open>\[)|(?P<close>\])"
    r"|(?P<mark>[“”\"«»„]|''|``)"
    r"|(?P<inner>(?<![^\W_])[‘'](?=[^\W_]))|(?P<outer>(?<=[^\s‘'])[’'](?![^\W_]))"
    r"|(?P<word>[^\W_]+(?:['’‘`´][^\W_]+)*)"
)
#: "[t]hey": a letter in brackets only tells that the capital was changed.
_BRACKETED_LETTER = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
#: Written together or apart, these are the same words.
_TOGETHER = {"cannot": ("can", "not"), "gonna": ("going", "to"), "wanna": ("want", "to")}

#: A retelling with fewer quoted words than this ("a `disgrace'") is compared as a retelling.
LEAST_QUOTED = 5


@dataclass(frozen=True, slots=True)
class SaidWord:
    """One word of a statement."""

    shown: str
    key: str
    quoted: bool
    bracketed: bool = False
    #: in quotation marks within the quotation: somebody else's words, repeated
    repeated: bool = False
    #: an ellipsis stands between this word and the one before
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A statement's words: the quoted ones where there are any, else all."""

    statement: Statement
    words: tuple[SaidWord, ...]
    #: of `words`, by their order: what is compared
    keys: tuple[str, ...]
    quoted: bool

    @property
    def content(self) -> tuple[str, ...]:
        """Stems of the words that carry content, in their order."""
        return tuple(stem(key) for key in self.keys if carries_content(key))


def carries_content(key: str) -> bool:
    """Is this a word by which a sentence can be recognised?  Negations and modals are not."""
    return key not in STOP_WORDS and key not in NEGATIONS and key not in MODALS and len(key) > 1


def said(statement: Statement, text: str) -> Said:
    """The words of `statement`, whose spans point into `text`."""
    words: list[SaidWord] = []
    for start, end in statement.content:
        words += _words(text[start:end], statement.mode)
    quoted = [word for word in words if word.quoted]
    if statement.mode == "mixed" and len(quoted) < LEAST_QUOTED:
        quoted = []
    kept = quoted or words
    own = [word for word in kept if not word.repeated]
    if len(own) >= LEAST_QUOTED:
        kept = own
    return Said(statement, tuple(kept), tuple(word.key for word in kept), bool(quoted))


def _words(passage: str, mode: Mode) -> list[SaidWord]:
    passage = _BRACKETED_LETTER.sub(r"\1", passage)
    found: list[SaidWord] = []
    inside = mode == "direct"
    bracketed = gap = repeated = False
    for match in _TOKEN.finditer(passage):
        kind = match.lastgroup
        if kind == "gap":
            gap = True
        elif kind in ("open", "close"):
            bracketed = kind == "open"
        elif kind in ("inner", "outer"):
            repeated = kind == "inner" and inside
        elif kind == "mark" and mode == "mixed":
            inside = _toggled(match.group(), inside)
        elif kind == "word":
            for key in _keys(match.group()):
                found.append(SaidWord(match.group(), key, inside, bracketed, repeated, gap))
                gap = False
    return found


def _toggled(mark: str, inside: bool) -> bool:
    return mark in "“«„" or (mark not in "”»" and not inside)


@functools.lru_cache(maxsize=1 << 16)
def _keys(word: str) -> tuple[str, ...]:
    key = word.translate(_APOSTROPHES).casefold()
    return _TOGETHER.get(key, (key,))
