"""Pairs of articles that may be copies: wordings in, pairs out, with how much hints at each.

A sample of each article's five-word shingles (those whose hash divides by eight) serves as its
keys.  The same shingle is sampled in every article, so a short version meets the long one it was
cut from, which a sketch of fixed size would miss.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from reportedly.identifiers import identifier
from reportedly.model import Article
from reportedly.reconcile.copies.wording import Wording
from reportedly.reconcile.meeting import meeting_pairs
from reportedly.stage import Joins

SHINGLE_WORDS = 5
#: One shingle in eight: an article of 600 words has 75 keys, and of a copy with four words of ten
#: changed six are left on average.
SAMPLE = 8
#: One shared shingle is mostly a set phrase; two are worth a look.
LEAST_SHARED = 2


def candidates(
    articles: Mapping[str, Article], wordings: Mapping[str, Wording], joins: Joins
) -> list[tuple[str, str]]:
    """Pairs (smaller name first), those that share most first; ties by name."""
    keys = {name: list(_keys(articles[name], wordings[name])) for name in articles}
    found = meeting_pairs(keys, joins, least_shared=LEAST_SHARED)
    return [(left, right) for left, right, _ in found]


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
