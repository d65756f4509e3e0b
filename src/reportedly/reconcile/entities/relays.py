"""Outlets that an article does not call so, known by what they published: "told Satin that …".

In: the linked tables of statements, chains and mentions.  Out: the same; who is told something and
is an outlet of the pile passes it on, and what an outlet says is an outlet's word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import ChainHop, Mention, Statement
from reportedly.offsets import Span, hull
from reportedly.reconcile.entities.linking import Linked
from reportedly.schema import rows_of, sorted_table, table_of


def with_relays(
    written: Mapping[str, pa.Table], articles: pa.Table, entities: Linked
) -> dict[str, pa.Table]:
    """Statements and chains with the outlets of the pile for what they are.

    Args:
        written: the linked tables.
        articles: identifiers and outlets of all articles.
        entities: what clusters are.
    """
    outlets = _outlets(articles, entities)
    if not outlets:
        return {}
    ids = pa.array(sorted(set(outlets.values())), pa.string())
    statements = _as_outlets(written[Statement.table], "source_kind", "speaker_id", ids)
    chain = _as_outlets(written[ChainHop.table], "kind", "entity_id", ids)
    own = dict(zip(*(articles[name].to_pylist() for name in ("article_id", "outlet")), strict=True))
    statements = _told_to_own(statements, own, outlets)
    told = statements.filter(pc.is_in(statements["addressee_id"], ids))
    rows = [s for s in rows_of(Statement, told) if outlets.get(own[s.article_id]) != s.addressee_id]
    chain = _passed_on(rows, statements, chain, written[Mention.table])
    return {Statement.table: statements, ChainHop.table: chain}


def _outlets(articles: pa.Table, entities: Linked) -> dict[str | None, str]:
    """Outlet as printed → its entity."""
    names = sorted({name for name in articles["outlet"].to_pylist() if name})
    found = entities.by_name(names)
    ids = entities.ids(np.array(list(found.values()), dtype=np.int64)).to_pylist() if found else []
    return dict(zip(found, ids, strict=True))


def _told_to_own(
    statements: pa.Table, own: Mapping[str, str | None], outlets: Mapping[str | None, str]
) -> pa.Table:
    """ "She told us": the article's own outlet is the entity that other articles call by name."""
    names = ("article_id", "addressee", "addressee_id")
    columns = (statements[name].to_pylist() for name in names)
    found = [
        known or (outlets.get(to) if to is not None and to == own.get(article) else None)
        for article, to, known in zip(*columns, strict=True)
    ]
    at = statements.schema.get_field_index("addressee_id")
    field = statements.schema.field(at)
    return statements.set_column(at, field, pa.array(found, field.type))


def _as_outlets(table: pa.Table, kind: str, entity: str, ids: pa.Array) -> pa.Table:
    """Bodies that published articles of the pile are outlets, also where an article alone reads
    like one of a person."""
    named = pc.is_in(table[kind], pa.array(["organisation", "person"]))
    known = pc.and_(named, pc.is_in(table[entity], ids))
    at = table.schema.get_field_index(kind)
    values = pc.if_else(pc.fill_null(known, False), pa.scalar("outlet"), table[kind])
    return table.set_column(at, table.schema.field(at), values.cast(table.schema.field(at).type))


def _passed_on(
    rows: Iterable[Statement], statements: pa.Table, chain: pa.Table, mentions: pa.Table
) -> pa.Table:
    """The chains, with whom it was told before the origin, also of what was said in it."""
    told = {row.statement_id: row for row in rows}
    within = _descendants(statements, set(told))
    wanted = pa.array(sorted({*told, *within}), pa.string())
    among = pc.is_in(chain["statement_id"], wanted)
    hops: dict[str, list[ChainHop]] = {}
    for hop in rows_of(ChainHop, chain.filter(among)):
        hops.setdefault(hop.statement_id, []).append(hop)
    places = _places(told.values(), mentions)
    for name in sorted(told):
        row = told[name]
        if any(hop.entity_id == row.addressee_id for hop in hops.get(name, ())):
            continue
        number = len(hops[name]) - (row.source_kind != "unknown")
        span = places.get(name)
        for each in (name, *(child for child, above in within.items() if name in above)):
            hops[each] = _with_hop(sorted(hops[each], key=lambda hop: hop.hop), number, row, span)
    changed = [hop for listed in hops.values() for hop in listed]
    kept = chain.filter(pc.invert(among))
    return sorted_table(
        pa.concat_tables([kept, table_of(ChainHop, changed)]), "statement_id", "hop"
    )


def _with_hop(
    hops: list[ChainHop], number: int, told: Statement, span: Span | None
) -> list[ChainHop]:
    relay = ChainHop(
        statement_id=hops[0].statement_id,
        hop=number,
        kind="outlet",
        name=told.addressee,
        entity_id=told.addressee_id,
        span=span,
        cluster=told.addressee_cluster,
    )
    later = [replace(hop, hop=hop.hop + 1) for hop in hops[number:]]
    return [*hops[:number], relay, *later]


def _descendants(statements: pa.Table, told: set[str]) -> dict[str, set[str]]:
    """Statements inside others of `told` → those that they lie in."""
    inner = statements.filter(pc.is_valid(statements["parent_id"]))
    columns = (inner[name].to_pylist() for name in ("statement_id", "parent_id"))
    parents = dict(zip(*columns, strict=True))
    found: dict[str, set[str]] = {}
    for name in sorted(parents):
        above, at = set(), parents.get(name)
        while at is not None and at not in above:
            above.add(at)
            at = parents.get(at)
        if above & told:
            found[name] = above & told
    return found


def _places(told: Iterable[Statement], mentions: pa.Table) -> dict[str, Span]:
    """Statement → where its words name whom it was told, nearest to the cue."""
    rows = list(told)
    names = pa.array(sorted({row.article_id for row in rows}), pa.string())
    own = mentions.filter(pc.is_in(mentions["article_id"], names))
    columns = (own[name].to_pylist() for name in ("article_id", "cluster", "span"))
    spans: dict[tuple[str, int], list[Span]] = {}
    for article, cluster, span in zip(*columns, strict=True):
        spans.setdefault((article, cluster), []).append((span[0], span[1]))
    found: dict[str, Span] = {}
    for row in rows:
        cue = hull(row.cue or row.content)
        listed = spans.get((row.article_id, row.addressee_cluster or 0), [])
        if row.addressee_cluster is not None and listed:
            found[row.statement_id] = min(listed, key=lambda s: (abs(s[0] - cue[1]), s))
    return found
