"""Whom "the pair", "the couple" or "they" mean who speak as one: two people whom the text names.

In: the cluster that speaks, and the cast.  Out: the clusters of two, or nothing where the words do
not tell.  Coreference takes up two whom a text joins by "and"; here it is two who are merely told
of: "Ann Doe walked out on Bo Poe.  The pair said in a statement …".
"""

import bisect
import re
from collections.abc import Sequence

from reportedly.annotate.parse.model import Parse
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Cluster, Mention
from reportedly.offsets import within_any

_TWO = re.compile(
    r"(?:the|both|these|those)\s+(?:happy\s+|former\s+|ex-)?"
    r"(?:couple|pair|duo|twosome|newlyweds|spouses|exes)(?:,?\s+who\b.*)?,?",
    re.IGNORECASE | re.DOTALL,
)
#: Of two who are exes one may be told of with somebody new.
_PARTED = re.compile(r"\bexes\b", re.IGNORECASE)
#: "In Hexby": a name that only its place in the sentence tells from a person's.
_PLACED, _PLACED_CHARS = re.compile(r"\b(?:in|at|near|from)\s\Z", re.IGNORECASE), 8
#: Sentences back, the one in which they speak included, in which just two are named.
_SENTENCES = 3


def couple_of(
    cluster: Cluster, cast: Cast, telling: Telling, byline: str | None
) -> tuple[Cluster, ...]:
    """The two whom a cluster of two means that names nobody; empty where that is not plain.

    Args:
        cluster: one that has a description such as "the pair".
        cast: of the article.
        telling: in which they speak.
        byline: who wrote the article is not told of.
    """
    spans = [s for s in cast.descriptions_of(cluster) if _TWO.fullmatch(telling.text, *s)]
    if not spans:
        return ()
    # Whom they name themselves is not meant; in indirect speech the words are the article's.
    said = telling.attribution.content if telling.attribution.mode == "direct" else ()
    named = [
        (mention, of)
        for mention, of in cast.persons_named
        if of.name != byline and not within_any(mention.span, said)
        if not _PLACED.search(
            telling.text[max(0, mention.span[0] - _PLACED_CHARS) : mention.span[0]]
        )
    ]
    first = spans[0][0]
    if _PARTED.search(telling.text, *spans[0]) and len({of.cluster for _, of in named}) > 2:
        return ()
    before = [(mention, of) for mention, of in named if mention.span[1] <= first]
    for back in range(_SENTENCES):
        near = _since(before, _start(telling.parse, first, back))
        if len({of.cluster for _, of in near}) > 1:
            return _only_two(near)
    return _only_two(before)


def _start(parse: Parse, at: int, back: int) -> int:
    """Where the sentence begins that stands so many before the one at `at`."""
    number = bisect.bisect_right([s.start for s in parse.sentences], at) - 1
    return parse.sentences[max(0, number - back)].start


def _since(named: Sequence[tuple[Mention, Cluster]], start: int) -> list[tuple[Mention, Cluster]]:
    return [(mention, of) for mention, of in named if mention.span[0] >= start]


def _only_two(named: Sequence[tuple[Mention, Cluster]]) -> tuple[Cluster, ...]:
    """Two people, in the order of the text; nobody where there are more or fewer."""
    found = {of.cluster: of for _, of in named}
    return tuple(found.values()) if len(found) == 2 else ()
