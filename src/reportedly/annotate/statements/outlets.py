"""Names of outlets: which names only outlets have, which mean the same one, which agency wrote.

In: names, or an article.  Out: answers about them; no list of outlets is needed.
"""

import re

from reportedly.annotate.parse.model import Token
from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Article
from reportedly.offsets import Span

#: `OSTREY, Sept 14 (Northern Press) -` and `(Northern Press) —` at the start of a line.
_DATELINE = re.compile(
    r"^[ \t]*(?:[A-Z][^\n()]{0,50})?\((?P<agency>[A-Z][\w&. ]{1,30})\)"
    r"[ \u00a0]*[-–—:]{1,2}[ \u00a0]",
    re.MULTILINE,
)
#: Agencies sign before the story begins.
_DATELINE_WITHIN_CHARS = 600


#: Fewer letters may be anybody's.
_LETTERS = 3
#: "Northern" is short for "Northern Press"; "Harbour" is not for "Harbour Courier".
_LEFT_OUT = (["press"], ["news"], ["agency"], ["media"], ["weekly"], ["monthly"], ["magazine"])


def is_outlet(name: str | None) -> bool:
    """True for a name that only outlets have."""
    return name is not None and lexicon.OUTLET_NAME.search(name) is not None


def is_own_outlet(telling: Telling, head: Token) -> bool:
    """ "This newspaper", "our reporter", "our man": how an article speaks of its own outlet."""
    noun = head.lemma.lower()
    if telling.quoted or noun not in lexicon.OUR_OWN | lexicon.OUR_PEOPLE:
        return False
    own = frozenset(telling.parse.tokens[i].lower for i in telling.parse.children[head.i])
    return "our" in own or (noun in lexicon.OUR_OWN and "this" in own)


def same_outlet(name: str | None, own: str | None) -> bool:
    """True when both mean one outlet: "The Harbour Courier", "Harbour Courier", "Courier"."""
    if name is None or own is None:
        return False
    words, own_words = _bare(name), _bare(own)
    if not words:
        return False
    if name.isupper() and name.isalpha() and len(name) >= _LETTERS:
        letters = "".join(word[0] for word in own.split() if word[0].isupper())
        if letters.removeprefix("T" if own.startswith("The ") else "") == name:
            return True
    begins = own_words[: len(words)] == words
    begins = begins and (len(words) > 1 or own_words[1:2] in _LEFT_OUT)
    return begins or own_words[-len(words) :] == words or "".join(words) == "".join(own_words)


def _bare(name: str) -> list[str]:
    words = name.lower().replace("-", " ").split()
    return words[1:] if words[:1] == ["the"] else words


def without_sort(name: str) -> str:
    """Early of "Early magazine": what it is stands behind, without a capital."""
    before, _, last = name.rpartition(" ")
    named = bool(before) and before.split()[-1][:1].isupper()
    return before if named and last in SORTS else name


#: What stands behind the name of an outlet.
SORTS = lexicon.OUTLET_NOUNS | {"agency"}


def find_agency(article: Article) -> tuple[str, Span | None] | None:
    """The news agency that signs the article, where it is not the outlet itself, and where."""
    found = _DATELINE.search(article.text, 0, _DATELINE_WITHIN_CHARS)
    name = found.group("agency").strip() if found is not None else _agency_in(article.byline)
    if name is None:
        return None
    own = article.outlet
    if own is not None and (same_outlet(name, own) or _bare(own)[:1] == _bare(name)[:1]):
        return None
    return name, found.span("agency") if found is not None else None


#: Joins those who sign an article together.
_SIGNED_TOGETHER = re.compile(r",| and | & | with ")
_OWN_STAFF = re.compile(r"\b(?:staff|reporters?|writers?|correspondents?)\b", re.IGNORECASE)


def _agency_in(byline: str | None) -> str | None:
    """X in "Courier staff and X": an outlet by its name, or one word beside the own staff."""
    parts = [part.strip() for part in _SIGNED_TOGETHER.split((byline or "").removeprefix("By "))]
    if len(parts) < _TWO:
        return None
    staff = any(_OWN_STAFF.search(part) for part in parts)
    for part in parts:
        named = is_outlet(part) or (staff and part.istitle() and len(part.split()) == 1)
        if named and not _OWN_STAFF.search(part):
            return part
    return None


#: One who signs alone is the writer, or the agency is the outlet.
_TWO = 2
