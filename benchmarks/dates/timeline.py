"""Timelines of entities as the program ranks days, for the scorer of the corpus to read.

    python -m benchmarks.dates.timeline --shared DIR --to DIR [--top N] [--of event headline …]

Builds a chronicle of the corpus's articles and writes what `reportedly timeline NAME --top N` tells
of each entity as `pred.jsonl`, and the publication days of the articles that name it as
`baseline.jsonl`; `eval/timeline_score.py` of the shared folder scores both.  Without `--top` all
days are written; `--of` leaves out kinds of places that tell of a day.
"""

import argparse
import json
import tempfile
import typing
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.model import Article
from reportedly.store.called import called
from reportedly.store.days import DayKind, DayTold, days

Timeline = list[dict[str, Any]]

KINDS: tuple[str, ...] = typing.get_args(DayKind)


def chronicle_of(docs: Iterable[dict[str, Any]], to: Path) -> None:
    """Builds the chronicle of the articles at `to`, from records such as a user would give."""
    records = [
        {
            "text": doc["text"],
            "title": doc["title"],
            "published": doc["dct"],
            "outlet": "Wikinews",
        }
        for doc in docs
    ]
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        pile.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        build([pile], to, workers=0)


def rows_of_day(day: DayTold, docs: dict[str, str], of: Collection[str]) -> Timeline:
    """What tells of a day as rows of the scorer; a headline is an article's first line."""
    return [
        {"date": day.date, "events": [{"doc": docs[told.article_id], "start": start, "end": end}]}
        for told in day.told
        if told.kind in of
        for start, end in [told.span]
    ]


def timelines(
    chronicle: Path,
    docs: Iterable[dict[str, Any]],
    names: dict[str, str],
    top: int | None,
    of: Collection[str],
) -> Iterator[tuple[str, Timeline]]:
    """For each timeline the days that the program puts first."""
    numbers = {doc["text"]: doc["doc"] for doc in docs}
    with Chronicle.open(chronicle) as opened:
        known = {a.article_id: numbers[a.text] for a in opened.rows(Article)}
        for timeline, name in names.items():
            found = days(opened.connection, called(opened.connection, name))[:top]
            yield timeline, [row for day in found for row in rows_of_day(day, known, of)]


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
                if name.lower() in d["text"].lower()
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
    parser.add_argument("--top", type=int)
    parser.add_argument("--of", nargs="+", choices=KINDS, default=KINDS)
    given = parser.parse_args()
    folder = given.shared / "data" / "timeline"
    docs = [json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8")]
    targets = [json.loads(line) for line in (folder / "targets.jsonl").open(encoding="utf-8")]
    names = {t["timeline"]: t["entity"] for t in targets}
    given.to.mkdir(parents=True, exist_ok=True)
    chronicle = given.to / "timeline.chronicle"
    if not chronicle.exists():
        chronicle_of(docs, chronicle)
    _write(given.to / "baseline.jsonl", baseline(docs, names))
    _write(
        given.to / "pred.jsonl", timelines(chronicle, docs, names, given.top, frozenset(given.of))
    )


if __name__ == "__main__":
    main()
