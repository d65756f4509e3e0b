"""Whom "the pair", "the couple" or "they" mean who speak as one: two people whom the text names.

In: the cluster that speaks, and the cast.  Out: the clusters of two, or nothing where the words do
not tell.  Coreference takes up two whom a text joins by "and"; here it is two who are merely told
of: "Ann Doe walked out on Bo Poe.  The pair said in a statement …".
"""

import re
from collections.abc import Sequence

from reportedly.annotate.parse.model import Parse
from reportedly.annotate.statements.cast import Cast
from reportedly.annotate.statements.telling import Telling
from reportedly.model import Cluster, Mention
from reportedly.offsets import Span, within_any

Named = Sequence[tuple[Mention, Cluster]]

_TWO = re.compile(
    r"(?:the|both|these|those)\s+(?:happy\s+|former\s+|ex-)?"
    r"(?P<noun>couple|pair|duo|twosome|newlyweds|spouses|exes)(?:,\s+who\b.*)?,?",
    re.IGNORECASE | re.DOTALL,
)
#: Any two may be a pair, as long as no other two are told of since.
_ANY_TWO = frozenset(("pair", "duo", "twosome"))
_OTHER_TWO = re.compile(
    r"\b(?:two(?!\s+(?:little|young|small)?\s*(?:ones|children|kids|tots|sons|daughters|years|months|weeks"
    r"|days|homes|houses)\b)|both|couple|brothers|sisters|twins|friends|siblings)\b",
    re.IGNORECASE,
)
_SPOUSE = r"(?:ex-)?(?:husband|hubby|wife|partner|boyfriend|girlfriend|fianc[eé]e?)"
#: What makes two a couple.
_TIE = re.compile(
    rf"\b(?:{_SPOUSE}|marri\w+|wed(?:s|ding)?|divorc\w+|split|separat\w+|part(?:ed|ing)|engage\w+"
    r"|walked\s+out\s+on|dump(?:ed|s)|ditch(?:ed|es)|dating|romance|relationship)\b",
    re.IGNORECASE,
)
#: "Her husband hates it", "she is married to a sailor", "Ann's mother": somebody without a name.
_UNNAMED = re.compile(
    rf"\b(?:his|her)\s+{_SPOUSE}\b(?!,?\s+[A-Z]|,\s+(?:the|an?)\s+(?:[\w’'-]+\s+){{1,5}}[A-Z])"
    r"|\bwhose\s+(?:husband|wife)\b|\bmarried\s+to\s+an?\b|\b(?:his|her|\w+['’]s)\s+(?:mother|father|mum"
    r"|mom|dad|sister|brother|daughter|son|friend)\b(?!,?\s+[A-Z])"
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
    text = telling.text
    found = (_TWO.fullmatch(text, *span) for span in cast.descriptions_of(cluster))
    words = next((matched for matched in found if matched), None)
    if words is None:
        return ()
    # Whom they name themselves is not meant; in indirect speech the words are the article's.
    said = telling.attribution.content if telling.attribution.mode == "direct" else ()
    named = [
        (mention, of)
        for mention, of in cast.persons_named
        if of.name != byline and mention.span[1] <= words.start()
        if not within_any(mention.span, said)
        if not _PLACED.search(text[max(0, mention.span[0] - _PLACED_CHARS) : mention.span[0]])
    ]
    if _PARTED.search(words[0]) and len({of.cluster for _, of in named}) > 2:
        return ()
    start, near = _near(named, telling.parse, words.span())
    both = {of.cluster: of for _, of in near}
    if len(both) != 2 or _UNNAMED.search(text, start, words.start()):
        return ()
    two = tuple(both.values())
    if words["noun"].lower() in _ANY_TWO:
        end = min((at for at, _ in said if at < words.start()), default=words.start())
        others = _OTHER_TWO.search(text, near[-1][0].span[1], end)
        return () if others else two
    tied = _TIE.search(text, start, words.start())
    return two if tied and not _are_several(named, telling) else ()


def _are_several(named: Named, telling: Telling) -> bool:
    """True where sentences that tell of a tie name different couples."""
    couples = set()
    for sentence in telling.parse.sentences:
        within = {of.cluster for m, of in named if sentence.start <= m.span[0] < sentence.end}
        if len(within) == 2 and _TIE.search(telling.text, sentence.start, sentence.end):
            couples.add(frozenset(within))
    return len(couples) > 1


def _near(named: Named, parse: Parse, at: Span) -> tuple[int, Named]:
    """Who is named in the fewest sentences up to a place that name two, and where these begin; of
    the whole text where no few do."""
    here = parse.sentences_in(at)[0].index
    for sentence in reversed(parse.sentences[max(0, here - _SENTENCES + 1) : here + 1]):
        near = [(mention, of) for mention, of in named if mention.span[0] >= sentence.start]
        if len({of.cluster for _, of in near}) > 1:
            return sentence.start, near
    return 0, named
