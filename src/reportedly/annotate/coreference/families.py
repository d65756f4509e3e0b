"""Relatives named two at a time: of "her parents, Ann and Bob Doe" "her father" is Bob Doe."""

from collections.abc import Iterator

from reportedly.annotate.coreference.candidate import Candidate
from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.models.names import find_likely_gender

#: What a plural noun says of each of the two.
_EACH: dict[str, dict[str, tuple[str, ...]]] = {
    "parent": {"f": ("mother", "mom", "mum"), "m": ("father", "dad")},
    "grandparent": {"f": ("grandmother", "grandma"), "m": ("grandfather", "grandpa")},
}


def named_relatives(chains: Chains, found: Candidates) -> Iterator[tuple[int, str, int]]:
    """(owner, relation, candidate): whose mother or father each of two named parents is.

    The owner is the token that stands before "parents" in the genitive.
    """
    names = {c.span[0]: n for n, c in enumerate(chains.candidates) if c.form == "name"}
    names |= {c.core[0]: n for n, c in enumerate(chains.candidates) if c.form == "name"}
    for candidate in chains.candidates:
        if candidate.form != "nominal" or candidate.text not in _EACH:
            continue
        owner = next((i for i in found.parse.children[candidate.head] if _owns(found, i)), None)
        pair = _two_after(candidate, found, names)
        if owner is None or len(pair) != 2:
            continue
        sexes = [find_likely_gender(chains.candidates[n].text.split()[0]) for n in pair]
        if set(sexes) != {"f", "m"}:
            continue
        for n, sex in zip(pair, sexes, strict=True):
            for relation in _EACH[candidate.text][sex or ""]:
                yield owner, relation, n


def _owns(found: Candidates, i: int) -> bool:
    return found.parse.tokens[i].dep == "poss"


def _two_after(candidate: Candidate, found: Candidates, names: dict[int, int]) -> list[int]:
    """The names in "parents, Ann and Bob Doe" or "parents Ann and Bob Doe"."""
    tokens = found.parse.tokens
    at = candidate.head + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    first = names.get(tokens[at].start) if at < len(tokens) else None
    if first is None:
        return []
    end = found.found[first].core[1]
    after = found.parse.tokens_in((end, end + 8))
    joint = [t for t in after if t.start >= end][:2]
    if len(joint) < 2 or joint[0].lower not in ("and", "&"):
        return []
    second = names.get(joint[1].start)
    return [first] if second is None else [first, second]
