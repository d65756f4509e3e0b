"""Who is quoted and how openly, by outlet; and what the chronicle says about itself."""

import sqlite3
from dataclasses import dataclass

from reportedly.store import pages
from reportedly.store.columns import columns, outlet_names, remembered
from reportedly.store.descriptions import find_description, without_article
from reportedly.store.pages import Count, Named, StatementLine

#: Descriptions of unnamed sources that are listed.
DESCRIPTIONS_SHOWN = 40

#: People in the table of who is quoted by whom.
SPEAKERS_SHOWN = 15

#: Outlets with a row of their own.
OUTLETS_SHOWN = 50


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
class CalledAlike:
    """What unnamed sources are called, how often, and by which outlets; they need not be one."""

    words: str
    n_statements: int
    outlets: dict[str, int]


@dataclass(frozen=True, slots=True)
class SourcesParts:
    """Kinds of sources over all outlets and by outlet, and what unnamed ones are called."""

    kinds: list[Count]
    outlets: list[OutletSources]
    n_outlets: int
    channels: list[Count]
    unnamed: list[CalledAlike]
    examples: list[StatementLine]
    quoted: list[QuotedBy]


def sources(connection: sqlite3.Connection) -> SourcesParts:
    """Who is quoted, how often anonymous."""
    known = columns(connection).facets
    everything = slice(None)
    return SourcesParts(
        kinds=known["kind"].counts(everything),
        outlets=_outlets(connection),
        n_outlets=len(known["outlet"].values),
        channels=known["channel"].counts(everything),
        unnamed=remembered(connection, "unnamed", _unnamed),
        examples=pages.statements(connection, "s.source_kind = 'anonymous'", limit=12),
        quoted=_quoted(connection),
    )


def _unnamed(connection: sqlite3.Connection) -> list[CalledAlike]:
    """Descriptions without their article, those that most outlets use first."""
    query = """select s.source_text, coalesce(a.outlet, ''), count(*)
               from statements s join articles a using (article_id)
               where s.source_kind = 'anonymous' and s.source_text is not null
               group by 1, 2 order by 1, 2"""
    found: dict[str, dict[str, int]] = {}
    written: dict[str, str] = {}
    shown = outlet_names(connection)
    for text, outlet, n in connection.execute(query):
        described = find_description(text)
        if described is None:
            continue
        words = without_article(described)
        key = words.casefold()
        outlets = found.setdefault(key, {})
        name = shown.get(outlet, outlet)
        outlets[name] = outlets.get(name, 0) + n
        # A capital at the start may be that of a sentence; small letters come later.
        written[key] = max(words, written.get(key, words))
    alike = [CalledAlike(written[key], sum(own.values()), own) for key, own in found.items()]
    alike.sort(key=lambda each: (-len(each.outlets), -each.n_statements, each.words))
    return alike[:DESCRIPTIONS_SHOWN]


def _quoted(connection: sqlite3.Connection) -> list[QuotedBy]:
    """Those who are quoted most, by outlet."""
    known = columns(connection)
    speaker, outlet = known.facets["speaker"], known.facets["outlet"]
    most = {c.value: c.n for c in speaker.counts(slice(None))[:SPEAKERS_SHOWN]}
    names = pages.named(connection, most)
    return [
        QuotedBy(
            names[name],
            n,
            {c.value: c.n for c in speaker.together(outlet, speaker.having(name))[name]},
        )
        for name, n in most.items()
        if name in names
    ]


def _outlets(connection: sqlite3.Connection) -> list[OutletSources]:
    facets = columns(connection).facets
    modes = facets["outlet"].together(facets["mode"])
    found = [
        OutletSources(
            outlet=outlet,
            n_statements=sum(count.n for count in kinds),
            kinds={count.value: count.n for count in kinds},
            n_direct=sum(count.n for count in modes[outlet] if count.value != "indirect"),
        )
        for outlet, kinds in facets["outlet"].together(facets["kind"]).items()
    ]
    return sorted(found, key=lambda o: (-o.n_statements, o.outlet))[:OUTLETS_SHOWN]
