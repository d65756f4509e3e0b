"""What single articles say of those whom they name: clusters and mentions in, rows of words out.

Each article is read by itself, and not again when others come: whom the words mean across articles
is for others to say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Cluster, Fact, Mention
from reportedly.reconcile.entities.described.reading import (
    Description,
    before_name,
    is_owned,
    read,
)
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
#: "Oscar-winning actress Ada Doe".
_INTRODUCED = r"^[^,]*\b[a-z][\w’'-]+ [A-Z]"
#: A pronoun resolved with less certainty owns nobody.
SURE = 0.8

TOLD = pa.schema(
    [
        ("article_id", pa.string()),
        ("cluster", pa.int64()),
        #: of a cluster with a name: a post that the article gives to it, the words that say so, as
        #: they are read and as they stand, and their noun; where these stand before a name, which
        #: may be one of another article, what is to be read is not known here
        ("noun", pa.string()),
        ("words", pa.string()),
        ("phrase", pa.string()),
        #: of a post: a fact, or stands before the name
        ("given", pa.bool_()),
        #: of a cluster with a name: what titles and pronouns say of its sex, f or m
        ("titled", pa.string()),
        ("pronoun", pa.string()),
        #: of any cluster: words that begin with an owner, and the clusters that the owner may be
        ("owned", pa.string()),
        #: what these call somebody: see `tie_of`
        ("tie", pa.string()),
        ("owners", pa.list_(pa.int64())),
    ]
)


def told_in(tables: Tables) -> pa.Table:
    """The rows of some articles; those of owned descriptions in the order of the mentions."""
    mentions = tables[Mention.table]
    rows = [
        *_of_named(tables[Cluster.table]),
        *_given(tables[Fact.table]),
        *_introduced(mentions),
        *_owned(mentions),
    ]
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
            post = find_post(words)
            if post is not None:
                yield {**own, "noun": post.noun, "words": words, "phrase": phrase}
        titled, pronoun = sex_of_titles(titles), sex_of_pronouns(pronouns)
        if titled or pronoun:
            yield {**own, "titled": titled or None, "pronoun": pronoun or None}


def find_post(words: str) -> Description | None:
    """What words say of somebody's post, if anything."""
    said = read(words)
    return said if said is not None and said.noun and not said.owned else None


def _given(facts: pa.Table) -> Iterator[Row]:
    """Posts that are facts."""
    given = facts.filter(pc.equal(facts["attribute"], "role"))
    columns = (given[n].to_pylist() for n in ("article_id", "subject_cluster", "value"))
    for article, cluster, words in zip(*columns, strict=True):
        post = find_post(words) if cluster is not None else None
        if post is not None:
            own = {"article_id": article, "cluster": cluster, "given": True}
            yield {**own, "noun": post.noun, "words": words, "phrase": words}


def _introduced(mentions: pa.Table) -> Iterator[Row]:
    """For each post that words before a name may be, wherever the name begins."""
    wanted = pc.and_(
        pc.equal(mentions["form"], "name"),
        pc.match_substring_regex(mentions["text"], _INTRODUCED),
    )
    rows = mentions.select(["article_id", "cluster", "text"]).filter(wanted)
    for article, cluster, text in zip(*(c.to_pylist() for c in rows.columns), strict=True):
        posts = (find_post(text[:at]) for at, char in enumerate(text) if char == " ")
        own = {"article_id": article, "cluster": cluster, "given": True, "phrase": text}
        for noun in sorted({post.noun for post in posts if post is not None}):
            yield {**own, "noun": noun}


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
        phrase = _phrase(form, text)
        said = read(phrase) if is_owned(phrase) else None
        if said is not None and said.owned:
            owners = [c for at, c in at_start[start] if at < end and c != cluster]
            own = {"owned": phrase, "owners": owners, "tie": tie_of(said)}
            yield {"cluster": cluster, **own}


def _phrase(form: str, text: str) -> str:
    """The words of a mention that may say whose somebody is."""
    if form == "pronoun":
        return ""
    return text if form == "nominal" else before_name(text)


def tie_of(said: Description) -> str:
    """The words of an owned description in one, told from nouns by brackets."""
    return f"({' '.join(sorted(said.words))})"
