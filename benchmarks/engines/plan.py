"""What a month of a news crawl takes: machines, hours, storage and money, out of measured numbers.

    python -m benchmarks.engines.plan --words-per-second 600 [--pages 30e6] [...]

Every number can be given; the defaults are those of docs/web-archive.md, which says where each was
measured.  Prices are assumptions, to be replaced by those of whoever pays.
"""

import argparse
import math

HOURS_S = 3600
GB = 1e9
#: Articles that reconciling was measured with.
MEASURED = 100_000
#: A crawl fetches many pages twice, and pages that are no articles; what is left is annotated.
DEFAULTS = {
    "pages": (30e6, "pages that the crawl fetched in the month"),
    "articles": (0.7, "share of them that are articles in English, each once"),
    "words": (500.0, "words of an article"),
    "words-per-second": (6450.0, "annotated by one processor, measured by benchmarks.engines"),
    "pages-per-second": (15.0, "read by one processor, measured by benchmarks.pages"),
    "join-pages-per-second": (3000.0, "moved, sorted and joined by one processor"),
    "reconcile-s": (25_500.0, "of a processor for 100,000 articles, see docs/web-archive.md"),
    "reconcile-exponent": (1.15, "with which that grows, measured from 1,000 to 100,000"),
    "driver-share": (0.1, "of it that is done in the driver, not by tasks"),
    "busy": (0.85, "share of the time in which the processors rented do our work"),
    "processors": (256.0, "rented at once"),
    "processor-price": (0.03, "of one processor for an hour, with 4 GB of memory"),
    "storage-price": (0.023, "of a GB for a month"),
    "packed-page": (26e3, "bytes of a page in its WARC"),
    "kept": (10.9e3, "bytes that are kept of an article: its text and each stage's result"),
    "tables": (10.3e3, "bytes of an article in the tables"),
    "driver-kb": (87.0, "KB that an article more takes in the driver, in the heaviest stage"),
    "driver-gb": (256.0, "memory of the driver"),
}


def main() -> None:
    """Prints the plan."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, (value, meaning) in DEFAULTS.items():
        parser.add_argument(f"--{name}", type=float, default=value, help=f"{meaning} [{value:g}]")
    for line in plan(vars(parser.parse_args())):
        print(line)


def plan(given: dict[str, float]) -> list[str]:
    """The plan's rows, for the numbers `given` (names with `_`)."""
    articles = given["pages"] * given["articles"]
    hours = {
        "reading": given["pages"] / given["pages_per_second"] / HOURS_S,
        "annotating": articles * given["words"] / given["words_per_second"] / HOURS_S,
        "moving and joining": articles / given["join_pages_per_second"] / HOURS_S,
    }
    at_once = given["driver_gb"] * GB / (given["driver_kb"] * 1024)
    slices = max(1, math.ceil(articles / at_once))
    slice_hours = reconciling_hours(given, articles / slices)
    hours["reconciling"] = slices * slice_hours
    driving = slice_hours * given["driver_share"]
    by_tasks = sum(hours.values()) - slices * driving
    stored = {
        "the crawl": given["pages"] * given["packed_page"] / GB,
        "kept": articles * given["kept"] / GB,
        "tables": articles * given["tables"] / GB,
    }
    return [
        "| | |",
        "|---|---|",
        f"| articles to annotate | {articles / 1e6:.0f} million |",
        *(f"| {name}, hours of a processor | {value:,.0f} |" for name, value in hours.items()),
        f"| all but the drivers' part on {given['processors']:.0f} processors | "
        f"{by_tasks / given['busy'] / given['processors']:,.0f} hours |",
        f"| processors, money | "
        f"{sum(hours.values()) / given['busy'] * given['processor_price']:,.0f} |",
        *(f"| storage of {name} | {value:,.0f} GB |" for name, value in stored.items()),
        f"| storage for the month, money | {sum(stored.values()) * given['storage_price']:,.0f} |",
        f"| articles that one driver reconciles at once | {at_once / 1e6:.1f} million |",
        f"| so the month is reconciled in | {slices} slices |",
        f"| of each slice in its driver alone | {driving:,.0f} hours |",
    ]


def reconciling_hours(given: dict[str, float], articles: float) -> float:
    """Hours of a processor for so many articles at once; far beyond what was measured."""
    times = (articles / MEASURED) ** given["reconcile_exponent"]
    return given["reconcile_s"] * times / HOURS_S


if __name__ == "__main__":
    main()
