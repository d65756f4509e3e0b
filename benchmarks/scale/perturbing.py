"""One annotated article as another: its rows with other names, words, numbers, days, identifiers.

A word is exchanged only for one of the same length, so that every span still points at what it
pointed at, and annotation need not be run again.  What becomes of a word depends on the word and
the number of the copy alone.
"""

import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from reportedly.content_words import MODALS, NEGATIONS, NUMBER_WORDS, STOP_WORDS
from reportedly.offsets import words_of

Plain = dict[str, Any]
Rows = dict[str, list[Plain]]
"""table → plain rows of one article"""

#: Of a hundred words that carry content, how many are exchanged, so that the copy is another
#: article on another matter; each tenth copy is a near copy of the one before.
EXCHANGED, OF_NEAR_COPIES, NEAR_COPY_EVERY = 80, 10, 10
#: Names of a hundred that stay: people of whom many articles speak.
KNOWN_NAMES = 30
#: Shorter ones are endings ("'s") and initials.
SHORTEST = 3
#: Each copy is so many days later than the one before.
DAYS_LATER = 3

_WORD = re.compile(r"[^\W_]+")
_ID = re.compile(r"\b[as][0-9a-f]{16}\b")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KEPT = STOP_WORDS | NEGATIONS | MODALS | frozenset(NUMBER_WORDS)
#: Words by which an article is dated, and titles: another in their place would be noticed.
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december mr mrs ms dr sir sen rep gov".split()
)
_DAYS = frozenset(
    "published published_earliest published_latest said_earliest said_latest earliest latest "
    "as_of_earliest as_of_latest".split()
)
_IDS = frozenset("article_id statement_id parent_id fact_id".split())
#: Columns that are no words of the article.
_FIXED = frozenset("mode source_kind channel polarity kind form type attribute lang reason".split())


class Vocabulary:
    """Words of a pile by length: what may stand for a word."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = {word for text in texts for word in _WORD.findall(text) if word.isalpha()}
        self._lower: dict[int, list[str]] = {}
        self._names: dict[int, list[str]] = {}
        for word in sorted(words):
            if word.lower() in _KEPT or word.lower() in _CALENDAR:
                continue
            if word.islower():
                self._lower.setdefault(len(word), []).append(word)
            elif word[0].isupper() and word[1:].islower() and word.lower() not in words:
                self._names.setdefault(len(word), []).append(word)

    def instead(self, word: str, number: int) -> str:
        """The word of that length and kind with some number, however large."""
        listed = (self._lower if word.islower() else self._names).get(len(word), [word])
        return listed[number % len(listed)]


class Copy:
    """What becomes of words, days and identifiers in one copy."""

    def __init__(self, vocabulary: Vocabulary, number: int) -> None:
        self._vocabulary = vocabulary
        self._number = number
        near = number % NEAR_COPY_EVERY == 0
        self._before = Copy(vocabulary, number - 1) if near else None
        self._known: dict[str, str] = {}

    def rows(self, rows: Mapping[str, list[Plain]], text: str) -> Rows:
        """All rows of one article, whose text was `text`."""
        now = self.text(text)
        return {table: [self._row(row, now) for row in listed] for table, listed in rows.items()}

    def text(self, text: str) -> str:
        """`text` with its words exchanged; as long as it was."""
        return _WORD.sub(lambda found: self._word(found[0]), text)

    def _row(self, row: Plain, text: str) -> Plain:
        """A row whose words are read anew where it points at: a span may begin inside a word."""
        found = {name: self._value(name, value) for name, value in row.items()}
        if "span" in row and "text" in row:
            found["text"] = text[slice(*row["span"])]
        for spans in ("content", "source"):
            if row.get(f"{spans}_text") and row.get(spans):
                found[f"{spans}_text"] = words_of(text, row[spans])
        return found

    def _value(self, name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._value(name, item) for item in value]
        if not isinstance(value, str) or name in _FIXED:
            return value
        if name in _IDS:
            return _ID.sub(lambda found: self._identifier(found[0]), value) if value else value
        if name == "sha256":
            return hashlib.sha256(f"{value} {self._number}".encode()).hexdigest()
        if name in _DAYS:
            return _DAY.sub(lambda found: self._later(found[0]), value)
        if name in ("path", "url"):
            return f"{value}/{self._number}"
        return self.text(value) if name not in ("outlet", "value") else value

    def _identifier(self, old: str) -> str:
        return old[0] + hashlib.sha256(f"{old} {self._number}".encode()).hexdigest()[:16]

    def _later(self, day: str) -> str:
        moved = datetime.date.fromisoformat(day) + datetime.timedelta(self._number * DAYS_LATER)
        return moved.isoformat()

    def _word(self, word: str) -> str:
        if word not in self._known:
            self._known[word] = self._exchange(word)
        return self._known[word]

    def _exchange(self, word: str) -> str:
        exchanged = EXCHANGED
        if self._before:
            word, exchanged = self._before._word(word), OF_NEAR_COPIES
        drawn = int.from_bytes(hashlib.blake2b(f"{word} {self._number}".encode()).digest()[:8])
        if word.isdigit():
            # Years and days of the month stay, or dates would be none.
            return word if len(word) in (1, 2, 4) else f"{drawn % 10 ** len(word):0{len(word)}}"
        kept = word.lower() in _KEPT or word.lower() in _CALENDAR
        if kept or len(word) < SHORTEST or not word.isalpha():
            return word
        stays = 100 - exchanged
        if not word.islower():
            stays = max(stays, KNOWN_NAMES)
        return word if drawn % 100 < stays else self._vocabulary.instead(word, drawn // 100)
