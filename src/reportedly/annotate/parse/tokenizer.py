"""Splits a text into tokens: words, numbers, marks, the two halves of a contraction.

In: a view of a text (plain marks and spaces, no word longer than a line of print).  Out: the
offsets of its tokens.  The splits are those of spaCy's English tokenizer, on which the parse was
trained: marks are peeled off either end of a written word, exceptions looked up at each step, and
what is left is split at hyphens and other marks between letters.
"""

import functools
import itertools
import re

import numpy as np
import numpy.typing as npt

from reportedly.annotate.parse.exceptions import exceptions

IntArray = npt.NDArray[np.int32]

#: Written words whose split is remembered: most of a text is made of few different ones.
_REMEMBERED = 50_000

_WORD = re.compile(r"\S+")
_QUOTE = "'\"”“`‘´’‚„»«「」『』（）〔〕【】《》〈〉"
_MARK = r",:;!?¿؟¡()\[\]{}<>_#*&…。？！，、；：～·।،۔؛٪"
_SIGN = r"¦©®°҂\u2100-\u214f\u2190-\u23ff\u2440-\u27bf\u2900-\u2bff\U0001f000-\U0001faff"
_MONEY = r"US\$|C\$|A\$|[$£€¥฿₽﷼\u20a0-\u20bf]"
_UNIT = (
    "km[²³]?|[cdmn]?m[²³]?|ha|µm|yd|in|ft|[kmµ]?g|t|lb|oz|m/s|km/h|kmh|mph|hPa|Pa|mbar|"
    "[mMkKgGtT][bB]|T|G|M|K|%"
)
_LOWER = r"a-zß-öø-ÿ\u0100-\u1fff\u2c00-\ud7ff"
_UPPER = r"A-ZÀ-ÖØ-Þ\u0100-\u1fff\u2c00-\ud7ff"
_LETTER = r"[^\W\d_]"
_PREFIX = re.compile(rf"[§%=—–]|\+(?![0-9])|[{_MARK}]|\.\.+|[{_QUOTE}]|{_MONEY}|[{_SIGN}]")
_SUFFIX = re.compile(
    rf"(?:[{_MARK}]|\.\.+|[{_QUOTE}]|[{_SIGN}]|['’][sS]|[—–]|(?<=[0-9])\+|(?<=°[FfCcKk])\."
    rf"|(?<=[0-9])(?:{_MONEY}|{_UNIT})|(?<=[0-9{_LOWER}%²\-+|{_MARK}{_QUOTE}])\."
    rf"|(?<=[{_UPPER}][{_UPPER}])\.)\Z"
)
_INFIX = re.compile(
    rf"\.\.+|…|[{_SIGN}]|(?<=[0-9])[+\-*^](?=[0-9\-])"
    rf"|(?<=[{_LOWER}{_QUOTE}])\.(?=[{_UPPER}{_QUOTE}])|(?<={_LETTER}),(?={_LETTER})"
    rf"|(?<=[^\W_])(?:---?|——|[-–—~])(?={_LETTER})|(?<=[^\W_])[:<>=/](?={_LETTER})"
)
_HOST = r"A-Za-z0-9¡-\uffff"
_ADDRESS = re.compile(
    r"(?:[\w+\-.]{2,}://)?(?:\S+(?::\S*)?@)?"
    r"(?:(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.\d{1,3}){3}"
    rf"|(?:(?:[{_HOST}][{_HOST}_\-]{{0,62}})?[{_HOST}]\.)+[{_LOWER}]{{2,63}})"
    r"(?::\d{2,5})?(?:[/?#]\S*)?\Z"
)


def find_tokens(view: str) -> IntArray:
    """Offsets [n, 2] of the tokens of `view`, in order; white space lies between them."""
    lengths = [split_word(word) for word in view.split()]
    starts = np.array([match.start() for match in _WORD.finditer(view)], dtype=np.int32)
    each = np.fromiter(itertools.chain.from_iterable(lengths), dtype=np.int32)
    counts = np.fromiter(map(len, lengths), dtype=np.int32, count=len(lengths))
    # How far each token reaches in a text without white space, and where its word begins there.
    reach = np.cumsum(each, dtype=np.int32)
    before = np.append(np.int32(0), reach)[np.cumsum(counts) - counts]
    ends = reach + np.repeat(starts - before, counts)
    return np.stack([ends - each, ends], axis=1)


@functools.lru_cache(maxsize=_REMEMBERED)
def split_word(word: str) -> tuple[int, ...]:
    """The lengths of the tokens of one written word, without white space; they add up to its own.

    Its time is quadratic in the length: words longer than a line of print belong blanked.
    """
    table = exceptions()
    if word in table:
        return tuple(len(piece) for piece in table[word])
    if word.isascii() and word.isalpha():  # no mark to split at
        return (len(word),)
    before: list[int] = []
    after: list[int] = []
    rest = _peel(word, before, after)
    pieces = table.get(rest)
    if pieces is not None:
        inner = [len(piece) for piece in pieces]
    elif "." in rest and _ADDRESS.match(rest):
        inner = [len(rest)]
    else:
        inner = _split_inside(rest)
    return _joined(word, [*before, *inner, *reversed(after)])


def _peel(word: str, before: list[int], after: list[int]) -> str:
    """What is left of `word` without marks at its ends, whose lengths are written down."""
    table = exceptions()
    while word and word not in table:
        prefix = _PREFIX.match(word)
        first = prefix.end() if prefix else 0
        if first and word[first:] in table:
            before.append(first)
            return word[first:]
        suffix = _SUFFIX.search(word, first)
        last = len(word) - suffix.start() if suffix else 0
        if last and word[:-last] in table:
            after.append(last)
            return word[:-last]
        if not first and not last:
            return word
        if first:
            before.append(first)
        if last:
            after.append(last)
        word = word[first : len(word) - last]
    return word


def _joined(word: str, lengths: list[int]) -> tuple[int, ...]:
    """`lengths`, neighbours made one where the table has them whole: "Mo." in "(D-Mo.)"."""
    table = exceptions()
    found: list[int] = []
    start = at = 0
    while at < len(lengths):
        count = next(
            (
                n
                for n in (4, 3, 2)
                if len(table.get(_run(word, start, lengths[at : at + n]), ())) == 1
            ),
            1,
        )
        whole = sum(lengths[at : at + count])
        found.append(whole)
        start, at = start + whole, at + count
    return tuple(found)


def _run(word: str, start: int, lengths: list[int]) -> str:
    return word[start : start + sum(lengths)]


def _split_inside(word: str) -> list[int]:
    """Lengths of the parts of `word` between and at marks inside it."""
    found: list[int] = []
    at = 0
    for match in _INFIX.finditer(word):
        start, end = match.span()
        if start == 0:
            continue
        if start > at:
            found.append(start - at)
        found.append(end - start)
        at = end
    if at < len(word):
        found.append(len(word) - at)
    return found
