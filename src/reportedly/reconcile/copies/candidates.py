"""Pairs of articles that may be copies: wordings in, pairs out, with how much hints at each.

A sample of each article's five-word shingles (those whose hash divides by eight) serves as its
keys.  The same shingle is sampled in every article, so a short version meets the long one it was
cut from, which a sketch of fixed size would miss.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa

from reportedly.identifiers import identifier
from reportedly.model import Article
from reportedly.reconcile.copies.wording import Wording
from reportedly.stage import Joins

SHINGLE_WORDS = 5
#: One shingle in eight: an article of 600 words has 75 keys, and of a copy with four words of ten
#: changed six are left on average.
SAMPLE = 8
#: One shared shingle is mostly a set phrase; two are worth a look.
LEAST_SHARED = 2
#: Articles that meet in one bucket.  A key of more articles is a set phrase, or a wire story: its
#: articles are dealt into buckets of this size, and the first of each bucket meet in one of theirs.
BUCKET = 16


def candidates(
    articles: Mapping[str, Article], wordings: Mapping[str, Wording], joins: Joins
) -> list[tuple[str, str]]:
    """Pairs (smaller name first), those that share most first; ties by name."""
    owners: dict[str, list[str]] = {}
    for article_id in sorted(articles):
        for key in _keys(articles[article_id], wordings[article_id]):
            owners.setdefault(key, []).append(article_id)
    rows = [row for key, listed in sorted(owners.items()) for row in _dealt(key, listed)]
    table = pa.table(
        {
            "item": pa.array([item for item, _ in rows], pa.string()),
            "key": pa.array([key for _, key in rows], pa.string()),
        }
    )
    found = joins.candidate_pairs(table, largest_group=BUCKET).to_pylist()
    kept = [row for row in found if row["shared"] >= LEAST_SHARED]
    kept.sort(key=lambda row: (-row["shared"], row["left"], row["right"]))
    return [(row["left"], row["right"]) for row in kept]


def _keys(article: Article, wording: Wording) -> Iterator[str]:
    """Sampled shingles; the whole wording and the address, each twice so that one is enough."""
    shingles = np.unique(wording.shingles(SHINGLE_WORDS))
    for shingle in shingles[shingles % np.uint64(SAMPLE) == 0].tolist():
        yield f"{shingle:x}"
    for twice in ("1", "2"):
        if len(wording.words):
            yield identifier("whole" + twice, wording.words.tobytes().hex())
        if article.url:
            yield "page" + twice + page_key(article.url)


def page_key(url: str) -> str:
    """The page that an address means: without scheme, `www.`, query and fragment."""
    bare = url.split("://", 1)[-1].split("#", 1)[0].split("?", 1)[0]
    return bare.removeprefix("www.").rstrip("/").casefold()


def _dealt(key: str, owners: list[str]) -> Iterator[tuple[str, str]]:
    """(article, key) for each of the owners, in buckets when there are many of them."""
    if len(owners) < 2:
        return
    if len(owners) <= BUCKET:
        yield from ((owner, key) for owner in owners)
        return
    buckets = [owners[at : at + BUCKET] for at in range(0, len(owners), BUCKET)]
    for number, bucket in enumerate(buckets):
        yield from ((owner, f"{key}/{number}") for owner in bucket)
    yield from _dealt(key + "^", [bucket[0] for bucket in buckets])
