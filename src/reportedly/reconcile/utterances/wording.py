"""The words of a statement as they are compared: a statement and its article in, `Said` out.

Quotation marks, apostrophes (lost ones too), kinds of space, case and brackets make no difference;
that a word stands in brackets, or after an ellipsis, is kept beside it.
"""

import functools
import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportedly.content_words import MODALS, NEGATIONS, STOP_WORDS, stem
from reportedly.model import Mode, Statement
from reportedly.reconcile.utterances.recalling import recalls

_TOKEN = re.compile(
    r"(?P<gap>…|\.[ \u00a0]?\.[ \u00a0]?\.)"
    r"|(?P<open>\[)|(?P<close>\])"
    r"|(?P<mark>[“”\"«»„]|''|``)"
    r"|(?P<inner>(?<![^\W_])[‘'](?=[^\W_]))|(?P<outer>(?<=[^\s‘'])[’'](?![^\W_]))"
    # Written together or apart, these are the same words.
    r"|(?P<word>[Cc]an[ \u00a0]not(?![^\W_])|[^\W_]+(?:['’‘`´][^\W_]+)*)"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\s\u00a0]+(?=[^\W\d_a-z])")
#: "[t]hey": a letter in brackets only tells that the capital was changed.
_BRACKETED_LETTER = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
#: Who tells another's words changes persons and tenses: "I will" becomes "she would".
_SHIFTS = {
    word: shown
    for shown, words in {
        "<person>": "i you he she it we they me him us them im hes shes youre were theyre",
        "<whose>": "my your his her its our their the",
        "<be>": "am is are was were be been",
        "<have>": "have has had",
        "<do>": "do does did",
        "will": "will would shall should",
        "can": "can could",
        "not": "not never",
        "<here>": "here there",
        "this": "this that these those",
    }.items()
    for word in words.split()
}
_TITLES = frozenset("mr mrs ms miss dr sir dame lady lord".split())
#: Outlets spell as their country does: "harbour", "recognise".
_BRITISH_OUR = re.compile(r"(?<=[^\W_]{3})our(?=s?$|ed$|ing$|able$|ite$|er$|ful$)")
_BRITISH_ISE = re.compile(r"(?<=[^\W_]{3})is(?=e[sd]?$|ing$|ation$)")
_NEGATED = {"wont": ("will", "not"), "cant": ("can", "not"), "cannot": ("can", "not")}
#: A retelling with fewer quoted words than this ("a `disgrace'") is compared as a retelling.
LEAST_QUOTED = 5
#: Before a retelling these belong to the reporter's sentence.
_CONJUNCTIONS = frozenset({"that", "whether", "if"})


#: Words by which a passage announces what was said, to be looked for among its first words only.
_ANNOUNCING = frozenset("said told promised thing warned wrote say promise swore vowed".split())
_TIMES = frozenset("time then before once yesterday ago".split())
LONGEST_INTRODUCTION = 10
SHORTEST_ANNOUNCED = 5


class SaidWord(NamedTuple):
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
    #: what decides whether two report the same: without words repeated from somebody else
    keys: tuple[str, ...]
    quoted: bool
    #: the words of each passage by itself, quoted or not, without what introduces it;
    #: then, where it has several, those of each of its sentences
    pieces: tuple[tuple[str, ...], ...] = ()
    #: by which words it is told that something was said
    cue: str = ""
    #: the article says that it was said long before
    recalled: bool = False
    #: keys of names, see `reportedly.outlets.outlet_key`: the article's outlet,
    #: those that it names as having had the words before, and the programmes that it names
    outlet: str | None = None
    relays: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    #: the article has a day of its own
    dated: bool = False
    #: of somebody unnamed who is recalled: the words that may be of names, anywhere in the article
    names: frozenset[str] = frozenset()

    @property
    def all_keys(self) -> tuple[str, ...]:
        """The keys of all words, for finding what changed."""
        return tuple(word.key for word in self.words)

    @property
    def shifted_keys(self) -> tuple[str, ...]:
        """The words with persons and tenses made alike, to be compared with a retelling."""
        return _shifted_keys(self.keys)

    @property
    def content(self) -> tuple[str, ...]:
        """Stems of the words that carry content, in their order."""
        return content_of(self.keys)


def nameless(told: Said) -> Said:
    """Without names and the titles before them: one calls him "Bo", the other "Mr Marsh"."""
    names = {w.key for w in told.words if w.shown[:1].isupper() and w.key not in _SHIFTS}
    return replace(told, keys=tuple(k for k in told.keys if k not in names and k not in _TITLES))


# Both are asked for anew in each comparison of a statement, and statements are many.
@functools.lru_cache(maxsize=1 << 16)
def content_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Stems of those of the words that carry content, in their order."""
    return tuple(stem(key) for key in keys if carries_content(key))


@functools.lru_cache(maxsize=1 << 16)
def _shifted_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for key in keys for word in shifted(key))


def carries_content(key: str) -> bool:
    """Is this a word by which a sentence can be recognised?  Negations and modals are not."""
    return key not in STOP_WORDS and key not in NEGATIONS and key not in MODALS and len(key) > 1


def said(statement: Statement, text: str) -> Said:
    """The words of `statement`, whose spans point into `text`."""
    passages = [text[start:end] for start, end in statement.content]
    by_passage = [_words(passage, statement.mode) for passage in passages]
    sentences = [_words(one, statement.mode) for passage in passages for one in _sentences(passage)]
    pieces = tuple(
        tuple(w.key for w in _without_introduction(words)) for words in (*by_passage, *sentences)
    )
    words = [word for passage in by_passage for word in passage]
    quoted = [word for word in words if word.quoted]
    if statement.mode == "direct" and 2 * len(quoted) < len(words):
        # The marks stand outside the spans, or one of them is missing: all is quoted.
        words = quoted = [word._replace(quoted=True) for word in words]
    if statement.mode == "mixed" and len(quoted) < LEAST_QUOTED:
        quoted = []
    kept = quoted or words
    if kept and not kept[0].quoted and kept[0].key in _CONJUNCTIONS:
        kept = kept[1:]
    own = [word for word in kept if not word.repeated]
    compared = own if len(own) >= LEAST_QUOTED else kept
    keys = tuple(word.key for word in compared)
    cue = " ".join(text[start:end] for start, end in statement.cue)
    told_later = recalls(statement, text)
    return Said(statement, tuple(kept), keys, bool(quoted), pieces, cue, told_later)


def _sentences(passage: str) -> list[str]:
    """The sentences of a passage; none of one that is a single sentence."""
    found = [one for one in _SENTENCE_END.split(passage) if one]
    return found if len(found) > 1 else []


def _without_introduction(words: list[SaidWord]) -> list[SaidWord]:
    """A passage without what announces it: "a better thing: that …", "I told them then that …"."""
    for at, word in enumerate(words[:LONGEST_INTRODUCTION]):
        before = {w.key for w in words[:at]}
        announced = word.key in _CONJUNCTIONS and (at < 3 or before & _ANNOUNCING)
        if announced and len(words) - at - 1 >= SHORTEST_ANNOUNCED:
            return words[at + 1 :]
    if len(words) > 2 and words[0].key in ("i", "we") and words[1].key in _ANNOUNCING:
        # "I said at the time, you can go": up to the comma is not kept, so the shortest phrase is.
        for at, word in enumerate(words[2:LONGEST_INTRODUCTION], start=2):
            if word.key in _TIMES and len(words) - at - 1 >= SHORTEST_ANNOUNCED:
                return words[at + 1 :]
    return words


def _words(passage: str, mode: Mode) -> list[SaidWord]:
    passage = _BRACKETED_LETTER.sub(r"\1", passage)
    found: list[SaidWord] = []
    # Without marks in it, the span of a direct quotation is what stands between the marks.
    inside = mode == "direct" and not any(m.lastgroup == "mark" for m in _TOKEN.finditer(passage))
    opening = len(passage) - len(passage.lstrip())
    bracketed = gap = repeated = False
    for match in _TOKEN.finditer(passage):
        kind = match.lastgroup
        if kind == "gap":
            gap = True
        elif kind in ("open", "close"):
            bracketed = kind == "open"
        elif kind in ("inner", "outer"):
            repeated = kind == "inner" and inside and match.start() > opening
        elif kind == "mark" and mode != "indirect":
            inside = _toggled(match.group(), inside)
        elif kind == "word":
            key = key_of(match.group())
            found.append(SaidWord(match.group(), key, inside, bracketed, repeated, gap))
            gap = False
    return found


def _toggled(mark: str, inside: bool) -> bool:
    return mark in "“«„" or (mark not in "”»" and not inside)


@functools.lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """A word as it is compared: without case, apostrophes and the space in `can not`."""
    bare = word.translate(_APOSTROPHES).casefold()
    if bare.startswith("can") and bare.endswith("not"):
        return "cannot"
    return _BRITISH_OUR.sub("or", _BRITISH_ISE.sub("iz", bare))


@functools.lru_cache(maxsize=1 << 16)
def shifted(key: str) -> tuple[str, ...]:
    """A word as it is compared with a retelling: persons, tenses and contractions made alike."""
    if key in _NEGATED:
        return _NEGATED[key]
    if key.endswith("nt") and key[:-2] in _SHIFTS:
        return _SHIFTS[key[:-2]], "not"
    shift = _SHIFTS.get(key)
    return (shift,) if shift else (stem(key),)
