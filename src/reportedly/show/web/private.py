"""Private mode: what a page shows when whole texts and captured pages are to stay where they are.

Words under a statement stay, cut short; the rest of an article is a row of dots, in pages and in
their JSON twins alike, because both are made from what `withheld` gives back.
"""

import dataclasses
from typing import Any

from reportedly.model import Article
from reportedly.show.web.highlighting import Segment

#: Characters of any one piece of an article's words that may be shown: a quotation, not a page.
SHORT_CHARS = 280

#: What stands for words that are withheld.
DOTS = " … "

#: Roles of words that may be shown.
_SHOWN = frozenset({"content", "cue", "source"})

#: What the program says of itself is nobody's article.
_OWN = "reportedly.show.web.pages.telling"

#: Notes that people wrote are their own.
_NOTED = "reportedly.decisions"


def withheld(value: Any) -> Any:
    """A page's context without whole texts; everything else is as it was."""
    match value:
        case str():
            return _short(value)
        case Segment():
            shown = not _SHOWN.isdisjoint(value.roles)
            return dataclasses.replace(value, text=_short(value.text) if shown else DOTS)
        case Article():
            reason = value.published_reason
            return dataclasses.replace(value, text="", published_reason=reason and _short(reason))
        case dict():
            return {key: withheld(item) for key, item in value.items()}
        case list() | tuple():
            return type(value)(withheld(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields_withheld(value)
    return value


def _fields_withheld(value: Any) -> Any:
    module = type(value).__module__
    changed = {}
    for field in dataclasses.fields(value):
        before = getattr(value, field.name)
        noted = module.startswith(_NOTED) and field.name == "words"
        if isinstance(before, str) and (noted or module == _OWN):
            continue
        # The ways to the page that an article was read from.
        after = None if field.name == "captured" else withheld(before)
        if after is not before:
            changed[field.name] = after
    return dataclasses.replace(value, **changed) if changed else value


def _short(text: str) -> str:
    """`text` cut to a snippet; links of the pages, which hold no spaces, stay whole."""
    if len(text) <= SHORT_CHARS or (text.startswith("/") and " " not in text):
        return text
    return text[:SHORT_CHARS].rstrip() + " …"


def is_whole(path: str) -> bool:
    """True for the address of a captured page, of its bytes, or of a dossier."""
    parts = path.strip("/").removesuffix(".json").split("/")
    return len(parts) == 3 and (parts[0] == "article" or parts[2] == "dossier")
