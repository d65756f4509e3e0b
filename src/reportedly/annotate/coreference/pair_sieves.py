"""Several named together and taken up together: "Doe and Poe" again, "the senators", "both men"."""

import re
from collections.abc import Sequence

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.lexicon import TITLE_NOUNS
from reportedly.annotate.coreference.namesakes import Namesakes

#: Sentences back that "the two men" may stand from their names.
_REACH = 12
#: Words that count two.
_TWO = re.compile(r"\b(?:two|both|pair|duo|couple|twosome)\b", re.IGNORECASE)
_PAIR_NOUNS = frozenset("pair duo couple twosome".split())


def coordinations(chains: Chains, found: Candidates) -> None:
    """The same people named together again, then the descriptions that take them up."""
    last: dict[tuple[int, ...], int] = {}
    before: list[int] = []
    by_head = {c.head: n for n, c in enumerate(found.found) if chains.chain(n).names and c.text}
    namesakes = Namesakes(found)
    for n, candidate in enumerate(chains.candidates):
        if candidate.parts:
            members = _members(chains, candidate, by_head)
            if members in last:
                chains.merge(n, last[members], "the same people named together")
            if members:
                last[members] = n
                before.append(n)
        elif before and _takes_up_several(candidate):
            _resolve(chains, n, before, by_head, namesakes)


def _members(chains: Chains, candidate: Candidate, by_head: dict[int, int]) -> tuple[int, ...]:
    """The groups of the parts, by first member; empty when one of them is no name."""
    if any(head not in by_head for head in candidate.parts):
        return ()
    return tuple(sorted({chains.chain(by_head[head]).first for head in candidate.parts}))


def _takes_up_several(candidate: Candidate) -> bool:
    plural = candidate.number == "pl" or candidate.text in _PAIR_NOUNS
    pointing = candidate.definite or candidate.phrase.lower().startswith("both ")
    return candidate.form == "nominal" and plural and pointing and not candidate.inner


def _resolve(
    chains: Chains, n: int, before: Sequence[int], by_head: dict[int, int], namesakes: Namesakes
) -> None:
    candidate = chains.candidates[n]
    for m in reversed(before):
        if candidate.sentence - chains.candidates[m].sentence > _REACH:
            return
        # "The singer Ann Doe" may be two parts to the parser.
        each = {chains.chain(n).first: n for n in (by_head[h] for h in chains.candidates[m].parts)}
        parts = list(each.values())
        if candidate.text in _PAIR_NOUNS and _are_no_pair(chains, candidate, m, parts, namesakes):
            continue
        counted = len(parts) == 2 and _TWO.search(candidate.phrase) is not None
        if counted and (candidate.kind == "person" or candidate.text in _PAIR_NOUNS):
            chains.adopt_kind(n, "group")
            chains.merge(n, m, "both named before")
            return
        words = _titles(chains, parts) | _plural_title(chains, m, parts, namesakes.text)
        if candidate.text and candidate.text in words:
            chains.merge(n, m, "title of those named together")
            return


def _are_no_pair(
    chains: Chains, candidate: Candidate, m: int, parts: Sequence[int], namesakes: Namesakes
) -> bool:
    """True for two children, and for two of whom only somebody who is quoted speaks."""
    other = chains.candidates[m]
    told = other.quotation >= 0 and other.quotation != candidate.quotation
    return told or any(namesakes.are_of_child(chains.chain(n).members) for n in parts)


def _plural_title(chains: Chains, m: int, parts: Sequence[int], text: str) -> set[str]:
    """ "Senators Ann Doe and Bob Poe": the noun before the first name, in the singular."""
    first = min(parts, key=lambda n: chains.candidates[n].core)
    before = text[chains.candidates[m].span[0] : chains.candidates[first].core[0]].split()
    return {before[-1].lower().removesuffix("s")} if before else set()


def _titles(chains: Chains, parts: Sequence[int]) -> set[str]:
    """The nouns by which the people are called, in the singular."""
    found: set[str] = set()
    for part in parts:
        for member in chains.chain(part).members:
            candidate = chains.candidates[member]
            words = [w.lower().rstrip(".s") for w in candidate.title.split()]
            found |= {TITLE_NOUNS.get(word, word) for word in words}
            found |= {role.split()[-1] for role in candidate.roles}
    return found
