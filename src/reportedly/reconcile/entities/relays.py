"""Outlets that an article does not call so, known by what they published: "told Satin that …".

In: the linked tables of statements, chains and mentions.  Out: the same; who is told something and
is an outlet of the pile, or a programme on which another article says that things are said, passes
it on, and what an outlet says is an outlet's word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.statements.outlets import is_outlet
from reportedly.model import ChainHop, Mention, Statement
from reportedly.offsets import Span, hull
from reportedly.reconcile.entities.cluster_entities import Linked
from reportedly.schema import rows_of, sorted_table, table_of, with_column


def with_relays(
    written: Mapping[str, pa.Table],
    articles: pa.Table,
    entities: Linked,
    programmes: Iterable[str] | None = None,
) -> dict[str, pa.Table]:
    """Statements and chains with the outlets of the pile for what they are.

    Args:
        written: the linked tables.
        articles: identifiers and outlets of all articles.
        entities: what clusters are.
        programmes: on what things are said in the pile, where the tables are of a part of it.
    """
    outlets = _outlets(articles, entities)
    aired = _programmes(written) if programmes is None else programmes
    written = {**written, **_told_on_air(written, aired)}
    if not outlets:
        return {name: written[name] for name in (Statement.table, ChainHop.table)}
    ids = pa.array(sorted(set(outlets.values())), pa.string())
    statements = _as_outlets(written[Statement.table], "source_kind", "speaker_id", ids)
    chain = _as_outlets(written[ChainHop.table], "kind", "entity_id", ids)
    own = dict(zip(*(articles[name].to_pylist() for name in ("article_id", "outlet")), strict=True))
    statements = _told_to_own(statements, articles, outlets)
    told = statements.filter(pc.is_in(statements["addressee_id"], ids))
    rows = [s for s in rows_of(Statement, told) if outlets.get(own[s.article_id]) != s.addressee_id]
    chain = _passed_on(rows, statements, chain, written[Mention.table])
    return {Statement.table: statements, ChainHop.table: chain}


def _programmes(written: Mapping[str, pa.Table]) -> Iterable[str]:
    """Names of outlets that pass on what is broadcast."""
    statements, chain = written[Statement.table], written[ChainHop.table]
    aired = statements.filter(pc.equal(statements["channel"], "broadcast"))["statement_id"]
    relays = pc.and_(pc.equal(chain["kind"], "outlet"), pc.greater(chain["hop"], 0))
    on_air = chain.filter(pc.and_(relays, pc.is_in(chain["statement_id"], aired.combine_chunks())))
    return {name for name in on_air["name"].to_pylist() if name}


def _told_on_air(written: Mapping[str, pa.Table], programmes: Iterable[str]) -> dict[str, pa.Table]:
    """ "Told Late Light": broadcast, where elsewhere things are said on what has that title."""
    statements, chain = written[Statement.table], written[ChainHop.table]
    # What is told a station may as well be printed on its page.
    titles = [name for name in programmes if " " in name and not is_outlet(name)]
    forms = pa.array(sorted({form for name in titles for form in _forms(name)}), pa.string())
    told = pc.fill_null(pc.is_in(statements["addressee"], forms), False)
    rows = list(rows_of(Statement, statements.filter(told)))
    chain = _passed_on(rows, statements, chain, written[Mention.table]) if rows else chain
    silent = pc.and_(told, pc.is_null(statements["channel"]))
    channels = pc.if_else(silent, pa.scalar("broadcast"), statements["channel"])
    return {
        Statement.table: with_column(statements, "channel", channels),
        ChainHop.table: chain,
    }


def _forms(title: str) -> tuple[str, str]:
    """A title with its article and without."""
    bare = title.removeprefix("The ")
    return bare, f"The {bare}"


def _outlets(articles: pa.Table, entities: Linked) -> dict[str | None, str]:
    """Outlet as printed → its entity."""
    names = sorted({name for name in articles["outlet"].to_pylist() if name})
    found = entities.by_name(names)
    ids = entities.ids(np.array(list(found.values()), dtype=np.int64)).to_pylist() if found else []
    return dict(zip(found, ids, strict=True))


def _told_to_own(
    statements: pa.Table, articles: pa.Table, outlets: Mapping[str | None, str]
) -> pa.Table:
    """ "She told us": the article's own outlet is the entity that other articles call by name."""
    article = pc.index_in(statements["article_id"], articles["article_id"].combine_chunks())
    is_own = pc.equal(statements["addressee"], articles["outlet"].take(article))
    number = pc.index_in(statements["addressee"], pa.array(list(outlets), pa.string()))
    entity = pa.chunked_array([pa.array(outlets.values(), pa.string())]).take(number)
    nobody = pa.scalar(None, pa.string())
    found = pc.if_else(pc.fill_null(is_own, False), entity, nobody)
    return with_column(statements, "addressee_id", pc.coalesce(statements["addressee_id"], found))


def _as_outlets(table: pa.Table, kind: str, entity: str, ids: pa.Array) -> pa.Table:
    """Bodies that published articles of the pile are outlets, also where an article alone reads
    like one of a person."""
    named = pc.is_in(table[kind], pa.array(["organisation", "person"]))
    known = pc.and_(named, pc.is_in(table[entity], ids))
    values = pc.if_else(pc.fill_null(known, False), pa.scalar("outlet"), table[kind])
    return with_column(table, kind, values)


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
        if any(_is_told(hop, row) for hop in hops.get(name, ())):
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


def _is_told(hop: ChainHop, row: Statement) -> bool:
    """True for the hop of whom it was told, by entity or, where none is known, by name."""
    if row.addressee_id is not None and hop.entity_id is not None:
        return hop.entity_id == row.addressee_id
    return hop.name is not None and row.addressee in _forms(hop.name)


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
    above = {name: set(lies_in(name, parents)) & told for name in sorted(parents)}
    return {name: known for name, known in above.items() if known}


def lies_in(statement_id: str, parents: Mapping[str, str | None]) -> list[str]:
    """The statements that one lies in, from the inside out, where each has the one around it."""
    found: list[str] = []
    at = parents.get(statement_id)
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
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
