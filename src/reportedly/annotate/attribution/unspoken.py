"""Quotation marks that quote nobody: titles, nicknames, names for things, words set off.

In: a scene and a quotation of it.  Out: what the marks are for, in words for people, or None where
they may hold what somebody said.
"""

import re

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.quotations import Quotation
from reportedly.annotate.attribution.scene import Scene

NICKNAME, TITLE, NAME = "a nickname inside a name", "a title", "a name for something"
WORD, INSCRIPTION, SET_OFF = "a word as a word", "an inscription", "words set off, not said"

_BEFORE_CHARS = 60
_NICKNAMED = re.compile(r"\b[A-Z][\w’'.-]*[ \u00a0]$")
_CAPITAL = re.compile(r"[ \u00a0][A-Z]\w")
_SO_CALLED = re.compile(
    r"\b(?:so-called|so called|known as|nicknamed|codenamed|code-named)(?: (?:the|a|an))? $", re.I
)
_NAMED = re.compile(
    r"\b(?:called|named|dubbed|titled|entitled|christened|renamed|rebranded|billed as|call|names?"
    r"|giv(?:e|es|en|ing) (?:\w+ ){0,3}(?:code)?name|gave (?:\w+ ){0,4}(?:code)?name)(?: (?:the|a|"
    r"an))? $",
    re.I,
)
_LABELLED = re.compile(
    r"\b(?:marked|labell?ed|stamped|engraved|inscribed|lettered|the key|button|sign|click|press|"
    r"type)[, ]+$",
    re.I,
)
_WORD_AS_WORD = re.compile(
    r"\b(?:word|term|letter|prefix|suffix|plural of|singular of|verb|noun|adjective|adverb|"
    r"nickname,?|codename|code name|surname|spelling) $",
    re.I,
)
_WORKS = (
    r"albums?|anthem|ballad|ballet|blockbuster|blog|books?|broadcast|campaign|cartoon|chapter|"
    r"column|comedy|concerto|"
    r"documentary|drama|ep|episodes?|episode of|essays?|exhibit|exhibition|films?|franchise|game|"
    r"hits?|lecture|list|magazine|"
    r"memoirs?|movies?|musical|novels?|novella|number|opera|operation|painting|play|podcast|poems?|"
    r"programme|project|sculpture|sequel|series|shows?|singles?|sitcom|songs?|soundtrack|story|"
    r"summit|symphony|"
    r"thriller|tour|tracks?|video|volume|waltz"
)
_WORK_BEFORE = re.compile(
    rf"\b(?:{_WORKS}|best track is|part of|author of|star of|stars? in|starred in|appeared in|role "
    r"in|"
    r"read|reads|reading|wrote|written|sang|sings|directed|performed|recorded|watched|painted|and|"
    r"or|from|as|of)[,:]? $",
    re.I,
)
_WORK_AFTER = re.compile(
    rf"[,]?[ \u00a0](?:(?:\w+ )?(?:{_WORKS})\b|(?:opens?|opened|runs?|ran|closes?|closed|"
    r"premieres?d?|came out|won|sold|"
    r"topped|entered|is out|was released|has \w+ (?:acts|pages|songs))\b|\(?(?:19|20)\d\d)"
)
#: In front of words that are set off: no verb of saying stands there.
_DETERMINED = re.compile(
    r"(?:^|\b(?:the|an?|his|her|its|their|our|my|this|that|these|those|only|\w+['’]s|sold|of|for|"
    r"by|with|in)) $",
    re.I,
)
_MOST_SET_OFF = 3
#: Words of a title that may be small.
_SMALL = frozenset(
    "a an and as at but by for from in is my of off on or over the to up with".split()
)
#: What is left of a content, in words, when it says nothing beyond the name it holds.
_MOST_BESIDE = 3
_WORDS = re.compile(r"\w+(?:['’-]\w+)*")


def find_use(scene: Scene, quotation: Quotation) -> str | None:
    """What the marks of a quotation are for when they quote nobody."""
    text = scene.text
    before = text[
        max(
            scene.line_start_near(quotation.start), quotation.start - _BEFORE_CHARS
        ) : quotation.start
    ]
    before = before.replace("\u00a0", " ")
    after = text[quotation.end : quotation.end + _BEFORE_CHARS]
    words = _WORDS.findall(text, *quotation.inner)
    if not words or text[quotation.inner[1] - 1] in ".!?":
        return None
    titled = is_title(words)
    if (
        titled
        and len(words) <= _MOST_SET_OFF
        and _NICKNAMED.search(before)
        and _CAPITAL.match(after)
    ):
        return NICKNAME
    if _WORD_AS_WORD.search(before):
        return WORD
    if _LABELLED.search(before):
        return INSCRIPTION
    if _SO_CALLED.search(before) or (_NAMED.search(before) and titled):
        return NAME
    if titled and (_WORK_BEFORE.search(before) or _WORK_AFTER.match(after)):
        return TITLE
    small = text[quotation.inner[0]].islower() and len(words) <= _MOST_SET_OFF
    if small and _DETERMINED.search(before) and re.match(r"[ \u00a0][a-z]", after):
        return SET_OFF
    return None


def is_title(words: list[str]) -> bool:
    """True when words are spelt as in a title: all but the small ones with a capital."""
    large = [word for word in words if word.lower() not in _SMALL]
    return words[0][0].isupper() and all(not word[0].islower() for word in large)


def is_only_a_name(scene: Scene, candidate: Candidate) -> bool:
    """True when a content says nothing but a title, a name or a word in marks that quote nobody."""
    named, beside = False, 0
    if not any(map(scene.quotation_at, [start for start, _ in candidate.content])) and not (
        scene.has_quotation_in(candidate.content)
    ):
        return False
    for start, end in candidate.content:
        at, quotation = start, scene.quotation_at(start) or scene.next_quotation(start)
        while quotation is not None and quotation.start < end:
            if find_use(scene, quotation) is None:
                return False
            named = True
            beside += len(_WORDS.findall(scene.text, at, max(at, quotation.start)))
            at = max(at, quotation.end)
            quotation = scene.next_quotation(at)
        beside += len(_WORDS.findall(scene.text, at, max(at, end)))
    return named and beside <= _MOST_BESIDE
