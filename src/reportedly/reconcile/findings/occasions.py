"""Do two reports of the same words place them on different occasions, or in different programmes?

In: two statements of one utterance and the pile.  Out: where each places the words, in plain words,
if these cannot be the same occasion.
"""

import re
from dataclasses import dataclass

from reportedly.calendar import find_intersection, interval_from_iso
from reportedly.calendar.names import MONTH, WEEKDAY
from reportedly.content_words import content_stems
from reportedly.model import Evidence, Statement
from reportedly.offsets import Span, hull, overlaps
from reportedly.outlets import outlet_key
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.wording import listed
from reportedly.reconcile.utterances.recalling import around

#: Words that name a day.
_DAY = re.compile(
    rf"\b(?:{WEEKDAY}|yesterday|today|tonight|last\s+night"
    r"|(?:jan|febr?u?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|\d{{4}}-\d\d-\d\d)\b",
    re.IGNORECASE,
)
#: A station, which has many programmes.
_STATION = re.compile(
    r"\b(?:Radio|TV|Television|Channel|FM|News|Network|Broadcasting|[A-Z]{2,5})\b"
)
_TITLE = r"(?:The\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|the|and|with|in|to|for)\s+)*[A-Z][\w’'-]*)*"
#: "On the late-night chat show Night Ferry".
_SORT = r"(?:(?:[a-z-]+\s+){0,4}(?:show|programme|program|podcast|series|slot|quiz)\s+)?"
_PROGRAMME = re.compile(
    rf"\b(?:on|edition\s+of)\s+(?:(?:[a-z]+|TV|{_TITLE})[’']s\s+)?{_SORT}(?P<on>{_TITLE})(?![’']s)"
    rf"|\btold\s+(?:telly|TV|television|radio)[’']s\s+{_SORT}(?P<told>{_TITLE})"
    rf"|(?P<whose>{_TITLE})[’']s?\s+(?:viewers|listeners|audience|host|presenter)\b"
    rf"|\b(?:viewers|listeners|audience|host|presenter)\s+of\s+(?P<of>{_TITLE})"
)
#: Channels between which a retelling may waver without meaning another occasion.
_VAGUE_CHANNELS = frozenset(("conversation", "message", "document"))


@dataclass(frozen=True, slots=True)
class Difference:
    """Where each of two reports places the words, in plain words, and where they say so."""

    one: str
    other: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Programme:
    name: str
    article_id: str
    span: Span | None


def find_other_programme(a: Statement, b: Statement, pile: Pile) -> Difference | None:
    """The programmes in which two reports place their words, if they are not the same.

    A station is no programme of another: who names only one of the two does not contradict the
    other.
    """
    one, other = _programmes(a, pile), _programmes(b, pile)
    if not (one and other) and _one_broadcast(a, b) and any(_is_recalled(s, pile) for s in (a, b)):
        one, other = (own or _named_beside(s, pile) for own, s in ((one, a), (other, b)))
    one, other = _without_stations(one), _without_stations(other)
    stations = [any(_STATION.search(p.name) for p in found) for found in (one, other)]
    if not one or not other or stations[0] != stations[1] or _same_names(one, other):
        return None
    evidence = tuple(Evidence(p.article_id, p.span) for p in (*one, *other) if p.span)
    return Difference(
        f"on {listed(p.name for p in one)}", f"on {listed(p.name for p in other)}", evidence
    )


def _without_stations(found: list[_Programme]) -> list[_Programme]:
    """The programmes alone, where the station that broadcast them is named beside them."""
    return [p for p in found if not _STATION.search(p.name)] or found


def find_other_occasion(a: Statement, b: Statement, pile: Pile) -> Difference | None:
    """In words, where each report places the words, if the two cannot be the same occasion."""
    if a.channel and b.channel and a.channel != b.channel:
        if {a.channel, b.channel} & _VAGUE_CHANNELS or {a.channel, b.channel} == _SAID_ALOUD:
            return None
        if not _well_apart(a, b, pile):
            return None
        return Difference(f"in {_article(a.channel)}", f"in {_article(b.channel)}")
    said_a = interval_from_iso(a.said_earliest, a.said_latest)
    said_b = interval_from_iso(b.said_earliest, b.said_latest)
    if find_intersection(said_a, said_b) is not None or not all(
        _names_a_day(s, pile) for s in (a, b)
    ):
        return None
    if said_a.exact_day and said_b.exact_day:
        return Difference(f"on {said_a.exact_day}", f"on {said_b.exact_day}")
    return None


def _names_a_day(statement: Statement, pile: Pile) -> bool:
    """Does the statement's paragraph name a day?  Days that only follow from what is told before
    ("the same day as the rally") are too unsure to hold one report against another."""
    text = pile.articles[statement.article_id].text
    start, end = hull([*statement.content, *statement.cue, *statement.source])
    after = text.find("\n", end)
    paragraph = text[text.rfind("\n", 0, start) + 1 : after if after >= 0 else len(text)]
    return _DAY.search(paragraph) is not None


#: Reports of the same days describe one occasion in many ways ("said in a statement", "told
#: reporters"); only what is retold later and placed elsewhere is worth a look.
LATER_DAYS = 30


def _well_apart(a: Statement, b: Statement, pile: Pile) -> bool:
    """True when the articles are known to lie well apart."""
    one, other = pile.published(a.article_id), pile.published(b.article_id)
    if one.earliest is None or other.earliest is None or not (one.latest and other.latest):
        return False
    gap = max(other.earliest - one.latest, one.earliest - other.latest)
    return gap.days >= LATER_DAYS


#: An interview is often broadcast.
_SAID_ALOUD = frozenset(("interview", "broadcast"))


def _article(channel: str) -> str:
    name = channel.replace("_", " ")
    return ("an " if name[0] in "aeiou" else "a ") + name


def _programmes(statement: Statement, pile: Pile) -> list[_Programme]:
    """Names of the works in the chain, and of its outlets where they asked or broadcast.

    Another outlet in the chain mostly relays: that is no occasion, unless it is told of as
    something from long ago that was said to it.
    """
    hops = [h for h in pile.hops.get(statement.statement_id, []) if h.hop > 0 and h.name]
    kinds = {"work", "outlet"} if statement.channel in _SAID_ALOUD else {"work"}
    found = [h for h in hops if h.kind in kinds]
    if not found and _is_recalled(statement, pile):
        told = outlet_key(statement.addressee or "")
        found = [h for h in hops if h.kind == "outlet" and outlet_key(h.name or "") == told]
    return [_Programme(h.name, statement.article_id, h.span) for h in found if h.name]


def _one_broadcast(a: Statement, b: Statement) -> bool:
    """May it be one broadcast: by the channel of one, if not that of the other?"""
    channels = {a.channel, b.channel}
    return bool(channels & _SAID_ALOUD) and channels <= {*_SAID_ALOUD, None}


def _is_recalled(statement: Statement, pile: Pile) -> bool:
    return pile.said(statement).recalled


def _named_beside(statement: Statement, pile: Pile) -> list[_Programme]:
    """What a report names as a programme, beside the words: "on Hall's Night Ferry", "stunned
    viewers of Night Ferry"; not a person or a place, nor a day."""
    text = pile.articles[statement.article_id].text
    found: dict[str, _Programme] = {}
    for match in _PROGRAMME.finditer(text, *around(statement, text)):
        name = match[match.lastgroup or 0]
        span = match.span(match.lastgroup or 0)
        said = any(overlaps(span, content) for content in statement.content)
        if said or _DAY.fullmatch(name) or _is_somebody(statement.article_id, span, pile):
            continue
        found.setdefault(name, _Programme(name, statement.article_id, span))
    return list(found.values())


def _is_somebody(article_id: str, span: Span, pile: Pile) -> bool:
    named = (pile.entities.get(entity) for entity in pile.mentions.within(article_id, [span]))
    return any(entity is not None and entity.kind in ("person", "place") for entity in named)


def _same_names(one: list[_Programme], other: list[_Programme]) -> bool:
    return any(content_stems(a.name) & content_stems(b.name) for a in one for b in other)
