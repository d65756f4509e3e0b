"""Who is quoted and how openly, by outlet; and what the chronicle says about itself."""

import sqlite3
from dataclasses import dataclass

from reportedly.store import pages
from reportedly.store.pages import Count, Named, StatementLine

#: Descriptions of unnamed sources that are listed.
DESCRIPTIONS_SHOWN = 40

#: People in the table of who is quoted by whom.
SPEAKERS_SHOWN = 15


@dataclass(frozen=True, slots=True)
class OutletSources:
    """How many statements of each kind of source an outlet has."""

    outlet: str
    n_statements: int
    kinds: dict[str, int]
    n_direct: int


@dataclass(frozen=True, slots=True)
class QuotedBy:
    """Somebody who is quoted, and how often by each outlet."""

    entity: Named
    n_statements: int
    outlets: dict[str, int]


@dataclass(frozen=True, slots=True)
class SourcesParts:
    """Kinds of sources over all outlets and by outlet, and what unnamed ones are called."""

    kinds: list[Count]
    outlets: list[OutletSources]
    channels: list[Count]
    unnamed: list[Count]
    examples: list[StatementLine]
    quoted: list[QuotedBy]


def sources(connection: sqlite3.Connection) -> SourcesParts:
    """Who is quoted, how often anonymous."""
    number = "select {}, count(*) from statements where {} group by 1 order by 2 desc, 1 limit {}"
    return SourcesParts(
        kinds=pages.counts(connection, number.format("source_kind", "1", 20)),
        outlets=_outlets(connection),
        channels=pages.counts(connection, number.format("channel", "channel is not null", 20)),
        unnamed=pages.counts(
            connection,
            number.format(
                "lower(source_text)",
                "source_kind = 'anonymous' and source_text is not null",
                DESCRIPTIONS_SHOWN,
            ),
        ),
        examples=pages.statements(connection, "s.source_kind = 'anonymous'", limit=12),
        quoted=_quoted(connection),
    )


def _quoted(connection: sqlite3.Connection) -> list[QuotedBy]:
    """Those who are quoted most, by outlet."""
    query = """
        with top as (select speaker_id, count(*) as n from statements
                     where speaker_id is not null group by 1 order by 2 desc, 1 limit ?)
        select e.entity_id, e.name, e.kind, top.n, coalesce(a.outlet, ''), count(*) from top
        join entities e on e.entity_id = top.speaker_id
        join statements s on s.speaker_id = top.speaker_id
        join articles a on a.article_id = s.article_id
        group by 1, 5 order by top.n desc, 1, 5"""
    found: dict[str, QuotedBy] = {}
    for name, called, kind, n, outlet, times in connection.execute(query, (SPEAKERS_SHOWN,)):
        row = found.setdefault(name, QuotedBy(Named(name, called, kind), n, {}))
        row.outlets[outlet] = times
    return list(found.values())


def _outlets(connection: sqlite3.Connection) -> list[OutletSources]:
    # Grouped by article first, which reads one index only and leaves little to join.
    query = """
        with counted as (
            select article_id, source_kind, count(*) as n, sum(mode <> 'indirect') as direct
            from statements group by article_id, source_kind)
        select coalesce(a.outlet, ''), source_kind, sum(n), sum(direct)
        from counted join articles a using (article_id) group by 1, 2 order by 1, 2"""
    kinds: dict[str, dict[str, int]] = {}
    direct: dict[str, int] = {}
    for outlet, kind, n, n_direct in connection.execute(query):
        kinds.setdefault(outlet, {})[kind] = n
        direct[outlet] = direct.get(outlet, 0) + n_direct
    found = [
        OutletSources(outlet, sum(by_kind.values()), by_kind, direct[outlet])
        for outlet, by_kind in kinds.items()
    ]
    return sorted(found, key=lambda o: (-o.n_statements, o.outlet))[:50]
