"""The rows of articles that a decision touches, as they were before anybody was identified."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from reportedly import schema
from reportedly.model import TOGETHER, ChainHop, Cluster, Fact, Happening, Mention, Place, Statement
from reportedly.payload import unpack_plain
from reportedly.reconcile.entities.relays import lies_in
from reportedly.store import keeping, touching

Clusters = dict[str, set[int]]
"""article → numbers of its clusters"""

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Touched:
    """Tables as the stage of entities reads them, of the touched rows only."""

    found: Mapping[str, pa.Table]
    statement_ids: frozenset[str]


def touched_tables(
    connection: sqlite3.Connection,
    articles: Sequence[str],
    clusters: Clusters,
    places: Sequence[Place],
) -> Touched:
    """Statements with their hops, and facts, that name one of the clusters or stand at a place."""
    statements: list[Plain] = []
    hops: list[Plain] = []
    named: list[Plain] = []
    mentions: list[Plain] = []
    for article_id in articles:
        kept = _kept(connection, article_id)
        named += kept["clusters"]
        mentions += kept["mentions"]
        own = [place for place in places if place.article_id == article_id]
        chosen = _with_family(kept, set(_chosen(kept, clusters.get(article_id, set()), own)))
        statements += [row for row in kept["statements"] if row["statement_id"] in chosen]
        hops += [row for row in kept["chain"] if row["statement_id"] in chosen]
    # Some facts are only made when all articles are there, so those that are there count.
    facts = [
        fact
        for fact in touching.facts_of_articles(connection, sorted(clusters))
        if fact.subject_cluster in clusters[fact.article_id]
    ]
    rows: dict[Any, list[Plain]] = {
        Statement: statements,
        ChainHop: hops,
        Cluster: named,
        Fact: [schema.plain(fact) for fact in facts],
        Mention: mentions,
        Happening: [],
    }
    tables = {
        kind.table: pa.Table.from_pylist(listed, schema=schema.arrow_schema(kind))
        for kind, listed in rows.items()
    }
    return Touched(tables, frozenset(row["statement_id"] for row in statements))


def _kept(connection: sqlite3.Connection, article_id: str) -> dict[str, list[Plain]]:
    """What the stages gave for an article; of a table that several wrote, what the last one did."""
    found: dict[str, list[Plain]] = {
        "statements": [],
        "chain": [],
        "clusters": [],
        "mentions": [],
    }
    for stage, (_, payload) in keeping.kept_of(connection, article_id).items():
        if stage in ("coreference", "statements"):
            found |= unpack_plain(payload)
    return found


def _chosen(
    kept: Mapping[str, list[Plain]], clusters: set[int], places: Sequence[Place]
) -> Iterator[str]:
    for row in kept["statements"]:
        named = {row["speaker_cluster"], row["addressee_cluster"]} & clusters
        # Of those who speak together each can have another name now.
        together = bool(clusters) and TOGETHER in (row["speaker"] or "")
        if named or together or any(_stands_at(row, place) for place in places):
            yield row["statement_id"]
    for hop in kept["chain"]:
        if hop["cluster"] in clusters:
            yield hop["statement_id"]


def _with_family(kept: Mapping[str, list[Plain]], chosen: set[str]) -> set[str]:
    """With the statements that these lie in, and that lie in them: what is told one outlet goes
    through it with all that is in it."""
    parents = {row["statement_id"]: row["parent_id"] for row in kept["statements"]}
    around = {name: {name, *lies_in(name, parents)} for name in parents}
    outer = chosen.union(*(own for name, own in around.items() if name in chosen))
    return {name for name, own in around.items() if own & outer}


def _stands_at(row: Plain, place: Place) -> bool:
    if row["statement_id"] == place.statement_id:
        return True
    spans = row["content"]
    return place.span is not None and bool(
        spans and spans[0][0] < place.span[1] and place.span[0] < spans[-1][1]
    )
