"""Whom single articles describe and do not name: tables of some articles in, rows of words out.

Left out are those whom the article keeps back (anonymous sources), brings in as "a man", or
describes in words that fit anybody.  Whom the words mean across articles is for others to say.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.coreference.rows import PRECISION
from reportedly.model import Article, Cluster, Mention, Region, Statement
from reportedly.offsets import Span, within_any
from reportedly.reconcile.entities.described.reading import ONE_AT_A_TIME, Description, Sex, read
from reportedly.reconcile.entities.described.told import SURE, tie_of
from reportedly.reconcile.entities.members import sex_of_pronouns

#: Words before a description that says what somebody is or will be: "to become the nominee".
_MADE = re.compile(
    r"\b(?:becom(?:e|es|ing)|became|be|being|been|is|are|was|were|remains?|as|than|call(?:s|ed)?"
    r"|choos(?:e|es|ing)|chose|decides?|selects?|selected|picks?|elects?|elected|nam(?:es|ed|ing)"
    r"|nominat(?:e|ed|ing)|appoint(?:s|ed)?|likely|not|(?:bid|campaign|race|run|vote)s? for)\s+\Z",
    re.IGNORECASE,
)
_CHARS_BEFORE = 20
#: As sure as this, or less, are descriptions that an article links to whoever is named before.
GUESSED = PRECISION["epithet of the person named before"]
_BROUGHT_IN = frozenset("a an one another some any every each no".split())

Key = tuple[str, int]
"""article, and its own number of a cluster"""
_Placed = tuple[Span, str, int, str, float]
"""span, form, cluster, words and confidence of a mention"""
Row = dict[str, Any]

#: What descriptions say beside nouns; no noun has brackets.
AGE, CHILDREN, OWNED = "(age)", "(children)", "(owned)"

UNNAMED = pa.schema(
    [
        ("article_id", pa.string()),
        ("cluster", pa.int64()),
        #: of the descriptions: start and end, one after the other, and their words
        ("spans", pa.list_(pa.int64())),
        ("phrases", pa.list_(pa.string())),
        #: what nouns and pronouns say
        ("sex", pa.string()),
        #: what must be known of anybody to be meant: `AGE`, `CHILDREN`, a noun, or the words of a
        #: tie (`tie_of`) for which the story must name the person; `OWNED` where there is an owner
        ("asked", pa.list_(pa.string())),
        #: speaks, or is spoken of again: nobody in general
        ("meant", pa.bool_()),
        #: a description that the article gives to whoever has a name, for want of better
        ("guessed", pa.bool_()),
    ]
)


def unnamed_in(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The rows of some articles: those of clusters by their numbers, then single descriptions in
    the order of the mentions."""
    kept_back, speaking = _speakers(tables[Statement.table])
    wanted: dict[str, set[int]] = defaultdict(set)
    for article, cluster in _unnamed(tables[Cluster.table]):
        if (article, cluster) not in kept_back:
            wanted[article].add(cluster)
    texts = dict(zip(*_columns(tables[Article.table], "article_id", "text"), strict=True))
    headlines = _headlines(tables[Region.table])
    rows: list[Row] = []
    for article, mentions in _by_article(tables[Mention.table]):
        own = [each for each in mentions if each[2] in wanted[article]]
        rows += _clusters(article, own, headlines[article], texts[article], speaking)
        rows += _guessed(article, mentions)
    columns = ([row[name] for row in rows] for name in UNNAMED.names)
    return pa.table(
        [pa.array(values, field.type) for values, field in zip(columns, UNNAMED, strict=True)],
        schema=UNNAMED,
    )


def _columns(table: pa.Table, *names: str) -> list[list[Any]]:
    return [table[name].to_pylist() for name in names]


def _speakers(statements: pa.Table) -> tuple[set[Key], set[Key]]:
    """Nameless clusters that some statement gives as an unnamed source; those that speak."""
    nameless = pc.and_(
        pc.is_null(statements["speaker"]), pc.is_valid(statements["speaker_cluster"])
    )
    columns = _columns(statements.filter(nameless), "article_id", "speaker_cluster", "source_kind")
    kept_back: set[Key] = set()
    speaking: set[Key] = set()
    for article, cluster, kind in zip(*columns, strict=True):
        (kept_back if kind == "anonymous" else speaking).add((article, cluster))
    return kept_back, speaking


def _unnamed(clusters: pa.Table) -> Iterator[Key]:
    """Clusters of persons without a name whose descriptions say something."""
    wanted = pc.and_(pc.is_null(clusters["name"]), pc.equal(clusters["kind"], "person"))
    columns = _columns(clusters.filter(wanted), "article_id", "cluster", "nominals")
    for article, cluster, nominals in zip(*columns, strict=True):
        first = [words.split()[0].lower() for words in nominals if words.split()]
        if not _BROUGHT_IN & set(first) and any(read(words) for words in nominals):
            yield article, cluster


def _headlines(regions: pa.Table) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    titles = regions.filter(pc.equal(regions["kind"], "title"))
    for article, span in zip(*_columns(titles, "article_id", "span"), strict=True):
        found[article].append((span[0], span[1]))
    return found


def _by_article(mentions: pa.Table) -> Iterator[tuple[str, list[_Placed]]]:
    found: dict[str, list[_Placed]] = defaultdict(list)
    names = ("article_id", "span", "form", "cluster", "text", "confidence")
    for article, span, *values in zip(*_columns(mentions, *names), strict=True):
        found[article].append(((span[0], span[1]), *values))
    yield from found.items()


def _clusters(
    article: str,
    mentions: Iterable[_Placed],
    headlines: Sequence[Span],
    text: str,
    speaking: Set[Key],
) -> Iterator[Row]:
    by_cluster: dict[int, list[_Placed]] = defaultdict(list)
    for each in mentions:
        by_cluster[each[2]].append(each)
    for cluster, placed in sorted(by_cluster.items()):
        described = [
            (span, words, said)
            for span, form, _, words, _ in placed
            if form == "nominal" and (said := read(words)) is not None
            if said.determined or (within_any(span, headlines) and len(said.words) != 1)
            if not _MADE.search(text[max(0, span[0] - _CHARS_BEFORE) : span[0]])
        ]
        if described:
            sexes = {said.sex for _, _, said in described} | {_sex_of_pronouns(placed)}
            meant = (article, cluster) in speaking or len(placed) > 1
            yield _row(article, cluster, described, _only(sexes - {""}), meant)


def _row(
    article: str,
    cluster: int,
    described: Sequence[tuple[Span, str, Description]],
    sex: Sex,
    meant: bool | None,
) -> Row:
    """A row; of a guess it is not said whether somebody is meant."""
    return {
        "article_id": article,
        "cluster": cluster,
        "spans": [offset for span, _, _ in described for offset in span],
        "phrases": [words for _, words, _ in described],
        "sex": sex,
        "asked": sorted({asked for _, _, said in described for asked in _asked(said)}),
        "meant": bool(meant),
        "guessed": meant is None,
    }


def _asked(said: Description) -> Iterator[str]:
    if said.owned:
        yield OWNED
    if said.age is not None:
        yield AGE
    if said.children is not None:
        yield CHILDREN
    if said.owned and said.noun not in ONE_AT_A_TIME:
        yield tie_of(said)
    elif said.noun and not said.owned:
        yield said.noun


def _guessed(article: str, mentions: Iterable[_Placed]) -> Iterator[Row]:
    for span, form, cluster, words, confidence in mentions:
        if form == "nominal" and confidence <= GUESSED:
            said = read(words)
            if said is not None and said.determined and not said.owned:
                yield _row(article, cluster, [(span, words, said)], said.sex, None)


def _sex_of_pronouns(placed: Iterable[_Placed]) -> Sex:
    sure = (words.lower() for _, form, _, words, by in placed if form == "pronoun" and by >= SURE)
    return sex_of_pronouns(sure)


def _only(sexes: set[Sex]) -> Sex:
    """What they agree on."""
    return next(iter(sexes)) if len(sexes) == 1 else ""
