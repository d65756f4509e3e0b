"""Pairs of articles that may be copies: articles in, their keys and then pairs out.

A sample of each article's five-word shingles (those whose hash divides by eight) serves as its
keys.  The same shingle is sampled in every article, so a short version meets the long one it was
cut from, which a sketch of fixed size would miss.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa

from reportedly.model import Article, Region
from reportedly.offsets import Span
from reportedly.reconcile.copies.wording import Wording, wording
from reportedly.reconcile.hashing import hash_of, mixed, row_states, state_of
from reportedly.reconcile.meeting import meeting
from reportedly.schema import rows_of
from reportedly.stage import Joins

SHINGLE_WORDS = 5
#: One shingle in eight: an article of 600 words has 75 keys, and of a copy with four words of ten
#: changed six are left on average.
SAMPLE = 8
#: One shared shingle is mostly a set phrase; two are worth a look.
LEAST_SHARED = 2

_HASHES = pa.list_(pa.uint64())
KEYS = pa.schema(
    [
        pa.field("article_id", pa.string()),
        pa.field("keys", _HASHES),
        #: the words, each once, by which it is counted how common they are
        pa.field("words", _HASHES),
        #: the wording: places in `words`, and which of them stand in quotation marks
        pa.field("sequence", pa.list_(pa.uint32())),
        pa.field("quoted", pa.list_(pa.bool_())),
        #: the page that the article's address means
        pa.field("page", pa.string()),
        #: a hash of all that comparisons of the article look at
        pa.field("state", pa.uint64()),
    ]
)


def keys_of(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The keys by which some articles meet others."""
    left_out = boilerplate(tables[Region.table])
    rows = []
    for article in rows_of(Article, tables[Article.table]):
        own = wording(article.text, left_out.get(article.article_id, ()))
        words, sequence = np.unique(own.words, return_inverse=True)
        page = page_key(article.url) if article.url else ""
        rows.append(
            {
                "article_id": article.article_id,
                "keys": sorted(set(_keys(article.url, own))),
                "words": words,
                "sequence": sequence.astype(np.uint32),
                "quoted": own.quoted,
                "page": page,
                "state": state_of((own.words.tobytes(), own.quoted.tobytes(), page)),
            }
        )
    return pa.Table.from_pylist(rows, schema=KEYS)


def boilerplate(regions: pa.Table) -> dict[str, list[Span]]:
    """Article → the spans of its menus and notices."""
    found: dict[str, list[Span]] = {}
    for region in rows_of(Region, regions):
        if region.kind == "boilerplate":
            found.setdefault(region.article_id, []).append(region.span)
    return found


def candidates(keys: pa.Table, joins: Joins) -> pa.Table:
    """Pairs of rows of `keys` that may be copies, those that share most first; ties by row.

    Args:
        keys: those of all articles, sorted by article.
        joins: the engine's joins.

    Returns:
        columns `left` < `right`, `shared`, and `state`, from which the verdict on them follows.
    """
    lists = keys["keys"].combine_chunks()
    items = np.repeat(np.arange(len(lists)), lists.value_lengths().to_numpy())
    flat = lists.flatten().to_numpy().view(np.int64)
    marks = row_states(keys, ["article_id"])
    found = meeting(items, flat, np.full(len(items), LEAST_SHARED), marks, joins)
    states = keys["state"].to_numpy()
    both = mixed(*(states[found[side].to_numpy()] for side in ("left", "right")))
    return found.append_column("state", pa.array(both)).sort_by(
        [("shared", "descending"), ("left", "ascending"), ("right", "ascending")]
    )


def _keys(url: str | None, wording: Wording) -> Iterator[int]:
    """Sampled shingles; the whole wording and the address, each twice so that one is enough."""
    shingles = wording.shingles(SHINGLE_WORDS)
    yield from shingles[shingles % np.uint64(SAMPLE) == 0].tolist()
    for twice in ("1", "2"):
        if len(wording.words):
            yield state_of((f"whole{twice}", wording.words.tobytes()))
        if url:
            yield hash_of(f"page{twice} {page_key(url)}")


def page_key(url: str) -> str:
    """The page that an address means: without scheme, `www.`, query and fragment."""
    bare = url.split("://", 1)[-1].split("#", 1)[0].split("?", 1)[0]
    return bare.removeprefix("www.").rstrip("/").casefold()
