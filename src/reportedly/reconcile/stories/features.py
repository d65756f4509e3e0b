"""What an article is about, as weighted words and names: articles in, unit vectors out.

Names weigh more than other words, the headline and the lead more than the rest.  How rare a word
is, is counted in the pile and in an imagined archive behind it, so that in a pile of twenty
articles on one affair the names of the affair are still rare.
"""

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.content_words import MODALS, NEGATIONS, STOP_WORDS, stem
from reportedly.offsets import Span

#: Feature → how much it is used.
Counts = dict[str, float]
#: Feature → weight; the weights' squares sum to 1.
Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_SENTENCE_END = re.compile(r"[.!?:…“\"\n]\W*$")
_POSSESSIVE = re.compile(r"['’]s?$")

#: Beyond the end of every text.
_NOWHERE: Span = (1 << 62, 1 << 62)

#: The opening of an article, in characters: headline and lead say what it is about.
LEAD = 400
LEAD_WEIGHT = 2.0
NAME_WEIGHT = 1.5
ENTITY_WEIGHT = 1.5
#: Articles of the imagined archive, and in how many of them a word and a name occur.
ARCHIVE = 400
ARCHIVE_WORD = 12.0
ARCHIVE_NAME = 2.0
#: Features kept of each article, the weightiest.
KEPT = 120


def counted(text: str, left_out: Sequence[Span] = (), entities: Iterable[str] = ()) -> Counts:
    """Features of `text` with how much each is used.

    Names are marked by a leading `@`, entities (one for each time that one is named) by `#`: a
    nickname and a full name are different names of one entity.
    """
    found: Counts = defaultdict(float)
    skipped = iter(sorted(left_out))
    start, end = next(skipped, _NOWHERE)
    for match in _WORD.finditer(text):
        at = match.start()
        while at >= end:
            start, end = next(skipped, _NOWHERE)
        word, feature, capital = _known(match.group())
        if feature and not start <= at < end:
            if capital and _within_sentence(text[max(0, at - 6) : at]):
                feature = "@" + word
            found[feature] += LEAD_WEIGHT if at < LEAD else 1.0
    for entity_id in entities:
        found["#" + entity_id] += 1.0
    return _with_names(found)


@functools.lru_cache(maxsize=1 << 17)
def _known(written: str) -> tuple[str, str, bool]:
    """(word, its feature or "" when it says nothing, whether it has a capital)."""
    shown = _POSSESSIVE.sub("", written)
    word = shown.translate(_APOSTROPHES).casefold()
    if len(word) < 2 or word in STOP_WORDS or word in NEGATIONS or word in MODALS:
        return word, "", False
    return word, word if word.isdigit() else stem(word), shown[0].isupper()


def _within_sentence(before: str) -> bool:
    return bool(before.strip()) and not _SENTENCE_END.search(before)


def _with_names(found: Counts) -> Counts:
    """A word at the start of a sentence that is a name elsewhere in the article is that name."""
    merged: Counts = defaultdict(float)
    for feature, count in found.items():
        merged["@" + feature if "@" + feature in found else feature] += count
    names = {stem(feature[1:]): feature for feature in sorted(merged) if feature[0] == "@"}
    for feature in [f for f in merged if f[0] != "@" and f in names]:
        merged[names[feature]] += merged.pop(feature)
    return merged


def vectors(counts: Mapping[str, Counts]) -> dict[str, Vector]:
    """Article → unit vector of its weightiest features."""
    seen = Counter(feature for features in counts.values() for feature in features)
    rarity = {feature: _rarity(feature, n, len(counts)) for feature, n in sorted(seen.items())}
    return {name: _vector(features, rarity) for name, features in sorted(counts.items())}


def _rarity(feature: str, articles: int, pile: int) -> float:
    before = ARCHIVE_NAME if feature[0] in "@#" else ARCHIVE_WORD
    return math.log((pile + ARCHIVE) / (articles + before))


def _vector(features: Counts, rarity: Mapping[str, float]) -> Vector:
    weights = {
        feature: (1 + math.log(count)) * rarity[feature] * _weight(feature)
        for feature, count in features.items()
        if rarity[feature] > 0
    }
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    return unit(dict(kept))


def _weight(feature: str) -> float:
    return NAME_WEIGHT if feature[0] == "@" else ENTITY_WEIGHT if feature[0] == "#" else 1.0


def unit(weights: Mapping[str, float]) -> Vector:
    """`weights` scaled to length 1; an empty vector stays empty."""
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {feature: weight / length for feature, weight in weights.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors, 0 to 1; the same bits in either order."""
    return product(one, other)


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The inner product; `fsum` gives the same bits in whatever order features come."""
    return math.fsum([one[feature] * other[feature] for feature in one.keys() & other.keys()])


def heaviest(vector: Vector, count: int) -> list[str]:
    """The `count` weightiest features."""
    return [f for f, _ in sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:count]]


def total(vectors_: Iterable[Vector]) -> dict[str, float]:
    """The sum of vectors, for averages over groups."""
    summed: dict[str, list[float]] = {}
    for vector in vectors_:
        for feature, weight in vector.items():
            summed.setdefault(feature, []).append(weight)
    return {feature: math.fsum(weights) for feature, weights in summed.items()}
