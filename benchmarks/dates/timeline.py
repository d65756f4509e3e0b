"""Timelines of entities, as the scorer of the corpus reads them, and those of publication days.

    python -m benchmarks.dates.timeline --shared DIR --to DIR

Writes `pred.jsonl` (events that name the entity, each with one date) and `baseline.jsonl` (the day
of every article that names it), to be scored by `eval/timeline_score.py` of the shared folder.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportedly.annotate.document import Document
from reportedly.calendar import find_precise_date, interval_from_iso
from reportedly.engine.annotating import annotate_document
from reportedly.engine.joins import DuckJoins
from reportedly.engine.reconciling import reconcile
from reportedly.model import TABLES, Article, Entity, Event, Happening, Mention, Region, Row
from reportedly.schema import rows_of, sorted_rows, table_of

#: The scorer wants one date: of news "in the week up to" a day it is that day.
NEWS_DAYS = 7
YEAR_DAYS = 300

Timeline = list[dict[str, Any]]


def chronicle_of(docs: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """All tables of the articles, their first line being the title."""
    rows: dict[type[Row], list[Row]] = {kind: [] for kind in TABLES.values()}
    for doc in docs:
        text, name = doc["text"], doc["doc"]
        article = Article(
            article_id=name,
            path=name,
            text=text,
            sha256="",
            outlet="Wikinews",
            published=doc["dct"],
            title=doc["title"],
        )
        title = Region(article_id=name, span=(0, len(text.split("\n")[0])), kind="title")
        annotated = annotate_document(Document(article, (title,)))
        for kind in annotated.kinds():
            rows[kind].extend(annotated.of(kind))
    tables = {kind.table: table_of(kind, sorted_rows(rows[kind])) for kind in TABLES.values()}
    return reconcile(tables, DuckJoins(), lambda _: None)


def date_of(event: Event) -> str | None:
    """The one date that an event is scored with; None where it says too little."""
    days = interval_from_iso(event.earliest, event.latest)
    width = days.width_days or 0
    if days.exact_day or 27 < width <= 31:
        return find_precise_date(days)
    if 0 < width <= NEWS_DAYS:
        return event.latest
    return (event.earliest or "")[:4] if width > YEAR_DAYS else None


def _is_called(entity: Entity, name: str) -> bool:
    """True when the entity has that name, or a short form of it with a number ("787")."""
    for known in (entity.name, *entity.aliases):
        plain = known.lower().removeprefix("the ")
        short = any(c.isdigit() for c in plain) and name.endswith(f" {plain}")
        if plain == name or short:
            return True
    return False


def timelines(found: dict[str, Any], names: dict[str, str]) -> Iterator[tuple[str, Timeline]]:
    """For each timeline the dated events whose words name its entity."""
    triggers = {(h.article_id, h.span): h.trigger for h in rows_of(Happening, found["happenings"])}
    mentions: dict[str, list[Mention]] = {}
    for mention in rows_of(Mention, found["mentions"]):
        mentions.setdefault(mention.article_id, []).append(mention)
    entities = list(rows_of(Entity, found["entities"]))
    events = list(rows_of(Event, found["events"]))
    for timeline, name in names.items():
        known = {e.entity_id for e in entities if _is_called(e, name)}
        rows: Timeline = []
        for event in events:
            named = any(
                m.entity_id in known and v.span[0] <= m.span[0] and m.span[1] <= v.span[1]
                for v in event.evidence
                for m in mentions.get(v.article_id, ())
            )
            if named and (date := date_of(event)):
                places = [(v.article_id, *triggers[v.article_id, v.span]) for v in event.evidence]
                rows.append(
                    {
                        "date": date,
                        "events": [{"doc": d, "start": s, "end": e} for d, s, e in places],
                    }
                )
        yield timeline, rows


def baseline(docs: list[dict[str, Any]], names: dict[str, str]) -> Iterator[tuple[str, Timeline]]:
    """The day of every article that names the entity, the whole article being the event."""
    for timeline, name in names.items():
        yield (
            timeline,
            [
                {
                    "date": d["dct"],
                    "events": [{"doc": d["doc"], "start": 0, "end": len(d["text"])}],
                }
                for d in docs
                if name in d["text"].lower()
            ],
        )


def _write(path: Path, found: Iterable[tuple[str, Timeline]]) -> None:
    lines = [json.dumps({"timeline": timeline, "rows": rows}) for timeline, rows in found]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Writes both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    folder = given.shared / "data" / "timeline"
    docs = [json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8")]
    targets = [json.loads(line) for line in (folder / "targets.jsonl").open(encoding="utf-8")]
    names = {t["timeline"]: t["entity"].lower() for t in targets}
    given.to.mkdir(parents=True, exist_ok=True)
    _write(given.to / "baseline.jsonl", baseline(docs, names))
    _write(given.to / "pred.jsonl", timelines(chronicle_of(docs), names))


if __name__ == "__main__":
    main()
