"""Timelines of entities, as the scorer of the corpus reads them, and those of publication days.

    python -m benchmarks.dates.timeline --shared DIR --to DIR

Writes `pred.jsonl` and `baseline.jsonl`, to be scored by `eval/timeline_score.py` of the shared
folder.  A timeline is made of the rows of the chronicle: events that name the entity, what it said,
headlines that name it, and past days named beside it; `--of` leaves kinds out.  The baseline is the
day of every article that names it.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.annotate.document import Document
from reportedly.calendar import find_precise_date, interval_from_iso
from reportedly.engine.annotating import annotate_document
from reportedly.engine.joins import DuckJoins
from reportedly.engine.reconciling import reconcile
from reportedly.model import (
    TABLES,
    Article,
    Entity,
    Event,
    Happening,
    Mention,
    Region,
    Row,
    Statement,
    Timex,
)
from reportedly.offsets import Span
from reportedly.schema import rows_of, sorted_rows, table_of

#: The scorer wants one date: of news "in the week up to" a day it is that day.
NEWS_DAYS = 7
YEAR_DAYS = 300

Timeline = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The entity of a timeline: what texts call it, and which entities of the pile it is."""

    forms: frozenset[str]
    bearers: frozenset[str]


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


def forms_of(name: str) -> frozenset[str]:
    """What else a text calls the bearer of `name`, all in lower case: from its number on ("787"),
    and the initials of three words and more."""
    words = name.split()
    number = next((at for at, word in enumerate(words) if any(c.isdigit() for c in word)), None)
    found = {name} if number is None else {name, " ".join(words[number:]), words[number]}
    return frozenset(found | ({"".join(w[0] for w in words)} if len(words) > 2 else set()))


class Pile:
    """The rows of a chronicle that a timeline is made of."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.articles = {a.article_id: a for a in rows_of(Article, found["articles"])}
        self.events = rows_of(Event, found["events"])
        self.statements = rows_of(Statement, found["statements"])
        self.timexes = [t for t in rows_of(Timex, found["timexes"]) if t.type == "DATE"]
        happenings = rows_of(Happening, found["happenings"])
        self.triggers = {(h.article_id, h.span): h.trigger for h in happenings}
        self._entities = rows_of(Entity, found["entities"])
        self._mentions: dict[str, list[Mention]] = {}
        for mention in rows_of(Mention, found["mentions"]):
            self._mentions.setdefault(mention.article_id, []).append(mention)

    def bearers(self, forms: frozenset[str]) -> frozenset[str]:
        """The entities that have one of the names."""
        return frozenset(
            e.entity_id
            for e in self._entities
            if any(n.lower().removeprefix("the ") in forms for n in (e.name, *e.aliases))
        )

    def is_named(self, article_id: str, span: Span, wanted: Wanted) -> bool:
        """True when the words of `span` name the entity, or mean it by other words."""
        words = self.articles[article_id].text[slice(*span)].lower()
        if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", words) for form in wanted.forms):
            return True
        return any(
            m.entity_id in wanted.bearers and span[0] <= m.span[0] and m.span[1] <= span[1]
            for m in self._mentions.get(article_id, ())
        )


def _row(date: str, *places: tuple[str, Span]) -> dict[str, Any]:
    return {"date": date, "events": [{"doc": d, "start": s, "end": e} for d, (s, e) in places]}


def _events(pile: Pile, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """Events whose words name the entity."""
    for event in pile.events:
        named = any(pile.is_named(v.article_id, v.span, wanted) for v in event.evidence)
        if named and (date := date_of(event)):
            places = [(v.article_id, pile.triggers[v.article_id, v.span]) for v in event.evidence]
            yield _row(date, *places)


def _sayings(pile: Pile, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """What the entity said, by the day of the saying or, where none is told, of the report."""
    for said in pile.statements:
        if said.speaker_id in wanted.bearers and said.cue and said.said_latest:
            yield _row(said.said_latest, (said.article_id, said.cue[0]))


def _headlines(pile: Pile, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """Articles whose headline names the entity: the news of their day."""
    for name, article in sorted(pile.articles.items()):
        title = (0, len(article.title or ""))
        if article.published and pile.is_named(name, title, wanted):
            yield _row(article.published[:10], (name, title))


def _named_days(pile: Pile, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """Past days, months and years that a sentence names beside the entity."""
    for timex in pile.timexes:
        article = pile.articles[timex.article_id]
        value = re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", timex.value)
        if value is None or (timex.earliest or "") > (article.published or ""):
            continue
        start = article.text.rfind("\n", 0, timex.span[0]) + 1
        end = article.text.find("\n", timex.span[1])
        sentence = (start, len(article.text) if end < 0 else end)
        if pile.is_named(timex.article_id, sentence, wanted):
            yield _row(timex.value, (timex.article_id, sentence))


PARTS = {
    "events": _events,
    "sayings": _sayings,
    "headlines": _headlines,
    "days": _named_days,
}


def timelines(
    found: dict[str, Any], names: dict[str, str], of: Iterable[str] = PARTS
) -> Iterator[tuple[str, Timeline]]:
    """For each timeline the rows of the kinds `of`."""
    pile, kinds = Pile(found), sorted(of)
    for timeline, name in names.items():
        wanted = Wanted(forms_of(name), pile.bearers(forms_of(name)))
        yield timeline, [row for kind in kinds for row in PARTS[kind](pile, wanted)]


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
    parser.add_argument("--of", nargs="+", choices=sorted(PARTS), default=sorted(PARTS))
    given = parser.parse_args()
    folder = given.shared / "data" / "timeline"
    docs = [json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8")]
    targets = [json.loads(line) for line in (folder / "targets.jsonl").open(encoding="utf-8")]
    names = {t["timeline"]: t["entity"].lower() for t in targets}
    given.to.mkdir(parents=True, exist_ok=True)
    _write(given.to / "baseline.jsonl", baseline(docs, names))
    _write(given.to / "pred.jsonl", timelines(chronicle_of(docs), names, given.of))


if __name__ == "__main__":
    main()
