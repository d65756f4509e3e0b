"""Does an article show somebody in the present, or only in its history?

In: the article as its finders see it, and a person.  Out: True where the person does something in
the news that the article tells, or is told of days near its own.
"""

import re
from collections.abc import Sequence

from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Setting
from reportedly.annotate.parse.model import Token

#: Who is told of so often is somebody of today, whatever is told of him.
OFTEN = 4
#: Longer phrases between commas are lists.
APPOSITION_TOKENS = 16
#: Words of sentences about history.
_HISTORY = re.compile(
    r"\b(?:once|back\s+then|at\s+the\s+time|decades?|centur(?:y|ies)|histor(?:y|ic|ical)|era|legacy"
    r"|ago|Cold\s+War|World\s+War|Civil\s+War|presidency|predecessors?|since)\b"
)
#: What stands right after a name that is the subject of a verb.
_VERBS = frozenset({"VBZ", "VBP", "VBD"})
_PRESENT_MODALS = frozenset({"will", "can", "may", "must", "'ll"})
_BETWEEN = frozenset({"ADV", "PART"})


def is_present(setting: Setting, person: Person) -> bool:
    """True when some place of the article that means `person` is of its own days."""
    places = [p for p in setting.people.places if p.cluster == person.cluster]
    if sum(place.form == "name" for place in places) >= OFTEN:
        return True
    return any(_acts(setting, place) or _is_dated(setting, place) for place in places)


def _acts(setting: Setting, place: Person) -> bool:
    """True for the subject of a verb in a sentence that is not about the past."""
    verb = _verb_after(setting, place)
    if verb is None:
        return False
    if verb.tag == "MD":
        return verb.lower in _PRESENT_MODALS
    start, end = setting.sentence(place.span[0])
    told = setting.view[start:end]
    if verb.tag == "VBD" and (_HISTORY.search(told) or _paragraph_looks_back(setting, start)):
        return False
    return verb.tag in _VERBS


def _verb_after(setting: Setting, place: Person) -> Token | None:
    """The verb of "Roe said", "Roe, who said", "Roe, the mayor, said"."""
    tokens = setting.document.parse.tokens
    own = setting.document.parse.tokens_in(place.span)
    if not own:
        return None
    at = _past_apposition(tokens, own[-1].i + 1)
    while at < len(tokens) and tokens[at].pos in _BETWEEN:
        at += 1
    return tokens[at] if at < len(tokens) and tokens[at].pos in ("VERB", "AUX") else None


def _past_apposition(tokens: Sequence[Token], at: int) -> int:
    """The token after a phrase between commas that starts at `at`, or after ", who"."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return at
    if tokens[at + 1].lower == "who":
        return at + 2
    ends = (t.i for t in tokens[at + 1 : at + APPOSITION_TOKENS] if t.text == ",")
    return next(ends, at - 1) + 1


def _paragraph_looks_back(setting: Setting, start: int) -> bool:
    """True when the sentence that starts at `start`, or one beside it, names days long past."""
    sentences = [start, setting.sentence(max(0, start - 2))[0], setting.sentence(start)[1]]
    paragraph = setting.view.rfind("\n", 0, start), setting.view.find("\n", start)
    last = paragraph[1] if paragraph[1] >= 0 else len(setting.view)
    return any(setting.looks_back(at) for at in sentences if paragraph[0] < at < last)


def _is_dated(setting: Setting, place: Person) -> bool:
    """True when the sentence names days near the article's own, and none long past."""
    return setting.looks_at_now(place.span[0]) and not setting.looks_back(place.span[0])
