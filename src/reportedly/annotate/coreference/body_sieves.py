"""Common nouns that mean a body which the text names: "the club", "the solicitors Doe and Poe".

In: the chains, names put together.  Out: the same chains with those nouns merged into them.
"""

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.lexicon import CLUB_ENDS, FIRMS
from reportedly.annotate.coreference.nominal_sieves import find_only, is_bare

_CLUBS = CLUB_ENDS | frozenset("city club county town".split())


def firms(chains: Chains) -> None:
    """ "The solicitors Doe and Poe" are one body, where that is its name; their noun says so."""
    for n, candidate in enumerate(chains.candidates[:-1]):
        name = chains.candidates[n + 1]
        if name.form != "name" or name.kind != "organisation" or candidate.number != "pl":
            continue
        inside = candidate.span[0] < name.span[0] and name.span[1] <= candidate.span[1]
        if inside and candidate.text in FIRMS:
            chains.adopt_kind(n, "organisation", over=candidate.kind)


def clubs(chains: Chains) -> None:
    """ "The club": the only one named in its sentence before it, else the only one named so far."""
    named: list[int] = []
    for n, candidate in enumerate(chains.candidates):
        if candidate.form == "name":
            if candidate.kind in ("organisation", "place") and _is_club(candidate):
                named.append(n)
        elif candidate.text == "club" and is_bare(candidate) and not chains.chain(n).names:
            near = [m for m in named if chains.candidates[m].sentence == candidate.sentence]
            club = find_only(chains, near or named)
            if club is not None and chains.candidates[club].kind == "organisation":
                chains.merge(n, club, "kind of thing last named")


def _is_club(candidate: Candidate) -> bool:
    words = candidate.text.lower().split()
    return len(words) > 1 and words[-1] in _CLUBS
