"""The rules' groups and the network's links in one.

In: the rules' groups, the network's scores.  Out: groups of phrases.  Groups of persons, bodies and
places stay as the rules have them, but for members of which the network is sure that they take up
nothing; everything else is linked to what it most probably takes up.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from reportedly.annotate.coreference.candidates import Candidates
from reportedly.annotate.coreference.chains import Chains
from reportedly.annotate.coreference.clusters import resolve_chains
from reportedly.annotate.coreference.neural.columns import Columns, columns_of
from reportedly.annotate.coreference.neural.features import FloatArray, Pairs, pairs_of
from reportedly.annotate.coreference.neural.further import Phrase, find_phrases
from reportedly.annotate.coreference.neural.network import Network

#: A phrase that takes up nothing with more than this probability leaves the rules' group; best of
#: .5, .8 and .9 on GUM's dev documents.
LETS_GO = 0.5
_NO_ENTITY = ("thing", "unknown")


def linked_phrases(
    found: Candidates, vectors: FloatArray, network: Network
) -> list[tuple[Phrase, ...]]:
    """Groups of two or more phrases that mean one thing, appositions and predicates left out.

    Args:
        found: the candidates of a text.
        vectors: the encoder's vectors of the text's tokens.
        network: the trained network.
    """
    if not found.found:
        return []
    ruled = resolve_chains(found)
    phrases = find_phrases(found.parse, found.found)
    columns = columns_of(phrases, found, ruled.chains, ruled.earlier)
    pairs = pairs_of(columns)
    scores, none = network.score(columns, pairs, vectors)
    above = _kept_groups(ruled.chains, columns, _share_of_none(pairs, scores, none))
    for later, earlier in _best(pairs, scores, none):
        above[_root(above, later)] = _root(above, earlier)
    groups: dict[int, list[Phrase]] = {}
    for n, phrase in enumerate(phrases):
        if not columns["inner"][n]:
            groups.setdefault(_root(above, n), []).append(phrase)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _kept_groups(chains: Chains, columns: Columns, nothing: FloatArray) -> list[int]:
    """For each phrase the one that it is put under: the first of the rules' group, or itself."""
    at = {c: n for n, c in enumerate(columns["candidate"].tolist()) if c >= 0}
    above = list(range(len(columns)))
    for chain in chains.all():
        if chain.kind in _NO_ENTITY:
            continue
        for member in chain.members:
            if nothing[at[member]] <= LETS_GO:
                above[at[member]] = at[chain.first]
    return above


def _root(above: Sequence[int], n: int) -> int:
    while above[n] != n:
        n = above[n]
    return n


def _share_of_none(pairs: Pairs, scores: FloatArray, none: FloatArray) -> FloatArray:
    """For each phrase how probable it is that it takes up nothing."""
    top = none.copy()
    np.maximum.at(top, pairs.later, scores)
    alone = np.exp(none - top)
    total = alone.copy()
    np.add.at(total, pairs.later, np.exp(scores - top[pairs.later]))
    share: FloatArray = alone / total
    return share


def _best(pairs: Pairs, scores: FloatArray, none: FloatArray) -> Iterator[tuple[int, int]]:
    """(phrase, what it takes up); of equally good ones the nearest."""
    order = np.lexsort((-pairs.earlier, -scores, pairs.later))
    later, earlier, scores = pairs.later[order], pairs.earlier[order], scores[order]
    first = np.flatnonzero(np.diff(later, prepend=-1))
    for n, other, score in zip(later[first], earlier[first], scores[first], strict=True):
        if score > none[n]:
            yield int(n), int(other)
