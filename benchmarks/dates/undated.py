"""How well an article's day is inferred when its metadata are hidden, alone in its pile.

    python benchmarks/dates/undated.py ARTICLES.jsonl

Each line has `doc`, `text` and `published`.  Prints the share of intervals that hold the true
day, how many have a bound at either end, and the median width in days of those with both.
"""

import argparse
import json
import statistics
from pathlib import Path
from typing import Any

from reportedly.annotate.dates import dates_filter
from reportedly.calendar import find_interval, interval_from_iso


def main() -> None:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(description="Date articles without their metadata.")
    parser.add_argument("articles", type=Path)
    lines = parser.parse_args().articles.open(encoding="utf-8")
    records: list[dict[str, Any]] = [r for line in lines if (r := json.loads(line))["published"]]
    hidden = ({"doc": r["doc"], "text": r["text"], "dct": None} for r in records)
    held, bounded, widths = 0, 0, []
    for record, found in zip(records, dates_filter(hidden), strict=True):
        days = interval_from_iso(*found["published"])
        true = find_interval(record["published"])
        held += true is not None and true.within(days)
        bounded += days.earliest is not None or days.latest is not None
        if days.width_days is not None:
            widths.append(days.width_days)
    figures = {
        "articles": len(records),
        "holds_true_day": round(held / max(1, len(records)), 4),
        "bounded": bounded,
        "bounded_on_both_sides": len(widths),
        "median_width_days": statistics.median(widths) if widths else None,
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
