"""Numbers before units of time, in digits and in words: how they are written and what they mean.

`NUMBER` is a piece of a pattern; `number_of` takes what it matched.  A vague number ("several",
"a few") is a number too: its value is None, the X of TIMEX.
"""

import re
from fractions import Fraction

from reportedly.number_words import NUMBERS, ONES, TENS

_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

_ONE = "|".join(sorted(ONES[1:], key=len, reverse=True))
_TEN = "|".join(TENS)
_SPELT = rf"(?:(?:{_TEN})(?:[ -](?:{_ONE}))?|{_ONE})"
#: Words for an exact count: "forty-two", "a hundred", "three thousand".
WORDS = rf"(?:(?:{_SPELT}|an?) (?:hundred|thousand|million)(?:(?: and)? {_SPELT})?|{_SPELT})"
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:[ -]\d/\d\d?(?!\d)|[½¼¾])?"
#: Words for a count that is not exact.
VAGUE = (
    r"(?:(?:a )?(?:few|several|number of|good many|handful of|many|some)(?: dozen| hundred)?"
    r"|(?:many|several|dozens of|hundreds of|scores of|thousands of|countless|untold))"
)
COUPLE = r"(?:a |the )?couple(?: of)?"
HALF = r"(?:half an?|an? half)"
DOZEN = r"(?:a|two|three|half a) dozen"
NUMBER = rf"(?:{DOZEN}|{WORDS}|{DIGITS}|{COUPLE}|{VAGUE}|{HALF}|an?)"
ORDINAL_WORD = "(?:" + "|".join(_ORDINALS[1:]) + ")"


def _spelt(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in _SCALES:
            current = max(1, current) * _SCALES[word]
            if word != "hundred":
                total, current = total + current, 0
        else:
            current += NUMBERS.get(word, 0)
    return total + current


def _digits(text: str) -> Fraction:
    whole, _, part = re.sub(r"[ -](?=\d/)", " ", text.replace(",", "")).partition(" ")
    for sign, value in _FRACTIONS.items():
        if whole.endswith(sign):
            return Fraction(whole[:-1] or "0") + value
    top, _, bottom = part.partition("/")
    return Fraction(whole) + (Fraction(int(top), int(bottom)) if bottom.strip("0") else 0)


def number_of(text: str) -> Fraction | None:
    """The value of a number as `NUMBER` matches it; None for a vague one ("several")."""
    words = re.split(r"[\s-]+", text.strip().lower())
    if text[:1].isdigit():
        return _digits(" ".join(text.split()))
    if "dozen" in words:
        return {"a": Fraction(12), "half": Fraction(6)}.get(
            words[0], Fraction(12 * NUMBERS.get(words[0], 1))
        )
    if "couple" in words:
        return Fraction(2)
    if "half" in words:
        return Fraction(1, 2)
    if words in (["a"], ["an"]):
        return Fraction(1)
    known = [w for w in words if w in NUMBERS or w in _SCALES]
    rest = set(words) - set(known) - {"a", "an", "and"}
    return None if rest or not known else Fraction(_spelt(known))


#: A day of a month in words: "first", "twenty-seventh".
SPELT_DAY = (
    rf"(?:(?:twenty|thirty)[ -](?:{'|'.join(_ORDINALS[1:10])})|{'|'.join(_ORDINALS[1:])}|thirtieth)"
)


def spelt_day(text: str) -> int:
    """The day that `SPELT_DAY` has matched: "twenty-seventh" is 27."""
    words = re.split(r"[\s-]+", text.strip().lower())
    if words == ["thirtieth"]:
        return 30
    return sum(NUMBERS.get(word, 0) or ordinal_of(word) for word in words)


def ordinal_of(text: str) -> int:
    """The value of an ordinal ("third", "3rd"); raises ValueError for anything else."""
    lowered = text.lower()
    if lowered in _ORDINALS:
        return _ORDINALS.index(lowered)
    return int(re.sub(r"(?:st|nd|rd|th)\Z", "", lowered))
