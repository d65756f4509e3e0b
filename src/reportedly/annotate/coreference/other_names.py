"""Names that one person has beside another, where the text tells so: "Ann Doe, born Ann Roe"."""

import re
from itertools import pairwise

from reportedly.annotate.coreference.chains import Chains
from reportedly.models.names.person import person_name

_TOLD = "told as another name"
#: Characters beside a name in which such a telling stands.
_NEAR_CHARS = 60
#: Between the one name and the other.
_KNOWN_AS = re.compile(
    r"(?: (?:Jr|Sr|the (?:younger|elder))\.?)?(?:, \d{1,3})?,? (?:(?:who is|who was|is|was) )?"
    r"(?:(?:always|also|better|locally|usually|universally) )?(?:known|nicknamed)"
    r"(?: to [a-z]+(?: [a-z]+){0,3})?(?: simply| only)?(?: as)? [\"“‘']?"
)
#: The same, of a name that somebody had before, or has on a stage.
_ONCE_CALLED = re.compile(
    r"(?:, \d{1,3})?,? \(?(?:n[ée]e|(?:(?:who )?was )?born|formerly|previously|(?P<then>then)"
    r"|a\.?k\.?a\.?"
    r"|real name|(?:whose|her|his) (?:real|birth|maiden|stage) name (?:is|was)"
    r"|who (?:performs|records|writes|acts|sings) (?:as|under the name(?: of)?)"
    r"|who changed (?:her|his) name (?:to|from)):? [\"“‘']?"
)
#: "Then Tom Roe's wife" was called something else.
_OF_ANOTHER = re.compile(r"['’]|\w|-| and\b")
#: "Born Ann Roe": at the start of a sentence.
_BORN = re.compile(r"(?:\A|[.!?][\"”’')]*\s+|\n)Born [\"“‘']?\Z")
#: Between the name of birth and that of now.
_BORN_AS = re.compile(r"[\"”’']?(?: (?:in|on|at|to) [^.;:\n]{2,50})?, ")
_SHE_WAS = re.compile(r"[\"”’']?(?: (?:in|on|at|to) [^.;:\n]{2,50}?)?, (?:s?he|the [a-z-]+) ")


def also_called(chains: Chains, text: str) -> None:
    """ "Ephraim Doe the younger, known as Eph": two names of one person, told as that."""
    people = _people(chains)
    for n, m in pairwise(people):
        if _KNOWN_AS.fullmatch(_around(chains, n, m, text)[1]):
            chains.merge_renamed(m, n, _TOLD)


def once_called(chains: Chains, text: str) -> None:
    """ "Ann Doe, born Ann Roe", "Born Ann Roe in 1962, Doe …", "Born Ann Roe, she …": the name of
    now comes first."""
    people = _people(chains)
    for n, m in pairwise(people):
        before, between, behind = _around(chains, n, m, text)
        once = _ONCE_CALLED.fullmatch(between)
        if once and not _OF_ANOTHER.match(behind):
            # "First Ann Doe, then Bo Roe" are two; "Ann Doe, then Ann Roe" is one.
            if not once["then"] or _share_given_name(chains, n, m):
                chains.merge_renamed(m, n, _TOLD)
        elif _BORN.search(before) and _BORN_AS.fullmatch(between):
            chains.merge_renamed(n, m, _TOLD)
    for at, n in enumerate(people):
        before, _, behind = _around(chains, n, n, text)
        owner = _told_of_before(chains, people[:at], n) if _BORN.search(before) else None
        if owner is not None and _SHE_WAS.match(behind):
            chains.merge_renamed(n, owner, _TOLD)


def _people(chains: Chains) -> list[int]:
    return [n for n, c in enumerate(chains.candidates) if c.form == "name" and c.kind == "person"]


def _share_given_name(chains: Chains, n: int, m: int) -> bool:
    one, other = (person_name(chains.candidates[at].text) for at in (n, m))
    return one.given != "" and one.given == other.given


def _around(chains: Chains, n: int, m: int, text: str) -> tuple[str, str, str]:
    """What stands before one name, between it and another, and behind that."""
    first, second = chains.candidates[n].core, chains.candidates[m].core
    start = max(0, first[0] - _NEAR_CHARS)
    return text[start : first[0]], text[first[1] : second[0]], text[second[1] :][:_NEAR_CHARS]


def _told_of_before(chains: Chains, people: list[int], n: int) -> int | None:
    """Whom the sentence before a name tells of: the first that it names in full, if it is the only
    one or opens the sentence's list of them."""
    sentence = chains.candidates[n].sentence
    near = [m for m in people if 0 < sentence - chains.candidates[m].sentence <= 1]
    return near[0] if near and " " in chains.candidates[near[0]].text else None
