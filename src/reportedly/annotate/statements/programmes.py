"""Programmes, podcasts and columns by what stands beside their titles, whatever they are called.

In: an article's text.  Out: titles and where they stand: "the podcast Boot Room", "telly's Supper
With Bo", "Quill told Bo Tarn on Late Pans", "Late Pans, the Channel Nine programme".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.calendar.names import MONTH, MONTH_BUT_MAY, WEEKDAY
from reportedly.offsets import Span

_WORD = r"[A-Z\d][\w’'&-]*"
_SMALL = r"(?:(?:with|of|the|and|&|to|in|for|a) ){0,2}"
#: Capitals joined by small words; one word is a title only with its article.
_TITLE = rf"(?P<title>(?:The |A )?{_WORD}(?: {_SMALL}{_WORD})+|The {_WORD})"
_MARK = r"[“\"‘']?"
SORT = (
    r"(?:(?:radio|talk|chat|television|TV|breakfast|morning|late-night|phone-in|news|cookery|music"
    r"|comedy|quiz|football|sports?|political|live|weekly|daily|popular|long-running|hit) )*"
    r"(?:podcast|talk show|chat show|show|programme|phone-in|web series|livestream)"
)
#: A title with its sort before it: "on the podcast X", "told radio's X", "on her show X".
_NAMED = re.compile(
    rf"(?:\b(?:[Oo]n|told|tells|the|his|her|their|its|a|[\w.]+[’']s) {SORT},? {_MARK}"
    rf"|\b(?:[Tt]elly|TV|[Tt]elevision|[Rr]adio)[’']?s {_MARK}){_TITLE}"
)
#: A title with its sort after it: "X, the podcast that …", "X, a Channel Nine talk show".
_EXPLAINED = re.compile(
    rf"\b(?:[Oo]n|told|tells|to|of|for|with) {_MARK}{_TITLE}[,”\"’']{{1,2}} "
    rf"(?:the|a|an|her|his|its|their|(?:{_WORD} ){{0,3}}[\w.]+[’']s) (?:[\w’'.&-]+ ){{0,4}}?"
    rf"(?:{SORT})\b"
    r"(?! (?:of|to)\b)"
)
#: What one says to somebody on something is said on the air.
_TOLD_ON = re.compile(
    r"\b(?:told|tells|telling|asked|asks|spoke to|speaking to|talking to|interviewed by|joined"
    rf"|guests? of|sat down with|chatted (?:to|with)) (?:the )?(?:[a-z]+ )?{_WORD}"
    rf"(?: {_WORD}){{0,3}} on {_MARK}{_TITLE}"
)
#: `She preened on Late Pans: “…”`: what somebody does there and is quoted with.
_QUOTED_ON = re.compile(
    rf"\b(?:s?he|they|who|{_WORD}) [a-z]+(?:ed|d|t|s|ng|id) on {_MARK}{_TITLE}"
    rf"(?: (?:last|this) [a-z]+| yesterday| in \d{{4}}| (?:years|months|weeks) ago)?: [“\"]"
)
_SPEAKER_ON = rf"{_WORD}(?: {_WORD}){{0,3}},? on (?:the )?"
#: Lines of a list of sayings: `Ada Quill on Late Pans, 2013: "…"`; without the year it may be a
#: headline on what she thinks of late pans.
_LISTED = re.compile(rf"^[ \t]*(?:[-*•] )?{_SPEAKER_ON}{_TITLE}, [^\n:.]{{1,40}}:", re.MULTILINE)
#: `"…"  Ada Quill, on Late Pans.`
_SIGNED = re.compile(
    rf"^[ \t]*(?:[-*•] )?[“\"][^“”\"\n]+[.!?…][”\"] {_SPEAKER_ON}{_TITLE}"
    r"(?:, [^\n:.]{1,40})?[.\n]",
    re.MULTILINE,
)
#: Capitals that are a day or a place to stand on, or where one posts.
_NO_TITLE = re.compile(
    rf"\b(?:{WEEKDAY}|{MONTH_BUT_MAY}|Christmas|Easter|Street|Road|Avenue|Square|Hill"
    r"|Terrace|Row|Place|Park|Green|Common|Quay|Pier|Wharf|Mount|Mountain|Heath|Moor|Lake|Sea|Bay"
    r"|Beach|Island|Coast|River|Bridge|Lane|Facebook|Twitter|Instagram|TikTok|YouTube|LinkedIn"
    r"|X|WhatsApp|Capitol|Senate|House|Committee|Board|Council|Day|Eve)$"
)


#: "Channel Nine's The Long Table", but "Woman's Hour".
_OWNER = re.compile(rf"^.*[’']s (?=The |{_WORD} .*[A-Z])")


@dataclass(frozen=True, slots=True)
class Programme:
    """A title that something is said on, where it stands, and the words from "on" to its end."""

    title: str
    span: Span
    words: Span


class Programmes:
    """What an article calls a programme somewhere, found wherever something is told on it."""

    def __init__(self, text: str) -> None:
        self._text = text
        titles = sorted(set(_titles(text)), key=lambda title: (-len(title), title))
        named = "|".join(re.escape(title) for title in titles)
        self._told = re.compile(_BEFORE + rf"(?P<title>{named})(?!\w)") if titles else None

    def in_span(self, span: Span) -> list[Programme]:
        """Those on which something is said in a passage, in its order."""
        if self._told is None:
            return []
        matches = self._told.finditer(self._text, *span)
        return [Programme(m["title"], m.span("title"), m.span()) for m in matches]


#: "On the podcast X", "told telly's X".
_BEFORE = (
    rf"\b(?:[Oo]n|told|tells|telling) "
    rf"(?:(?:the|his|her|their|its|a|(?:{_WORD} ){{0,2}}[\w.]+[’']s) )?(?:{SORT} )?"
    rf"(?:(?:telly|radio)[’']?s )?{_MARK}"
)


def _titles(text: str) -> Iterator[str]:
    for pattern in (_NAMED, _EXPLAINED, _TOLD_ON, _QUOTED_ON, _LISTED, _SIGNED):
        for match in pattern.finditer(text):
            title = re.sub(r"[’']s?$", "", match["title"])
            title = _OWNER.sub("", without_time(title))
            if not names_place_or_day(title):
                yield title


def without_time(title: str) -> str:
    """Late Pans of "Late Pans in 2013": the day is no part of it."""
    return _TIME_BEHIND.sub("", title)


_TIME_BEHIND = re.compile(rf" (?:in|of|to|for) (?:\d{{4}}|{MONTH})\b.*$")


def names_place_or_day(title: str) -> bool:
    """True for capitals that end like a day, a place to stand on, or where one posts."""
    return _NO_TITLE.search(title) is not None
