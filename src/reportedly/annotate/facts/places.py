"""Places behind a preposition: names of places that the parse has found, "City, State" whole."""

import bisect
import functools
import re

from reportedly.annotate.facts.setting import Setting
from reportedly.annotate.parse.model import Parse
from reportedly.offsets import Span

_PLACES = frozenset({"GPE", "LOC"})
_JOINED = re.compile(r",\s+\Z")


@functools.lru_cache(maxsize=4)
def _place_names(parse: Parse) -> tuple[Span, ...]:
    return tuple(sorted(span for span, kind in parse.names() if kind in _PLACES))


#: A name that the parse does not take for that of a place, where one must stand.
_CAPITALISED = re.compile(
    r"(?!(?:The|A|An|His|Her|Their|My)\b)[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+){0,2}"
    r"(?=\s*(?:[,.;]|\Z|\n|\b(?:and|with|in|near|since|for|outside|where)\b))"
)


def find_place_or_name(setting: Setting, span: Span, before: str) -> Span | None:
    """As `find_place`; else the capitalised words right behind, unless they are a time's or the
    name of a person."""
    found = find_place(setting, span, before)
    matched = None if found else re.match(before, setting.view[slice(*span)], re.IGNORECASE)
    if matched is None:
        return found
    start = span[0] + matched.end()
    named = _CAPITALISED.match(setting.view, start)
    if named is None or setting.people.find_starting(start, "name"):
        return None
    if any(t.span[0] <= start < t.span[1] for t in setting.timexes):
        return None
    return named.span()


def find_place(setting: Setting, span: Span, before: str) -> Span | None:
    """The place in `span` that follows `before` (a pattern) from its start; None without one."""
    matched = re.match(before, setting.view[slice(*span)], re.IGNORECASE)
    if matched is None:
        return None
    names = _place_names(setting.document.parse)
    start = span[0] + matched.end()
    at = bisect.bisect_left(names, (start, start))
    if at == len(names) or names[at][0] != start:
        return None
    end = names[at][1]
    for following in names[at + 1 : at + 2]:
        if _JOINED.fullmatch(setting.view[end : following[0]]):
            end = following[1]
    return start, end
