"""The words of a passage that carry what it says: stems, numbers, names and negation.

Comes in: words of an article.  Goes out: small comparable values; nothing here knows of rows.
Case, apostrophes (also lost ones) and kinds of space make no difference.
"""

import functools
import math
import re
from collections.abc import Iterable, Mapping

from reportedly.number_words import NUMBERS

_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?")
_CLOCK = re.compile(
    r"(?<![\w:.,])(\d{1,2})(?::(\d\d)(?:\s*[ap]\.?m\b\.?)?|(?:\.(\d\d))?\s*[ap]\.?m\b\.?)(?![\w:])",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_a-z][^\W\d_]*")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")

#: Closed-class words and others so frequent in news that sharing them says nothing.
STOP_WORDS = frozenset(
    "a about above after again against all almost also although always am among an and another any "
    "anything are around as at away back be became because become been before being below between "
    "both but by came can come could day did do does doing done down during each either else even "
    "ever every everyone everything few first for from further get getting give go goes going gone "
    "good got had has have having he her here hers herself him himself his how however i if im in "
    "indeed instead into is it its itself ive just know last least let lets like little lot made "
    "make makes making many may maybe me might mine more most much must my myself new next now of "
    "off often on once one only onto or other others our ours out over own people per perhaps put "
    "quite rather really said same say saying says see seem seems shall she shes should since so "
    "some somebody someone something soon still such sure take taken tell than that thats the "
    "their theirs them themselves then there theres these they theyre theyve thing things think "
    "this those though through thus till to today together told tomorrow too took toward "
    "towards under until up upon us very want was way we well went were weve what whatever when "
    "where whether which while who whole whom whose why will with within would year years yes "
    "yesterday yet you your youre yours yourself hes id ill theyd youve whats".split()
)
NEGATIONS = frozenset(
    "no not never none nobody nothing neither nor cannot cant dont doesnt didnt wont wouldnt "
    "couldnt shouldnt isnt arent wasnt werent hasnt havent hadnt aint without mustnt".split()
)
#: Steps in which counts double: with one the same word would weigh two thirds more or less.
STEPS = 4
#: The words by which a speaker says how sure or how binding something is.
MODALS = frozenset(
    "will would shall should may might can could must wont wouldnt shouldnt cant cannot couldnt "
    "mustnt always sometimes perhaps maybe probably possibly certainly definitely likely "
    "unlikely".split()
)
NUMBER_WORDS: Mapping[str, str] = {
    **{word: str(number) for word, number in NUMBERS.items()},
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
    "billion": "1000000000",
}


@functools.lru_cache(maxsize=1 << 16)
def words(text: str) -> tuple[str, ...]:
    """The words of `text` in order, lower case and without apostrophes."""
    return tuple(word.translate(_APOSTROPHES).lower() for word in _WORD.findall(text))


@functools.lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """`word` without the commonest English endings; short words are left as they are."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("ly", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _undoubled(word[: len(word) - len(ending)] + instead)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _undoubled(word: str) -> str:
    """'stopp' as 'stop', 'plac' and 'place' alike."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        return word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@functools.lru_cache(maxsize=1 << 16)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words of `text` that carry content; no negations, modals or numbers."""
    return frozenset(
        stem(word)
        for word in words(text)
        if len(word) > 1
        and word not in STOP_WORDS
        and word not in NEGATIONS
        and word not in MODALS
        and not word.isdigit()
        and word not in NUMBER_WORDS
    )


@functools.lru_cache(maxsize=1 << 16)
def numbers(text: str) -> frozenset[str]:
    """The numbers of `text` as digits, times of day as `h:mm` of twelve hours; 'one' is left out,
    since it mostly is a pronoun."""
    found = {_time_of_day(match) for match in _CLOCK.finditer(text)}
    found |= {n.replace(",", "") for n in _NUMBER.findall(_CLOCK.sub(" ", text))}
    found.update(NUMBER_WORDS[w] for w in words(text) if w in NUMBER_WORDS and w != "one")
    return frozenset(found)


def _time_of_day(match: re.Match[str]) -> str:
    """'6 p.m.', '6:00' and '18:00' alike."""
    return f"{int(match[1]) % 12}:{match[2] or match[3] or '00'}"


def negations(text: str) -> int:
    """How many words of `text` negate."""
    return sum(word in NEGATIONS for word in words(text))


def names(text: str) -> frozenset[str]:
    """Capitalised words of `text`, lower case; the first word of `text` counts only if it is no
    common word."""
    found = {match.lower() for match in _NAME.findall(text)}
    return frozenset(word for word in found if word not in STOP_WORDS and len(word) > 1)


def rarity(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """For each stem what sharing it says: log(passages / passages with it), at least 0.1."""
    counts: dict[str, int] = {}
    total = 0
    for stems in texts:
        total += 1
        for word in stems:
            counts[word] = counts.get(word, 0) + 1
    return {word: rarity_of(n, total) for word, n in counts.items()}


@functools.lru_cache(maxsize=1 << 12)
def rarity_of(passages: int, total: int, steps: int = STEPS) -> float:
    """What sharing a stem says that so many of all passages have.

    Both numbers count in steps only, so many for each doubling, so that some passages more leave
    nearly all of it as it was.
    """
    between = count_in_steps(total, steps) - count_in_steps(passages, steps)
    return max(0.1, between * math.log(2) / steps)


def count_in_steps(count: int, steps: int = STEPS) -> int:
    """The logarithm of a number, in whole steps, of which each doubling has so many."""
    return round(steps * math.log2(count))


def weight(stems: Iterable[str], rarities: Mapping[str, float]) -> float:
    """The summed rarity of `stems`; a stem never seen counts 1.  Independent of their order."""
    return math.fsum(rarities.get(word, 1.0) for word in stems)


def similarity(
    a: frozenset[str], b: frozenset[str], rarities: Mapping[str, float]
) -> tuple[float, float]:
    """(shared weight over the weight of both together, shared weight over that of the lighter)."""
    both, wa, wb = weight(a & b, rarities), weight(a, rarities), weight(b, rarities)
    if not both:
        return 0.0, 0.0
    return both / (wa + wb - both), both / min(wa, wb)
