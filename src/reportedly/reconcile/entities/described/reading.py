"""What a description says of somebody: words in, a `Description` out, or nothing.

"The 52-year-old investor" says an age and a post, "the mother of two" a number of children, "his
ex" a tie to whoever "his" means.  What says too little to tell one person from others ("the man",
"the next president"), or keeps a name back ("the insider"), is not read.
"""

import functools
import re
from dataclasses import dataclass
from typing import Literal

from reportedly.annotate.coreference.nominals import noun_gender, noun_kind
from reportedly.annotate.statements.lexicon import UNNAMED
from reportedly.number_words import ONES

Sex = Literal["f", "m", ""]

_NUMBERS = {word: number for number, word in enumerate(ONES[1:13], start=1)}
_AGE = re.compile(r"\b(\d{1,3})[-\s]years?[-\s]olds?\b")
_CHILDREN = re.compile(
    r"\b(mother|mom|mum|mama|father|dad|papa|parent)[-\s]of[-\s](\d{1,2}|"
    + "|".join(_NUMBERS)
    + r")\b(?:\s+(?:boys|girls|sons|daughters|children|kids))?"
)
_OWNER = re.compile(
    r"(?:(?:his|her|their|my)\s+|(?:(?!\s(?:of|for|from|at|in)\s).){2,60}?(?:['’]s|s['’])\s+)",
    re.IGNORECASE,
)
#: The age behind the phrase: "the mother of two, 45".
_AGE_BEHIND = re.compile(r",\s(?:aged\s)?(\d{2,3})(?=,|\Z|\s(?:from|of)\b)")
#: Owners who are no person of whom the text tells, and no one who speaks.
_NOT_THEIRS = re.compile(r"(?:our|your|its|this|that|these|those)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
#: Where the noun phrase ends and more is told of whom it means.
_CLAUSE = re.compile(r"\s*[,;:()\[\]–—\"“”].*|\s+(?:and|but|when|while|as|to)\s.*", re.DOTALL)
_RELATIVE = re.compile(r"\s(?:who|whom|whose|that|which|with|without|accused|named|called)\b")
#: Where what comes before the noun ends.
_COMPLEMENT = re.compile(r"\s(?:of|for|from|at|in|on|behind)\s")
_NAME = re.compile(r"(?<!\S)[A-Z]")
_WORD = re.compile(r"[^\W_][\w.&’'-]*")
#: Words that say nothing about which one is meant.
_EMPTY = frozenset(
    """the a an of for from at in on to behind and own very then current longtime presumptive
    outgoing popular famous his her their its our my veteran disgraced embattled beloved""".split()
)
#: How a paper paints somebody: by nothing of this is anybody known.
_PAINTED = frozenset(
    """acclaimed ageing aging angry beaming bearded beleaguered besotted blonde bubbly celebrated
    cheeky colourful colorful contrite controversial dashing defiant delighted devastated doting
    emotional feisty fiery flamboyant formidable furious glamorous grieving hapless heartbroken
    humbled legendary loved-up much-loved outspoken overjoyed proud red-faced relieved renowned
    repentant respected shocked smitten stunned tearful troubled under-fire well-known""".split()
)
#: Words after which somebody else is meant, or anybody, or one of several.
_OTHERS = frozenset(
    """next future potential possible likely would-be prospective other another same only last
    previous first second third fourth every each any either neither best most worst greatest
    rival opposing unnamed unidentified anonymous alleged fellow young old older younger ideal
    average typical good great""".split()
)
#: Nouns that fit half of mankind.
_ANYBODY = frozenset(
    """man woman boy girl person guy lady gentleman human child kid baby teen teenager youth adult
    infant individual parent mother mom mum father dad son daughter brother sister husband wife
    native resident local victim suspect witness driver patient accuser complainant user fan
    supporter voter visitor customer rival opponent loser heir lover one
    guest stranger couple partner other character face figure candidate nominee member
    mate front-runner frontrunner""".split()
)
#: Nouns that tell somebody from others only with another word: "the Oscar winner".
VAGUE = frozenset("winner champion star hero leader head".split())
#: Ties called by several words; each is f, m or either.
_TIES: dict[str, tuple[str, Sex]] = {
    "wife": ("spouse", "f"),
    "husband": ("spouse", "m"),
    "spouse": ("spouse", ""),
    "hubby": ("spouse", "m"),
    "ex": ("former spouse", ""),
    "ex-wife": ("former spouse", "f"),
    "ex-husband": ("former spouse", "m"),
    "ex-spouse": ("former spouse", ""),
    "mum": ("mother", "f"),
    "mom": ("mother", "f"),
    "mama": ("mother", "f"),
    "dad": ("father", "m"),
    "fiancée": ("engaged", "f"),
    "fiancé": ("engaged", "m"),
    "fiance": ("engaged", ""),
    "fiancee": ("engaged", "f"),
}
#: Ties that somebody has to one person at a time.
ONE_AT_A_TIME = frozenset(["spouse", "former spouse", "engaged", "mother", "father"])
FORMER = frozenset("former ex late then one-time erstwhile retired".split())
#: Words that make another post of one.
RANKS = frozenset("acting assistant associate chief deputy junior senior shadow under vice".split())
_LONGEST_CHARS = 90


@dataclass(frozen=True, slots=True)
class Description:
    """What one noun phrase says; at least one of age, children and noun."""

    age: int | None
    children: int | None
    sex: Sex
    """what its nouns say, never more"""
    noun: str
    """"senator", or a tie ("spouse"); empty where it says nothing"""
    words: frozenset[str]
    """the noun and what stands around it: "former", "vermont" """
    narrowed: frozenset[str]
    """those of the words that come after the noun: "attorney for the *Northern District*" """
    owned: bool
    """begins with an owner: "his", "Ada Quill's" """
    determined: bool
    """means one who is known: with "the" or an owner"""


@functools.lru_cache(maxsize=50_000)
def read(phrase: str) -> Description | None:
    """What the phrase says, or None when it says nothing to go by."""
    text = " ".join(phrase.split())
    if len(text) > _LONGEST_CHARS:
        return None
    owner = _OWNER.match(text)
    article = _ARTICLE.match(text)
    text = text[owner.end() if owner else article.end() if article else 0 :]
    behind = _AGE_BEHIND.search(text)
    text = _CLAUSE.sub("", re.sub(r"['’]s?$", "", text))
    if not text or _NOT_THEIRS.match(phrase) or _RELATIVE.search(text) or _means_others(text):
        return None
    age, text = _take(_AGE, text.lower())
    age = age or behind
    children, text = _take(_CHILDREN, text)
    noun, words, narrowed = _noun(text)
    if noun is None:
        return None
    tie, sex = _TIES.get(noun, (noun, ""))
    if tie == "spouse" and words & FORMER:
        tie, words = "former spouse", words - FORMER
    if not owner and (noun in _ANYBODY or (noun in VAGUE and len(words) == 1)):
        tie, words, narrowed = "", frozenset(), frozenset()
    if not tie and (owner or not (age or children)):
        return None
    return Description(
        age=int(age[1]) if age else None,
        children=_number(children[2]) if children else None,
        sex=sex or _sex(children[1] if children else noun),
        noun=tie,
        words=words - {noun} | {tie} if tie else frozenset(),
        narrowed=narrowed,
        owned=owner is not None,
        determined=owner is not None or (article is not None and article.group()[0] in "tT"),
    )


def is_owned(phrase: str) -> bool:
    """True when the phrase begins with an owner: asked of all, before the few are read."""
    return _OWNER.match(" ".join(phrase.split())) is not None


def before_name(phrase: str) -> str:
    """ "Her ex-husband" of "Her ex-husband Bo Doe"; empty where nobody owns."""
    owner = _OWNER.match(phrase)
    if owner is None:
        return ""
    said = _NAME.split(phrase[owner.end() :], maxsplit=1)[0]
    return owner.group() + said.strip() if said.strip() else ""


def _means_others(text: str) -> bool:
    """ "The next president", but "the New Jersey governor"."""
    words = _WORD.findall(text)
    return any(word.lower() in _OTHERS for word in words) or "new" in words


def _take(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    """A match, and the text without it."""
    found = pattern.search(text)
    if found is None:
        return None, text
    return found, f"{text[: found.start()]} {text[found.end() :]}".strip()


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def _noun(text: str) -> tuple[str | None, frozenset[str], frozenset[str]]:
    """The noun, all words that say something, and those after the noun.

    The noun is empty where there is none, and None where the phrase is not to be read.
    """
    nothing: frozenset[str] = frozenset()
    before, *after = _COMPLEMENT.split(f" {text} ", maxsplit=1)
    words = _WORD.findall(before)
    if not words:
        return (None if after else ""), nothing, nothing
    noun = words[-1]
    if noun in UNNAMED or noun.endswith(("person", "s'")):
        return None, nothing, nothing
    if noun_kind(noun) not in ("person", "thing"):
        return None, nothing, nothing
    narrowed = frozenset(_WORD.findall(" ".join(after))) - _EMPTY - _PAINTED
    return noun, frozenset(words) - _EMPTY - _PAINTED | narrowed, narrowed


def _sex(noun: str) -> Sex:
    said = noun_gender(noun)
    return "f" if said == "f" else "m" if said == "m" else ""
