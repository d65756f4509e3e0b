"""Whose husband is whose wife, where the text names a couple and says "her husband" of one of them.

In: the groups so far, and whose wife or husband each phrase speaks of.  Out: (whose, what) with a
member of the group of whoever is that.
"""

import itertools
import re
from collections.abc import Collection, Iterator, Mapping

from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains

_SPOUSES = ("husband", "wife")
_COUPLES = frozenset(("couple", "newlyweds", "spouses"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
#: "And", then at most an article and four words before the second name.
_AND = re.compile(r"(?:^|[\s,])and\s(?:the\s)?(?:[a-z-]+\s){0,4}$")


def married(
    chains: Chains, found: Candidates, keys: Mapping[int, tuple[int, str]]
) -> Iterator[tuple[tuple[int, str], int]]:
    """(whose, what) and who it is; `keys` has (whose, what) of each phrase for a relative."""
    named = _named_together(chains, found)
    yield from _each_others(chains, keys, named)
    yield from _couples(chains, named)


def _each_others(
    chains: Chains, keys: Mapping[int, tuple[int, str]], named: Collection[tuple[int, int]]
) -> Iterator[tuple[tuple[int, str], int]]:
    """Doe's "wife" and Poe's "husband", where the text has no other wife or husband: each other's.

    Only where it names the two together ("Doe, 40, and Poe, 41"), and neither is somebody else.
    """
    spouses = {key: n for n, key in keys.items() if key[1] in _SPOUSES}
    if len(spouses) != 2 or any(chains.chain(n).names for n in spouses.values()):
        return
    (one, what), (other, reverse) = spouses
    if what != reverse and (min(one, other), max(one, other)) in named:
        yield (one, what), other
        yield (other, reverse), one


def _couples(
    chains: Chains, named: Mapping[tuple[int, int], int]
) -> Iterator[tuple[tuple[int, str], int]]:
    """Of "Ann Doe and Bo Poe", whom the text goes on to call "the couple", each is the other's."""
    couples = {
        chains.chain(n).first
        for n, c in enumerate(chains.candidates)
        if c.form == "nominal" and c.text in _COUPLES
    }
    for pair, n in named.items():
        if chains.chain(n).first in couples:
            yield from (((a, what), b) for a, b in (pair, pair[::-1]) for what in _SPOUSES)


def _named_together(chains: Chains, found: Candidates) -> dict[tuple[int, int], int]:
    """Groups of the two in "Ann Doe and Bo Poe", in order → a candidate that names both, or one."""
    at_head = {c.head: n for n, c in enumerate(found.found) if chains.chain(n).names}
    pairs: dict[tuple[int, int], int] = {}
    for n, candidate in enumerate(chains.candidates):
        parts = {chains.chain(at_head[h]).first for h in candidate.parts if h in at_head}
        if len(parts) == 2:
            pairs.setdefault((min(parts), max(parts)), n)
    people = [n for n, c in enumerate(found.found) if c.form == "name" and c.kind == "person"]
    for n, m in itertools.pairwise(people):
        one, other = chains.chain(n).first, chains.chain(m).first
        if one != other and _are_listed(found, n, m):
            pairs.setdefault((min(one, other), max(one, other)), n)
    return pairs


def _are_listed(found: Candidates, n: int, m: int) -> bool:
    """ "Doe, 37, the cook of Roe, and the player Poe": no verb stands between the two."""
    between = found.found[n].core[1], found.found[m].core[0]
    tokens = found.parse.tokens_in(between) if between[0] < between[1] else ()
    verbs = any(token.tag in _FINITE for token in tokens)
    return not verbs and _AND.search(found.text, *between) is not None
