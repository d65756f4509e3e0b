"""Posts told by how they came and went: "has become chairman of …", "has been deputy director since
2009", "the chair of the trust, Ann Doe, who followed Tom Roe", "who handed the chair of … to …".

In: the article's named persons, its parse, and the posts found beside names.  Out: posts.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.annotate.facts.lexicon import TITLE
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.roles import found_post, phrase_from
from reportedly.annotate.facts.setting import Found, Setting, When
from reportedly.annotate.parse.model import Token

_WHO = r"(?:,\s+(?:who\s+is\s+)?\d{1,3},|,)?(?:,?\s+who)?"
#: What says that the post behind it is held, and what must follow the post; without that a post is
#: one of a body: "Roe has become her backseat driver" names none.
_OF_BODY = re.compile(r"")
_APPOINTED = r"(?:appointed|elected|re-elected|named|made|promoted\s+to)"
_HOLDS = (
    (
        re.compile(
            rf"{_WHO}\s+(?:was|has\s+been|is)\s+(?:\w+ly\s+)?{_APPOINTED}\s+(?:its\s+)?(?=(?:the\s+)?[a-z])"
        ),
        _OF_BODY,
    ),
    # "Left the cabinet in 2010 and is now master of …".
    (
        re.compile(
            r"(?:,[^.;:\n]{1,40},)?\s[^.;:\n,]{3,70}\s+and\s+is\s+now\s+(?=(?:the\s+)?[a-z])"
        ),
        _OF_BODY,
    ),
    (re.compile(rf"{_WHO}\s+has\s+(?:just\s+|now\s+)?become\s+(?=(?:the\s+)?[a-z])"), _OF_BODY),
    (
        re.compile(rf"{_WHO}\s+has\s+been\s+(?=(?:the\s+|its\s+)?[a-z])"),
        re.compile(r"\s+(?:since|for)\b"),
    ),
    (re.compile(r",\s+now\s+(?=the\b)"), _OF_BODY),
)
_NAMES_BODY = re.compile(r"\b(?:of|at|for)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z]")
_HELD = re.compile(rf"{_WHO}\s+was\s+(?=the\b|its\b|[a-z])")
_USED_TO = re.compile(rf"{_WHO}\s+used\s+to\s+be\s+(?=(?:the|its|an?)\b|[a-z])")
#: "Before that he was headmaster of …", "Until January he was …".
_BEFORE = re.compile(
    r"\b(?:Before\s+that|Previously|Earlier|Until\s+(?:then|[^.,;:\n]{3,30})),?\s+\Z"
)
_BEFORE_CHARS = 42
#: Who was something until anything is so no longer.
_UNTIL = re.compile(r"\s+(?:from\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b|until\b)")
_FOLLOWED = re.compile(
    r"(?:,\s+\d{1,3})?,\s+who\s+(?:has\s+)?(?:followed|succeeded|replaced|took\s+over\s+from)\s+"
    rf"(?:the\s+late\s+)?{TITLE}*(?=[A-Z])"
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
_REPLACES = re.compile(
    r"\s+(?:replaces|succeeds|replaced|succeeded|takes\s+over\s+from|took\s+over\s+from)\s+(?=[A-Z])"
)
_PREDECESSOR = re.compile(rf"\s+predecessor,?\s+{TITLE}?(?=[A-Z])")
_BY = re.compile(
    r"(?:,?\s+who)?\s+(?:was|has\s+been)\s+(?:replaced|succeeded)\s+by\s+"
    rf"{TITLE}?(?=[A-Z])"
)
_NEW = re.compile(r"(?:new|acting|interim)\s+", re.IGNORECASE)
#: No post that somebody can follow in.
_COURTESIES = frozenset({"professor", "captain", "judge", "councillor"})
_CONFIDENCE = 0.86


def find_successions(setting: Setting, roles: Sequence[Found]) -> Iterator[Found]:
    """Posts that verbs tell of; `roles` are those found beside names."""
    for person in setting.people.places:
        yield from _held(setting, person)
        if person.form == "name":
            yield from _handed(setting, person)
        yield from _followed(setting, person, roles)
        yield from _replaced(setting, person, roles)
        yield from _predecessor(setting, person, roles)
        yield from _replaced_by(setting, person, roles)


def _held(setting: Setting, person: Person) -> Iterator[Found]:
    """Posts that somebody has taken up, holds since, or held until."""
    subject = setting.view[slice(*person.span)].lower() in ("he", "she")
    if person.form != "name" and not subject:
        return
    for told, behind in (*_HOLDS, (_HELD, _UNTIL), (_USED_TO, _OF_BODY)):
        matched = told.match(setting.view, person.span[1])
        phrase = _phrase(setting, matched.end()) if matched else None
        if phrase is None or matched is None:
            continue
        ahead = setting.before(person.span[0], _BEFORE_CHARS)
        before = told is _HELD and _BEFORE.search(ahead) is not None
        if not before and not behind.match(setting.view, phrase[-1].end):
            continue
        if setting.people.names_in((person.span[1], phrase[0].start)):
            continue
        words = setting.view[phrase[0].start : phrase[-1].end]
        over = told in (_HELD, _USED_TO)
        if behind is _OF_BODY and not over and not _NAMES_BODY.search(words):
            continue
        for found in found_post(setting, person, phrase, _CONFIDENCE):
            past = over and not found.value.startswith("former")
            value = f"former {found.value}" if past else found.value
            # Whatever day the sentence names, it is over now.
            when: When = "now" if over else found.when
            yield Found(person, "role", value, found.span, found.confidence, when)


def _phrase(setting: Setting, at: int) -> list[Token] | None:
    """The post named from offset `at` on."""
    tokens = setting.document.parse.tokens_in((at, at + 1))
    if not tokens:
        return None
    phrase = phrase_from(setting.document.parse.tokens, tokens[0].i, tokens[0].sentence) or []
    ends = (n for n, token in enumerate(phrase) if token.lower in ("from", "until", "by"))
    return phrase[: next(ends, len(phrase))] or None


def _handed(setting: Setting, person: Person) -> Iterator[Found]:
    """Who hands over the chair of a body was its chair."""
    matched = _HANDED.match(setting.view, person.span[1])
    if matched:
        value = f"former {_POST_OF[matched['what']]} of {setting.words(matched.span('body'))}"
        yield Found(person, "role", value, (person.span[0], matched.end()), _CONFIDENCE)


def _replaced(setting: Setting, person: Person, roles: Sequence[Found]) -> Iterator[Found]:
    """ "He replaces Tom Roe", of one who is told to have one post."""
    matched = _REPLACES.match(setting.view, person.span[1])
    before = setting.people.find_starting(matched.end(), "name") if matched else None
    if before and setting.view[before.span[1] : before.span[1] + 4] != " as ":
        yield from _had_post_of(setting, before, person, roles)


def _replaced_by(setting: Setting, person: Person, roles: Sequence[Found]) -> Iterator[Found]:
    """ "The former director, Ann Doe, … She was succeeded by Tom Roe", who has what she had."""
    matched = _BY.match(setting.view, person.span[1])
    after = setting.people.find_starting(matched.end(), "name") if matched else None
    if matched is None or after is None or after.cluster == person.cluster:
        return
    if setting.view[after.span[1] : after.span[1] + 4] == " as ":
        return
    had = {
        value
        for role in [*roles, *_held_by(setting, person)]
        if isinstance(role.subject, Person) and role.subject.cluster == person.cluster
        and _NAMES_BODY.search(value := re.sub(r"\A(?:former|ex)[ -]", "", role.value, flags=re.I))
    }  # fmt: skip
    if len(had) == 1:
        yield Found(after, "role", had.pop(), (person.span[0], after.span[1]), 0.82)


def _predecessor(setting: Setting, person: Person, roles: Sequence[Found]) -> Iterator[Found]:
    """ "Her predecessor, Tom Roe", of one who is told to have one post."""
    words = setting.view[slice(*person.span)].lower()
    matched = _PREDECESSOR.match(setting.view, person.span[1]) if words in ("his", "her") else None
    before = setting.people.find_starting(matched.end(), "name") if matched else None
    if before:
        yield from _had_post_of(setting, before, person, roles)


def _had_post_of(
    setting: Setting, before: Person, person: Person, roles: Sequence[Found]
) -> Iterator[Found]:
    """The one post of `person` as that of `before` until then."""
    held = [
        role
        for role in [*roles, *_held_by(setting, person)]
        if isinstance(role.subject, Person)
        and role.subject.cluster == person.cluster
        and not role.value.lower().startswith("former")
        and role.value.lower() not in _COURTESIES
    ]
    if len({role.value for role in held}) == 1 and before.cluster != person.cluster:
        value = f"former {_NEW.sub('', held[0].value)}"
        yield Found(before, "role", value, (person.span[0], before.span[1]), 0.82)


def _held_by(setting: Setting, person: Person) -> Iterator[Found]:
    """The posts that verbs give to the person of a place, at any of its places."""
    for place in setting.people.places:
        if place.cluster == person.cluster:
            yield from _held(setting, place)


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
