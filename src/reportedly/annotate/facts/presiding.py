"""Posts told by what their holder does: "Ann Doe, who chairs the bridge committee", "the trust,
which Ann Doe chairs".
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.setting import Found, Setting
from reportedly.offsets import Span

_POST_OF = {
    "chair": "chair", "head": "head", "lead": "leader", "direct": "director", "edit": "editor"
}  # fmt: skip
_WHICH = re.compile(r",\s+which\s+(?:[A-Z][a-z]{1,5}\.?\s+)?\Z")
_WHICH_CHARS = 16
_PRESIDES = re.compile(r"\s+(?P<verb>chair|head|lead|direct|edit)s\b")
#: "Who chairs the jury", "who was knighted in May and who has chaired the jury since 2012".
_WHO = re.compile(
    r"(?:,\s+\d{1,3})?,\s+(?:who\s+[^,.;:\n]{1,70}\s+and\s+who|who\s+is\s+\w+\s+and|who)\s+"
    r"(?:(?P<verb>chair|head|lead|direct|edit)s"
    r"|has\s+(?P<perfect>chair|head|direct|edit)ed(?=[^,.;:\n]{1,60}\ssince\b))\s+"
    r"(?:the|(?:this|last)\s+year's|(?P<own>its|their|his|her)|(?P<owner>[A-Z][\w&]*(?:\s[A-Z]\w*)*)'s)\s+"
    r"(?P<body>(?:(?!since\b|for\b|and\b|at\b|in\b|on\b|from\b|to\b)[\w'-]+\s?){1,4}?)"
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:since|for|and|at|in|on|from|to|said|told|says|of\s+(?P<of>[A-Z])))",
    re.MULTILINE,
)
#: "Leads the race" is no post.
_NO_BODIES = re.compile(
    r"\b(?:polls?|race|way|field|pack|standings|table|league|charge|list|vote|count|life|study"
    r"|attack|score|scoring|cast|conversation|discussion|effort|investigation|inquiry|nation"
    r"|country|world)\b",
    re.IGNORECASE,
)


def find_presiding(setting: Setting) -> Iterator[Found]:
    """The posts of those of whom the article says that they chair, head or lead a body."""
    for person in setting.people.names:
        presides = _PRESIDES.match(setting.view, person.span[1])
        low = max(0, person.span[0] - _WHICH_CHARS)
        which = _WHICH.search(setting.view[low : person.span[0]]) if presides else None
        body = setting.bodies.find_ending(low + which.start()) if which else None
        if presides and which and body:
            span: Span = (low + which.start(), presides.end())
            yield Found(person, "role", f"{_POST_OF[presides['verb']]} of {body}", span, 0.9)
        who = _WHO.match(setting.view, person.span[1])
        if who and not _NO_BODIES.search(who["body"]):
            post = _POST_OF[who["verb"] or who["perfect"]]
            span = (person.span[0], who.end("body"))
            yield Found(person, "role", f"{post} of {_body(setting, who)}", span, 0.88)


def _body(setting: Setting, who: re.Match[str]) -> str:
    """The body as the article calls it: by its name where the words can mean only one."""
    words = setting.words(who.span("body"))
    if who["owner"]:
        return f"{setting.words(who.span('owner'))} {words}"
    named = setting.bodies.find_ending(who.end("body"))
    return named or f"the {words}"
