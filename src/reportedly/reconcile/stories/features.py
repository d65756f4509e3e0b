"""What an article is about, as words and names with how much each is used: articles in, rows out.

Names weigh more than other words, the headline and the lead more than the rest.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from reportedly.content_words import MODALS, NEGATIONS, STOP_WORDS, stem
from reportedly.model import Article, Region
from reportedly.offsets import Span
from reportedly.reconcile.hashing import hash_of
from reportedly.reconcile.stories.label import headline_of
from reportedly.schema import rows_of

#: Feature → how much it is used.
Counts = dict[str, float]

_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_SENTENCE_END = re.compile(r"[.!?:…“\"\n]\W*$")
_POSSESSIVE = re.compile(r"['’]s?$")

#: Beyond the end of every text.
_NOWHERE: Span = (1 << 62, 1 << 62)

#: The opening of an article, in characters: headline and lead say what it is about.
LEAD = 400
LEAD_WEIGHT = 2.0

FEATURES = pa.schema(
    [
        pa.field("article_id", pa.string()),
        pa.field("features", pa.list_(pa.uint64())),
        pa.field("used", pa.list_(pa.float64())),
        pa.field("headline", pa.string()),
        #: of each word of the headline two features, one after the other: as a word and as a name
        pa.field("called", pa.list_(pa.uint64())),
    ]
)


def features_of(tables: Mapping[str, pa.Table]) -> pa.Table:
    """What some articles are about."""
    left_out: dict[str, list[Span]] = {}
    for region in rows_of(Region, tables[Region.table]):
        if region.kind == "boilerplate":
            left_out.setdefault(region.article_id, []).append(region.span)
    rows = [
        _features(article, left_out.get(article.article_id, ()))
        for article in rows_of(Article, tables[Article.table])
    ]
    return pa.Table.from_pylist(rows, schema=FEATURES)


def _features(article: Article, left_out: Sequence[Span]) -> dict[str, object]:
    found = {
        feature_hash(feature): used for feature, used in counted(article.text, left_out).items()
    }
    headline = headline_of(article)
    return {
        "article_id": article.article_id,
        "features": sorted(found),
        "used": [found[feature] for feature in sorted(found)],
        "headline": headline,
        "called": [feature for both in _called(headline) for feature in both],
    }


def _called(headline: str) -> Iterator[tuple[int, int]]:
    """Capitals tell nothing in a headline, so each word counts as word and as name."""
    for feature in sorted({feature.lstrip("@") for feature in counted(headline)}):
        yield feature_hash(feature), feature_hash("@" + feature)


def feature_hash(feature: str) -> int:
    """64 bits of a feature; odd for names."""
    return hash_of(feature) | 1 if feature.startswith("@") else hash_of(feature) & ~1


def counted(text: str, left_out: Sequence[Span] = ()) -> Counts:
    """Features of `text` with how much each is used; names are marked by a leading `@`."""
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
