"""How well articles are dated whose metadata are hidden, alone and in a pile of dated ones.

    python -m benchmarks.dates.hidden --shared DIR [--seed 1] [--hidden 200] [--dated 800]

In: articles of `data/attribution/polnear_train` and `polnear_dev`.  Prints the share of intervals
that hold the true day, how many have a bound at an end or at both, and the median width in days,
where an interval with an open end counts as endless; and the same of the intervals that are given
"with even odds".  Dates, near copies, weekdays and words work here; ages and quotations need the
whole annotation and are left out, as they date few articles.
"""

import argparse
import json
import random
import re
from pathlib import Path
from typing import Any

from reportedly.annotate.dates import annotate
from reportedly.annotate.document import Document
from reportedly.calendar import find_interval, interval_from_iso
from reportedly.engine.joins import LaptopJoins
from reportedly.model import TABLES, Article, Region, Row
from reportedly.reconcile.copies import reconcile as copies
from reportedly.reconcile.dating import reconcile as dating
from reportedly.rows import Rows
from reportedly.schema import rows_of, sorted_rows, table_of


def records_of(shared: Path) -> list[dict[str, Any]]:
    """The articles that have a day."""
    found = []
    for name in ("polnear_train", "polnear_dev"):
        path = shared / "data" / "attribution" / name / "articles.jsonl"
        found += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [record for record in found if record["published"]]


def dated(hidden: list[dict[str, Any]], shown: list[dict[str, Any]]) -> dict[str, Article]:
    """The hidden articles as the stages date them beside the shown ones."""
    rows: dict[type[Row], list[Row]] = {kind: [] for kind in TABLES.values()}
    for number, record in enumerate([*hidden, *shown]):
        article = Article(
            article_id=record["doc"],
            path=record["doc"],
            text=record["text"],
            sha256="",
            published=record["published"] if number >= len(hidden) else None,
        )
        rows[Article].append(article)
        found = annotate(Document(article), Rows({}))
        for kind in found.kinds():
            rows[kind].extend(found.of(kind))
    tables = {kind.table: table_of(kind, sorted_rows(rows[kind])) for kind in TABLES.values()}
    joins = LaptopJoins()
    wanted = {kind.table: tables[kind.table] for kind in (Article, Region)}
    tables.update(copies(wanted, joins))
    names = {record["doc"] for record in hidden}
    done = rows_of(Article, dating(tables, joins)[Article.table])
    return {article.article_id: article for article in done if article.article_id in names}


def figures(hidden: list[dict[str, Any]], found: dict[str, Article]) -> dict[str, Any]:
    """The numbers of one run."""
    held = one = both = 0
    widths: list[float] = []
    for record in hidden:
        article = found[record["doc"]]
        days = interval_from_iso(article.published_earliest, article.published_latest)
        true = find_interval(record["published"])
        held += true is not None and true.within(days)
        one += days.earliest is not None or days.latest is not None
        both += days.width_days is not None
        widths.append(days.width_days or float("inf"))
    closed = sorted(w for w in widths if w != float("inf"))
    odds = [_even_odds(record, found[record["doc"]]) for record in hidden]
    even = sorted(width for width, _ in filter(None, odds))
    return {
        "articles": len(hidden),
        "holds_true_day": round(held / max(1, len(hidden)), 4),
        "bounded": one,
        "bounded_on_both_sides": both,
        "median_width_days": str(sorted(widths)[len(widths) // 2]),
        "median_width_of_closed": closed[len(closed) // 2] if closed else None,
        "median_width_with_even_odds": even[len(even) // 2] if even else None,
        "even_odds_hold": round(sum(h for _, h in filter(None, odds)) / max(1, len(even)), 4),
    }


def _even_odds(record: dict[str, Any], article: Article) -> tuple[int, bool] | None:
    """Width of the likelier half of the likely days, and whether it holds the true day."""
    told = re.search(r"with even odds of (\S+) to ([\d-]+)", article.published_reason or "")
    true = find_interval(record["published"])
    if told is None or true is None:
        return None
    days = interval_from_iso(told[1], told[2])
    return days.width_days or 0, true.within(days)


def main() -> None:
    """Prints the figures of both runs as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hidden", type=int, default=200)
    parser.add_argument("--dated", type=int, default=800)
    given = parser.parse_args()
    records = sorted(records_of(given.shared), key=lambda record: str(record["doc"]))
    random.Random(given.seed).shuffle(records)
    hidden, shown = records[: given.hidden], records[given.hidden :][: given.dated]
    runs = {"alone": dated(hidden, []), "in the pile": dated(hidden, shown)}
    told = {name: figures(hidden, found) for name, found in runs.items()}
    print(json.dumps({"dated articles in the pile": len(shown), **told}, indent=1))


if __name__ == "__main__":
    main()
