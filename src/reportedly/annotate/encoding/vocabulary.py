"""The encoder's vocabulary: splits a text into words and words into pieces.

In: a text.  Out: offsets of its words, and for each word its pieces: as the uncased BERT models do
it, letters lowered and stripped of accents, every mark a word, the longest pieces first.
"""

import functools
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int32]

#: A longer word is read as one unknown piece.
_WORD_CHARS = 100
#: Different words whose pieces are remembered.
_REMEMBERED = 50_000
_UNKNOWN, _INSIDE = "[UNK]", "##"

#: What a character is: part of a word, white space, a word of its own, or not to be seen at all.
_LETTER, _SPACE, _ALONE, _UNSEEN = range(4)
_PLAIN_SPACES = frozenset("\t\n\r")
_MORE_MARKS = frozenset("$+<=>^`|~")
_HAN = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one word: numbers in the vocabulary, and [start, end) in the word.

    `case` is that of the word: 0 no letter, 1 lower, 2 Title, 3 UPPER, 4 miXed, 5 a single capital.
    """

    numbers: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    case: int


class Vocabulary:
    """The pieces that the encoder knows, with their numbers."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._longest = max(map(len, numbers), default=0)
        self.pieces_of = functools.lru_cache(maxsize=_REMEMBERED)(self._pieces_of)

    def _pieces_of(self, word: str) -> Pieces:
        """The pieces of `word`; one unknown piece where it cannot be made of known ones."""
        known = self._numbers.get(word.lower()) if word.isascii() else None
        if known is not None:
            return Pieces((known,), ((0, len(word)),), _case(word))
        chars, places = _normalised(word)
        if not chars:
            return Pieces((), (), 0)
        case = _case(word[places[0] : places[-1] + 1])
        unknown = Pieces((self._numbers[_UNKNOWN],), ((places[0], places[-1] + 1),), case)
        if len(chars) > _WORD_CHARS:
            return unknown
        numbers, spans, start = [], [], 0
        while start < len(chars):
            end = self._longest_from(chars, start)
            if end is None:
                return unknown
            numbers.append(self._numbers[_INSIDE * bool(start) + chars[start:end]])
            spans.append((places[start], places[end - 1] + 1))
            start = end
        return Pieces(tuple(numbers), tuple(spans), case)

    def _longest_from(self, chars: str, start: int) -> int | None:
        """End of the longest known piece of `chars` from `start`."""
        prefix = _INSIDE if start else ""
        for end in range(min(len(chars), start + self._longest), start, -1):
            if prefix + chars[start:end] in self._numbers:
                return end
        return None


def load_vocabulary(path: Path) -> Vocabulary:
    """The vocabulary in a `tokenizer.json`; raises OSError and ValueError."""
    return Vocabulary(json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"])


def find_words(text: str) -> IntArray:
    """Offsets [n, 2] of the words of `text`, in order."""
    kinds = np.frombuffer(text.translate(_KINDS).encode("latin-1"), dtype=np.uint8)
    seen = np.flatnonzero(kinds != _UNSEEN)
    kind = kinds[seen]
    before = np.concatenate([[_SPACE], kind[:-1]]).astype(np.uint8)
    begins = (kind == _ALONE) | ((kind == _LETTER) & (before != _LETTER))
    after = np.concatenate([kind[1:], [_SPACE]]).astype(np.uint8)
    ends = (kind == _ALONE) | ((kind == _LETTER) & (after != _LETTER))
    return np.stack([seen[begins], seen[ends] + 1], axis=1).astype(np.int32)


class _Kinds(dict[int, str]):
    """The kind of each character as one character, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = chr(_kind(chr(code)))
        return kind


_KINDS = _Kinds()


def _kind(char: str) -> int:
    category = unicodedata.category(char)
    if char in _PLAIN_SPACES or char.isspace():
        return _SPACE
    if char == "\ufffd" or category == "Mn" or category.startswith("C"):
        return _UNSEEN
    if category.startswith("P") or char in _MORE_MARKS:
        return _ALONE
    if any(first <= ord(char) <= last for first, last in _HAN):
        return _ALONE
    return _LETTER


def _case(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 5
    if word.istitle():
        return 2
    return 4 if any(c.isalpha() for c in word) else 0


def _normalised(word: str) -> tuple[str, list[int]]:
    """The characters of `word` as the vocabulary has them, and where each stands in it."""
    if word.isascii():
        lower = word.lower()
        return lower, list(range(len(lower)))
    pairs = [
        (lower, at)
        for at, char in enumerate(word)
        if _kind(char) != _UNSEEN
        for part in unicodedata.normalize("NFD", char)
        if unicodedata.category(part) != "Mn"
        for lower in part.lower()
    ]
    return "".join(char for char, _ in pairs), [at for _, at in pairs]
