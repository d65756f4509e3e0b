"""Names of organisations and outlets, and their short forms."""

import functools
import re

#: Words that a short form or acronym leaves out.
_SMALL = frozenset(["the", "of", "and", "for", "&", "in", "on", "at", "to"])
#: Endings that say only what legal form a company has.
_LEGAL = frozenset(["inc", "corp", "ltd", "llc", "plc", "co", "company", "limited", "gmbh", "ag"])
#: Words that end the name of a firm, whatever that name is.
TRADE_WORDS = frozenset("inc corp ltd llc plc estates properties holdings partners".split())
_WORD = re.compile(r"[^\W_][\w'’.-]*|&")


@functools.lru_cache(maxsize=65536)
def key_words(name: str) -> tuple[str, ...]:
    """The words that carry the name, lower case: no article, legal form, full stop, possessive."""
    folded = name.replace("’", "'").lower()
    words = [re.sub(r"'s?$", "", w.replace(".", "")) for w in _WORD.findall(folded)]
    words = [w for w in words if w and w != "the"]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return tuple(words)


@functools.lru_cache(maxsize=65536)
def acronyms(name: str) -> frozenset[str]:
    """Upper-case acronyms that the name may have; empty for a name of one word."""
    words = [w for w in _WORD.findall(name) if w.lower() != "the"]
    if len(words) < 2:
        return frozenset()
    every = "".join(w[0] for w in words)
    main = "".join(w[0] for w in words if w.lower() not in _SMALL)
    return frozenset(a.upper() for a in (every, main) if len(a) > 1)


def is_acronym_of(short: str, full: str) -> bool:
    """True when `short` (WSJ, F.B.I.) is made of the initials of `full`."""
    bare = short.replace(".", "")
    return bare.isupper() and bare.isalpha() and bare in acronyms(full)


def american(word: str) -> str:
    """The spelling that wire copy takes on in American papers: harbour, centre, defence."""
    return _AMERICAN.get(word, word)


_AMERICAN = {
    "harbour": "harbor",
    "labour": "labor",
    "centre": "center",
    "theatre": "theater",
    "defence": "defense",
    "programme": "program",
    "organisation": "organization",
    "jewellery": "jewelry",
    "aluminium": "aluminum",
    "honour": "honor",
    "colour": "color",
    "neighbourhood": "neighborhood",
    "licence": "license",
    "catalogue": "catalog",
}
