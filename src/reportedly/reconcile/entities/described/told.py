"""What single articles say of those whom they name: clusters and mentions in, rows of words out.

Each article is read by itself, and not again when others come: whom the words mean across articles
is for others to say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Cluster, Mention
from reportedly.reconcile.entities.described.reading import before_name, is_owned, read
from reportedly.reconcile.entities.members import sex_of_pronouns, sex_of_titles

Tables = Mapping[str, pa.Table]
Row = dict[str, Any]
"""column → value; none in the others"""

#: Titles before names and the posts they stand for.
TITLES = {
    "sen": "senator",
    "senator": "senator",
    "gov": "governor",
    "governor": "governor",
    "congressman": "congressman",
    "congresswoman": "congresswoman",
    "president": "president",
    "mayor": "mayor",
    "judge": "judge",
    "prof": "professor",
    "professor": "professor",
    "chancellor": "chancellor",
}
#: A pronoun resolved with less certainty owns nobody.
SURE = 0.8

TOLD = pa.schema(
    [
        ("article_id", pa.string()),
        ("cluster", pa.int64()),
        #: of a cluster with a name: a post that the article gives to it, the words that say so, as
        #: they are read and as they stand, and their noun
        ("noun", pa.string()),
        ("words", pa.string()),
        ("phrase", pa.string()),
        #: of a cluster with a name: what titles and pronouns say of its sex, f or m
        ("titled", pa.string()),
        ("pronoun", pa.string()),
        #: of any cluster: words that begin with an owner, and the clusters that the owner may be
        ("owned", pa.string()),
        ("owners", pa.list_(pa.int64())),
    ]
)


def told_in(tables: Tables) -> pa.Table:
    """The rows of some articles; those of owned descriptions in the order of the mentions."""
    rows = [*_of_named(tables[Cluster.table]), *_owned(tables[Mention.table])]
    columns = ([row.get(name) for row in rows] for name in TOLD.names)
    return pa.table(
        [pa.array(values, field.type) for values, field in zip(columns, TOLD, strict=True)],
        schema=TOLD,
    )


def posts_of(nominals: Iterable[str], titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What may be read as a post, and the words as they stand."""
    yield from ((words, words) for words in nominals)
    for title in titles:
        yield TITLES.get(title.lower().rstrip("."), ""), title


def _of_named(clusters: pa.Table) -> Iterator[Row]:
    names = ("article_id", "cluster", "nominals", "titles", "pronouns")
    named = clusters.select(names).filter(pc.is_valid(clusters["name"]))
    for article, cluster, *lists in zip(*(named[n].to_pylist() for n in names), strict=True):
        nominals, titles, pronouns = (each or () for each in lists)
        own = {"article_id": article, "cluster": cluster}
        for words, phrase in posts_of(nominals, titles):
            post = read(words)
            if post is not None and post.noun and not post.owned:
                yield {**own, "noun": post.noun, "words": words, "phrase": phrase}
        titled, pronoun = sex_of_titles(titles), sex_of_pronouns(pronouns)
        if titled or pronoun:
            yield {**own, "titled": titled or None, "pronoun": pronoun or None}


_OF_MENTIONS = ("article_id", "span", "form", "cluster", "text", "confidence")


def _owned(mentions: pa.Table) -> Iterator[Row]:
    by_article: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for article, *row in zip(*(mentions[n].to_pylist() for n in _OF_MENTIONS), strict=True):
        by_article[article].append(tuple(row))
    for article, rows in by_article.items():
        for found in _owned_among(rows):
            yield {"article_id": article, **found}


def _owned_among(rows: Sequence[tuple[Any, ...]]) -> Iterator[Row]:
    """Those mentions of one article that begin with an owner."""
    at_start: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (start, end), _, cluster, _, confidence in rows:
        if confidence >= SURE:
            at_start[start].append((end, cluster))
    for (start, end), form, cluster, text, _ in rows:
        phrase = _find_owned(form, text)
        if phrase is not None:
            owners = [c for at, c in at_start[start] if at < end and c != cluster]
            yield {"cluster": cluster, "owned": phrase, "owners": owners}


def _find_owned(form: str, text: str) -> str | None:
    """The words of a mention that say whose somebody is."""
    if form == "pronoun":
        return None
    phrase = text if form == "nominal" else before_name(text)
    said = read(phrase) if is_owned(phrase) else None
    return phrase if said is not None and said.owned else None
