"""Posts told by how they came and went: "has become chairman of …", "has been deputy director since
2009", "the chair of the trust, Ann Doe, who followed Tom Roe", "who handed the chair of … to …".

In: the article's named persons, its parse, and the posts found beside names.  Out: posts.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.roles import found_post, phrase_from
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.annotate.parse.model import Token

_WHO = r"(?:,\s+\d{1,3},)?(?:,?\s+who)?"
#: What says that the post behind it is held, and what must follow the post; without that a post is
#: one of a body: "Roe has become her backseat driver" names none.
_OF_BODY = re.compile(r"")
_HOLDS = (
    (re.compile(rf"{_WHO}\s+has\s+(?:just\s+|now\s+)?become\s+(?=(?:the\s+)?[a-z])"), _OF_BODY),
    (
        re.compile(rf"{_WHO}\s+has\s+been\s+(?=(?:the\s+|its\s+)?[a-z])"),
        re.compile(r"\s+(?:since|for)\b"),
    ),
    (re.compile(r",\s+now\s+(?=the\b)"), _OF_BODY),
)
_NAMES_BODY = re.compile(r"\b(?:of|at|for)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z]")
_HELD = re.compile(rf"{_WHO}\s+was\s+(?=the\b|its\b|[a-z])")
_UNTIL = re.compile(r"\s+(?:from|until)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b")
_FOLLOWED = re.compile(
    r"(?:,\s+\d{1,3})?,\s+who\s+(?:has\s+)?(?:followed|succeeded|replaced|took\s+over\s+from)\s+"
    r"(?:the\s+late\s+)?(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor)\.?\s+)*(?=[A-Z])"
)
#: Posts by the word for them: who gives up the chair was the chair.
_POST_OF = {
    "chair": "chair", "chairmanship": "chairman", "captaincy": "captain", "editorship": "editor",
    "directorship": "director", "presidency": "president", "leadership": "leader",
}  # fmt: skip
_HANDED = re.compile(
    rf"{_WHO}\s+(?:has\s+)?(?:handed(?:\s+over)?|gave\s+up|given\s+up|passed|relinquished)\s+the\s+"
    rf"(?P<what>{'|'.join(_POST_OF)})\s+of\s+(?P<body>(?:the\s+)?[A-Z][\w&'-]*(?:\s+(?:of\s+|and\s+|&\s+)?"
    r"[A-Z][\w&'-]*){0,4})"
)
_CONFIDENCE = 0.86


def find_successions(setting: Setting, roles: Sequence[Found]) -> Iterator[Found]:
    """Posts that verbs tell of; `roles` are those found beside names."""
    for person in setting.people.names:
        yield from _held(setting, person)
        yield from _handed(setting, person)
        yield from _followed(setting, person, roles)


def _held(setting: Setting, person: Person) -> Iterator[Found]:
    """Posts that somebody has taken up, holds since, or held until."""
    for told, behind in (*_HOLDS, (_HELD, _UNTIL)):
        matched = told.match(setting.view, person.span[1])
        phrase = _phrase(setting, matched.end()) if matched else None
        if phrase is None or not behind.match(setting.view, phrase[-1].end):
            continue
        words = setting.view[phrase[0].start : phrase[-1].end]
        if behind is _OF_BODY and not _NAMES_BODY.search(words):
            continue
        for found in found_post(setting, person, phrase, _CONFIDENCE):
            past = told is _HELD and not found.value.startswith("former")
            value = f"former {found.value}" if past else found.value
            yield Found(person, "role", value, found.span, found.confidence, found.when)


def _phrase(setting: Setting, at: int) -> list[Token] | None:
    """The post named from offset `at` on."""
    tokens = setting.document.parse.tokens_in((at, at + 1))
    if not tokens:
        return None
    phrase = phrase_from(setting.document.parse.tokens, tokens[0].i, tokens[0].sentence) or []
    ends = (n for n, token in enumerate(phrase) if token.lower in ("from", "until"))
    return phrase[: next(ends, len(phrase))] or None


def _handed(setting: Setting, person: Person) -> Iterator[Found]:
    """Who hands over the chair of a body was its chair."""
    matched = _HANDED.match(setting.view, person.span[1])
    if matched:
        value = f"former {_POST_OF[matched['what']]} of {setting.words(matched.span('body'))}"
        yield Found(person, "role", value, (person.span[0], matched.end()), _CONFIDENCE)


def _followed(setting: Setting, person: Person, roles: Sequence[Found]) -> Iterator[Found]:
    """Whom the holder of a post followed had that post."""
    matched = _FOLLOWED.match(setting.view, person.span[1])
    # A title may be part of the name.
    named = setting.people.names_in((person.span[1], matched.end() + 1)) if matched else []
    if not named or named[0].cluster == person.cluster:
        return
    before = named[0]
    # "Who succeeded her as director" names the post itself.
    if setting.view[before.span[1] : before.span[1] + 4] == " as ":
        return
    start, end = setting.sentence(person.span[0])
    for role in roles:
        own = isinstance(role.subject, Person) and role.subject.cluster == person.cluster
        held = role.attribute == "role" and not role.value.startswith("former")
        if own and held and start <= role.span[0] < end:
            value = f"former {role.value.removeprefix('new ')}"
            span = (min(role.span[0], person.span[0]), before.span[1])
            yield Found(before, "role", value, span, 0.9 * role.confidence)
            return
