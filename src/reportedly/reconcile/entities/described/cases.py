"""Persons whom an article describes and does not name: tables and the pile in, `Case`s out.

Left out are those whom the article keeps back (anonymous sources), brings in as "a man", or
describes in words that fit anybody.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.coreference.rows import PRECISION
from reportedly.model import Cluster, Statement
from reportedly.offsets import Span, within_any
from reportedly.reconcile.entities.described.known import find_owned
from reportedly.reconcile.entities.described.pile import Key, Pile, Placed, Tables
from reportedly.reconcile.entities.described.reading import Description, Sex, read
from reportedly.reconcile.entities.described.told import SURE
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

_SPEAKING = ("article_id", "speaker_cluster", "source_kind")


@dataclass(frozen=True, slots=True)
class Case:
    """One person whom an article describes and does not name."""

    article: str
    cluster: int
    descriptions: tuple[Description, ...]
    """at least one"""
    owners: Mapping[Description, int]
    """of those that begin with an owner who has a name"""
    spans: tuple[Span, ...]
    """of the descriptions"""
    sex: Sex
    """what nouns and pronouns say"""
    meant: bool
    """speaks, or is spoken of again: nobody in general"""
    words: str
    """the first description"""
    taken_for: int | None = None
    """the person for whom the article alone takes a description that may mean another"""


def cases_of(tables: Tables, pile: Pile) -> Iterator[Case]:
    """All cases, by article and cluster."""
    kept_back, speaking = _speakers(tables[Statement.table])
    unnamed = sorted(_unnamed(tables[Cluster.table]))
    by_article: dict[str, set[int]] = defaultdict(set)
    for article, cluster in unnamed:
        if (article, cluster) not in kept_back:
            by_article[article].add(cluster)
    for article, clusters in by_article.items():
        yield from _in_article(pile, article, clusters, speaking)


def _speakers(statements: pa.Table) -> tuple[set[Key], set[Key]]:
    """Nameless clusters that some statement gives as an unnamed source; those that speak."""
    nameless = pc.and_(
        pc.is_null(statements["speaker"]), pc.is_valid(statements["speaker_cluster"])
    )
    statements = statements.select(list(_SPEAKING)).filter(nameless)
    columns = (statements[n].to_pylist() for n in _SPEAKING)
    kept_back: set[Key] = set()
    speaking: set[Key] = set()
    for article, cluster, kind in zip(*columns, strict=True):
        if cluster is not None:
            (kept_back if kind == "anonymous" else speaking).add((article, cluster))
    return kept_back, speaking


def _unnamed(clusters: pa.Table) -> Iterator[Key]:
    """Clusters of persons without a name whose descriptions say something."""
    wanted = pc.and_(pc.is_null(clusters["name"]), pc.equal(clusters["kind"], "person"))
    rows = clusters.filter(wanted)
    columns = (rows[n].to_pylist() for n in ("article_id", "cluster", "nominals"))
    for article, cluster, nominals in zip(*columns, strict=True):
        first = [words.split()[0].lower() for words in nominals if words.split()]
        if not _BROUGHT_IN & set(first) and any(read(words) for words in nominals):
            yield article, cluster


def _in_article(pile: Pile, article: str, clusters: set[int], speaking: set[Key]) -> Iterator[Case]:
    mentions: dict[int, list[Placed]] = defaultdict(list)
    for each in pile.mentions_in(article):
        if each.cluster in clusters:
            mentions[each.cluster].append(each)
    owned = list(find_owned(pile, article)) if any(_is_owned(m) for m in mentions.values()) else []
    headlines, text = pile.titles_of(article), pile.text(article)
    for cluster, placed in sorted(mentions.items()):
        described = [
            (each, said)
            for each in placed
            if each.form == "nominal" and (said := read(each.text)) is not None
            if said.determined or (within_any(each.span, headlines) and len(said.words) != 1)
            if not _MADE.search(text[max(0, each.span[0] - _CHARS_BEFORE) : each.span[0]])
        ]
        if not described:
            continue
        sexes = {said.sex for _, said in described} | {_sex_of_pronouns(placed)}
        yield Case(
            article=article,
            cluster=cluster,
            descriptions=tuple(dict.fromkeys(said for _, said in described)),
            owners={said: owner for said, owner, number in owned if number == cluster},
            spans=tuple(each.span for each, _ in described),
            sex=_only(sexes - {""}),
            meant=(article, cluster) in speaking or len(placed) > 1,
            words=described[0][0].text,
        )


def guessed_cases(pile: Pile, article: str) -> Iterator[Case]:
    """Single descriptions that the article gives to the person named before, for want of better."""
    for each in pile.mentions_in(article):
        if each.form != "nominal" or each.confidence > GUESSED:
            continue
        person, said = pile.find_person(article, each.cluster), read(each.text)
        if person is not None and said is not None and said.determined and not said.owned:
            yield Case(
                article=article,
                cluster=each.cluster,
                descriptions=(said,),
                owners={},
                spans=(each.span,),
                sex=said.sex,
                meant=False,
                words=each.text,
                taken_for=person,
            )


def _sex_of_pronouns(placed: Iterable[Placed]) -> Sex:
    sure = (m.text.lower() for m in placed if m.form == "pronoun" and m.confidence >= SURE)
    return sex_of_pronouns(sure)


def _is_owned(placed: list[Placed]) -> bool:
    return any((said := read(each.text)) is not None and said.owned for each in placed)


def _only(sexes: set[Sex]) -> Sex:
    """What they agree on."""
    return next(iter(sexes)) if len(sexes) == 1 else ""
