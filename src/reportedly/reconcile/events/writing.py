"""Events as rows: reports and which of them are linked in, one row for each event out.

What hangs together by links is a part; its events are not made again while its reports, their
articles and its links are as they were.  A report that is linked to none is an event as it stands.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes, Numbers
from reportedly.calendar import Interval
from reportedly.model import Event
from reportedly.reconcile.events.merging import grouped
from reportedly.reconcile.events.reports import Report, articles_of, reports_at
from reportedly.reconcile.events.same import SUPPORT
from reportedly.reconcile.groups import connected
from reportedly.reconcile.hashing import mixed, row_states
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.schema import arrow_schema, sorted_table, table_of, with_column
from reportedly.stage import Joins

#: Words that make a clause readable alone: shorter ones lack the who, longer ones bury it.
SHORTEST_CHARS, LONGEST_CHARS = 30, 220
#: What events take from articles, but for their stories.
_OF_ARTICLES = ("outlet", "copy_group", "published", "published_earliest", "published_latest")


def events_of(reports: pa.Table, links: pa.Table, articles: pa.Table, joins: Joins) -> pa.Table:
    """The events of all reports, sorted.

    Args:
        reports: see `reports.REPORTS`.
        links: as `same.links` gives them.
        articles: all articles, with their stories and copy groups.
        joins: the engine's joins.
    """
    part_of = _parts(reports.num_rows, links)
    left, right = links["left"].to_numpy(), links["right"].to_numpy()
    inside = (part_of[left] >= 0) & (part_of[left] == part_of[right])
    own = links.filter(pa.array(inside)).append_column("part", pa.array(part_of[left[inside]]))

    def made(some: pa.Table) -> pa.Table:
        states = dict(zip(some["part"].to_pylist(), some["state"].to_pylist(), strict=True))
        members = np.flatnonzero(np.isin(part_of, some["part"].to_numpy()))
        rows = reports_at(reports, members, articles)
        sources = SourceIndex.of(articles_of(reports["article_id"].take(members), articles))
        told: dict[int, dict[str, Report]] = {part: {} for part in states}
        for place in members.tolist():
            told[int(part_of[place])][rows[place].report_id] = rows[place]
        edges: dict[int, list[tuple[float, str, str]]] = {part: [] for part in states}
        for link in own.filter(pc.is_in(own["part"], some["part"])).to_pylist():
            ends = (rows[link[side]].report_id for side in ("left", "right"))
            edges[link["part"]].append((link["likeness"], *ends))
        found = [
            (states[part], _event(interval, group, sources))
            for part in states
            for interval, group in grouped(told[part], edges[part])
        ]
        events = table_of(Event, [event for _, event in found])
        return events.append_column("state", pa.array([state for state, _ in found], pa.uint64()))

    parts = _pieces(reports, own, articles, part_of)
    together = joins.by_piece(parts, made).drop_columns(["state"])
    alone = _alone(reports.filter(pa.array(part_of < 0)))
    events = pa.concat_tables([together, alone]).combine_chunks()
    return sorted_table(_with_stories(events, articles), "event_id")


def _parts(reports: int, links: pa.Table) -> Numbers:
    """For each report the number of its part, -1 where it is linked to none."""
    alike = links.filter(pc.greater(links["likeness"], SUPPORT))
    pairs = zip(alike["left"].to_pylist(), alike["right"].to_pylist(), strict=True)
    part_of = np.full(reports, -1, dtype=np.int64)
    for part, members in enumerate(connected(pairs)):
        part_of[list(members)] = part
    return part_of


def _pieces(reports: pa.Table, links: pa.Table, articles: pa.Table, part_of: Numbers) -> pa.Table:
    """The parts, each with a hash of its reports, their articles and its links."""
    members = np.flatnonzero(part_of >= 0)
    places = pc.index_in(
        reports["article_id"].take(members), articles["article_id"].combine_chunks()
    )
    of_articles = row_states(articles, _OF_ARTICLES)[places.to_numpy()]
    own = mixed(reports["state"].to_numpy()[members], of_articles)
    linked = mixed(links["state"].to_numpy(), links["likeness"].to_numpy().view(np.uint64))
    states: Hashes = np.zeros(int(part_of.max(initial=-1)) + 1, dtype=np.uint64)
    np.add.at(states, part_of[members], own)
    np.add.at(states, links["part"].to_numpy(), linked)
    return pa.table({"part": np.arange(len(states)), "state": states})


def _alone(reports: pa.Table) -> pa.Table:
    """Each of some reports as an event of its own; of no story yet."""
    schema = arrow_schema(Event)
    rows = reports.combine_chunks()
    evidence = schema.field("evidence").type
    count = rows.num_rows
    places = pa.StructArray.from_arrays(
        [rows[field.name].combine_chunks() for field in evidence.value_type],
        fields=list(evidence.value_type),
    )
    once = pa.array(np.ones(count, dtype=np.int64))
    columns = {
        "event_id": rows["report_id"],
        "earliest": rows["earliest"],
        "latest": rows["latest"],
        "what": rows["words"],
        "who": rows["entity_ids"],
        "story_id": pa.nulls(count, pa.string()),
        "n_articles": once,
        "n_independent": once,
        "evidence": pa.ListArray.from_arrays(
            pa.array(np.arange(count + 1), pa.int32()), places, type=evidence
        ),
    }
    return pa.Table.from_arrays([columns[name] for name in schema.names], schema=schema)


def _with_stories(events: pa.Table, articles: pa.Table) -> pa.Table:
    """The events, each of the story of its first report."""
    first = pc.struct_field(pc.list_element(events["evidence"], 0), "article_id")
    places = pc.index_in(first, articles["article_id"].combine_chunks())
    return with_column(events, "story_id", articles["story_id"].take(places))


def _event(interval: Interval, members: tuple[Report, ...], sources: SourceIndex) -> Event:
    """What several reports tell of, still of no story."""
    counts = count_sources((m.article_id for m in members), sources)
    earliest, latest = interval.iso()
    return Event(
        event_id=members[0].report_id,
        earliest=earliest,
        latest=latest,
        what=min(members, key=_unreadiness).words,
        who=tuple(sorted({who for m in members for who in m.entity_ids})),
        n_articles=counts.n_articles,
        n_independent=counts.n_independent,
        evidence=tuple(m.evidence for m in members),
    )


def _unreadiness(report: Report) -> tuple[bool, bool, bool, int, tuple[str, str]]:
    """Best clause first: in the article's own voice, naming who, of a readable length."""
    readable = SHORTEST_CHARS <= len(report.words) <= LONGEST_CHARS
    names = not report.words[:1].isupper() or not report.entity_ids
    reported = report.statement_id is not None
    return not readable, reported, names, -len(report.stems), report.order
