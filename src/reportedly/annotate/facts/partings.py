"""Couples who are to divorce, or have separated: "Ann Doe and Tom Roe are to divorce", "Ann Doe has
left the firm and is to divorce its owner, Tom Roe".

In: the article's people and its parse.  Out: the state of the tie, told of both.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.careers import find_subject
from reportedly.annotate.facts.couples import joined
from reportedly.annotate.facts.lexicon import FINAL, TITLE
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting

_TO = (
    r"(?:(?:are|is)\s+(?:set\s+|due\s+|about\s+)?to|(?:have|has)\s+(?:agreed|decided)\s+to"
    r"|(?:plan|plans|intend|intends)\s+to)"
)
#: How papers say that two are no couple any more.
_ENDED = (
    r"(?:called\s+it\s+quits|gone\s+their\s+separate\s+ways|called\s+time\s+on\s+their\s+\w+|broken\s+up"
    r"|(?:announced|confirmed)\s+their\s+(?:separation|split)|ended\s+their\s+(?:\w+\s+)?(?:marriage|relationship|engagement|romance)|parted\s+ways)\b"
)
_BOTH = re.compile(
    r"(?:,[^.;:\n]{1,90},|,)?\s+(?:(?P<divorcing>"
    rf"{_TO}\s+(?:get\s+)?divorced?\b|are\s+(?:divorcing|getting\s+divorced)\b"
    r"|have\s+(?:announced|confirmed)\s+(?:that\s+they\s+are\s+to\s+divorce|their\s+divorce)\b)"
    r"|(?P<parted>(?:went\s+their\s+separate\s+ways|called\s+it\s+quits|parted\s+ways"
    r"|(?:announced|confirmed)\s+their\s+(?:separation|split))\b)"
    rf"|(?P<separated>{_TO}\s+separate\b|(?:have|had)\s+(?:{_ENDED}|(?:separated|split(?:\s+up)?|parted)\b"
    r"(?!\s+(?:the|a|an|on|over|with)\b))))"
)
#: "Ann Doe and Tom Roe's divorce was finalised", "… finalised their divorce".
_DIVORCED = re.compile(
    rf"'s?\s+divorce\s+(?:was|has\s+been|became)\s+(?:made\s+)?{FINAL}\b"
    rf"|(?:,[^.;:\n]{{1,90}},)?\s+(?:have\s+)?(?:finali[sz]ed|settled|completed)\s+their\s+divorce\b"
)
_ONE = re.compile(
    rf"(?:{_TO}\s+divorce|is\s+divorcing|has\s+filed\s+for\s+divorce\s+from)\s+"
    r"(?:(?:his|her|its|the)\s+[^,.;:\n]{1,40},\s+|(?:(?:his|her|its|the)\s+)?(?:[a-z-]+(?:'s)?\s+){0,3})"
    rf"{TITLE}?(?=[A-Z])"
)
_VERBS = frozenset({"divorce", "file"})
#: "If they divorce" is not told.
_UNTOLD = re.compile(r"\b(?:if|whether|unless|not|never|deny|denies|denied|rumou?rs?)\b", re.I)
_CONFIDENCE = 0.88


def find_partings(setting: Setting) -> Iterator[Found]:
    """What the article tells of couples who part, of each of the two."""
    for one, other in joined(setting):
        matched = _BOTH.match(setting.view, other.span[1])
        if matched and not _is_untold(setting, one.span[0], matched.end()):
            state = "divorcing" if matched["divorcing"] else "separated from"
            yield from _told(setting, one, other, state, (one.span[0], matched.end()))
        over = _DIVORCED.match(setting.view, other.span[1])
        if over and not _is_untold(setting, one.span[0], over.end()):
            yield from _told(setting, one, other, "divorced from", (one.span[0], over.end()))
    for matched in _ONE.finditer(setting.view):
        two = setting.people.find_starting(matched.end(), "name")
        first = _find_first(setting, matched)
        if first and two and first.cluster != two.cluster:
            begun = matched.start() if first.span[0] > two.span[0] else first.span[0]
            if not _is_untold(setting, begun, matched.end()):
                span = (matched.start(), two.span[1])
                yield from _told(setting, first, two, "divorcing", span)


def _find_first(setting: Setting, matched: re.Match[str]) -> Person | None:
    """Who is to divorce: the subject of the verb among the matched words."""
    tokens = setting.document.parse.tokens_in(matched.span())
    verb = next((t for t in tokens if t.lemma.lower() in _VERBS and t.pos == "VERB"), None)
    return find_subject(setting, verb, passive=False) if verb else None


def _is_untold(setting: Setting, start: int, end: int) -> bool:
    begun = setting.sentence(start)[0]
    return _UNTOLD.search(setting.view[begun:end]) is not None


def _told(
    setting: Setting, one: Person, other: Person, state: str, span: tuple[int, int]
) -> Iterator[Found]:
    for who, whom in ((one, other), (other, one)):
        value = f"{state} {setting.people.name_of(whom.cluster)}"
        yield Found(who, "relationship", value, span, _CONFIDENCE * min(1.0, one.confidence))
