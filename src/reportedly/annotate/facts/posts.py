"""How a post is written as a value: the holder's body named, descriptions of it left out.

"Its spokeswoman", "the hall's spokeswoman" and "spokeswoman of the hall" are one post.
"""

import re
from collections.abc import Sequence

from reportedly.annotate.facts.setting import Setting
from reportedly.annotate.parse.model import Token
from reportedly.offsets import Span

_STARTS = re.compile(
    r"\A(?:(?:a|an|the|its|their|our|his|her|one of the|another)\s+)", re.IGNORECASE
)
#: "Of the investment house Doe & Roe": the words before the name only describe it.
_DESCRIBED = re.compile(
    r"(?P<of>\b(?:of|for|at)\s+)(?:the\s+)?"
    r"(?:(?!(?:of|in|and|or|for|at|on|the|to|with|by|from|general|late)\b)[a-z][a-z-]*\s+){1,3}"
    r"(?P<name>(?:[A-Z][\w&'’.-]*)(?:\s+(?:[A-Z][\w&'’.-]*|of|the|and|&))*)\Z"
)
_FOUNDATION = re.compile(r"(?P<of>\b(?:of|for|at)\s+)the\s+(?P<noun>[a-z]+)\Z")
#: "The finance director", in an article that has named one body so far, is that body's.
_COMPANY_POST = re.compile(
    r"(?:deputy\s+)?(?:chief\s+executive(?:\s+officer)?|chief\s+\w+\s+officer|managing\s+director"
    r"|finance\s+director|chair(?:man|woman)?)",
    re.IGNORECASE,
)
#: "Last year's champion", "today's speaker" belong to no year and no day.
_TIMES = re.compile(
    r"\b(?:year|today|yesterday|week|month|season|century|day|world)\b", re.IGNORECASE
)


def post_value(setting: Setting, phrase: Sequence[Token], words: Span) -> str:
    """The post that `phrase` names; `words` is where it stands, with what clings to it."""
    at = next((n for n, token in enumerate(phrase) if token.tag == "POS"), None)
    whole = _STARTS.sub("", setting.words(words))
    if at is not None and 0 < at < len(phrase) - 1:
        return _of_possessor(setting, phrase, at) or whole
    first = phrase[0]
    if first.tag == "PRP$" and first.lower in ("its", "their"):
        paragraph = setting.view.rfind("\n", 0, first.start) + 1
        body = setting.bodies.find_at((first.start, first.end), paragraph)
        return f"{whole} of {body}" if body and " of " not in whole else whole
    if len(phrase) > 2 and first.lower == "the" and phrase[1].text.endswith("s"):
        # "The foundations spokeswoman", where the apostrophe was lost.
        body = setting.bodies.find_by_noun(phrase[1].text[:-1])
        if body and phrase[1].text.islower():
            return f"{_text(setting, phrase[2:])} of {body}"
    if first.lower == "the" and _COMPANY_POST.fullmatch(whole):
        body = setting.bodies.find_only_before(first.start)
        return f"{whole} of {body}" if body else whole
    return _of_body(setting, whole)


def _text(setting: Setting, tokens: Sequence[Token]) -> str:
    return setting.words((tokens[0].start, tokens[-1].end))


def _of_possessor(setting: Setting, phrase: Sequence[Token], at: int) -> str | None:
    owner, post = phrase[:at], _text(setting, phrase[at + 1 :])
    span = owner[0].start, owner[-1].end
    words = re.sub(r"\AThe\b", "the", setting.words(span))
    if _TIMES.search(words) or any(token.pos == "ADP" for token in owner):
        return None
    person = setting.people.find_ending(span[1], "name")
    if person:
        return f"{post} of {setting.people.name_of(person.cluster)}"
    if words.split()[-1].islower():
        return f"{post} of {setting.bodies.find_by_noun(words.split()[-1]) or words}"
    return f"{post} of {setting.bodies.find_ending(span[1]) or words}"


def _of_body(setting: Setting, value: str) -> str:
    """The value with the name of the body that "the foundation" means, or without a description."""
    matched = _FOUNDATION.search(value)
    body = setting.bodies.find_by_noun(matched["noun"]) if matched else None
    if matched and body:
        return value[: matched.start()] + matched["of"] + body
    return _DESCRIBED.sub(r"\g<of>\g<name>", value)
