"""Descriptions right before a name: "his grandson Jo", "Doe's lawyer, Ann Poe, said"."""

import re

from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.epithets import is_epithet

#: How a name hangs on the noun before it; the subject of a clause is somebody else.
_BELOW = frozenset(("appos", "compound", "flat", "nmod"))
#: One has several of some of these; the name says which.
_RELATIVES = frozenset(
    """aunt boyfriend brother brother-in-law child cousin daughter daughter-in-law ex ex-husband
    ex-wife father fiance fiancé fiancee fiancée girlfriend granddaughter grandfather grandmother
    grandson half-brother half-sister husband mother mother-in-law nephew niece partner sister
    sister-in-law son son-in-law stepdaughter stepson uncle widow widower wife""".split()
)
_OWNER = re.compile(r"(?:his|her|their|my|our|your|\w.*[’']s?)", re.IGNORECASE)


def adjacent_names(chains: Chains, text: str) -> None:
    """ "Doe's lawyer, Ann Poe, said": a person's noun, then a name between commas."""
    starts = {
        c.span[0]: n for n, c in enumerate(chains.candidates) if c.form == "name" and not c.inner
    }
    for n, candidate in enumerate(chains.candidates):
        if candidate.form != "nominal" or candidate.kind != "person" or candidate.number != "sg":
            continue
        end = candidate.span[1]
        m = starts.get(end + 2)
        if m is None or text[end : end + 2] != ", " or chains.chain(n).names:
            continue
        name = chains.candidates[m]
        if name.kind == "person" and text[name.core[1] : name.core[1] + 1] == ",":
            chains.merge(m, n, "apposition")


def relatives_by_name(chains: Chains, found: Candidates) -> None:
    """ "His grandson Jo": a relative and the name right after, however the parser reads them."""
    starts = {c.core[0]: n for n, c in enumerate(chains.candidates) if c.form == "name"}
    tokens = found.parse.tokens
    for n, candidate in enumerate(chains.candidates):
        if candidate.form != "nominal" or candidate.text not in _RELATIVES:
            continue
        after = candidate.head + 1
        m = starts.get(tokens[after].start) if after < len(tokens) else None
        owned = candidate.phrase.lower().split()[:1]
        if m is None or m == n or not owned or not _OWNER.fullmatch(owned[0]):
            continue
        if chains.candidates[m].kind == "person" and candidate.number == "sg":
            chains.merge(m, n, "apposition")


def described_by_name(chains: Chains, found: Candidates) -> None:
    """ "The novelist Ann Doe": a person's noun and a full name right after it."""
    starts = {c.core[0]: n for n, c in enumerate(chains.candidates) if c.form == "name"}
    tokens = found.parse.tokens
    for n, candidate in enumerate(chains.candidates):
        after = candidate.head + 1
        if not is_epithet(candidate) or after >= len(tokens) or chains.chain(n).names:
            continue
        m = starts.get(tokens[after].start)
        if m is None or " " not in chains.candidates[m].text or tokens[after].pos != "PROPN":
            continue
        name, noun = tokens[chains.candidates[m].head], tokens[candidate.head]
        one = name.dep in _BELOW or (name.dep == noun.dep == "conj" and name.head == noun.head)
        if chains.candidates[m].kind == "person" and one:
            chains.merge(m, n, "apposition")
