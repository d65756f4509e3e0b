"""Page text and dates of `reportedly` beside trafilatura, htmldate and resiliparse, in one run.

The corpora are not part of the repository: `--shared` names the folder that holds `data/pages` and
`eval/pages_score.py`, the scorer.  All systems get the same bytes and nothing else.
"""

import argparse
import gzip
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.circumstances import circumstances
from reportedly.errors import DocumentRejected
from reportedly.reading.article import ReadResult, read_record
from reportedly.reading.charset import decode_page
from reportedly.reading.page import Surroundings, page_dates
from reportedly.reading.records import Record

Predict = Callable[[bytes], str | None]
Pages = list[tuple[dict[str, Any], bytes]]
#: What is marked in the text and is not the body that the annotators copied.
_NOT_BODY = frozenset({"title", "byline", "dateline", "caption", "boilerplate"})
_RESULTS = Path(__file__).with_name("results.md")


def main() -> None:
    """Measure every system, print the tables and write them beside this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/ and eval/")
    shared = parser.parse_args().shared
    scorer = scorer_at(shared / "eval" / "pages_score.py")
    bodies, dates = shared / "data/pages/aeb", shared / "data/pages/htmldate"
    lines = [*_body_table(scorer, bodies), "", *_date_table(scorer, dates)]
    measured = circumstances("trafilatura", "htmldate", "resiliparse", "lxml")
    report = "\n".join(["# Reading pages", "", measured, "", *lines, ""])
    sys.stdout.write(report)
    _RESULTS.write_text(report, encoding="utf-8")


def scorer_at(path: Path) -> ModuleType:
    """The scorer as a module; raises SystemExit where there is none."""
    spec = importlib.util.spec_from_file_location("pages_score", path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"no scorer at {path}; give the folder that holds eval/ with --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages_of(folder: Path) -> Pages:
    """Gold rows and the bytes of their pages."""
    return list(_read_pages(folder))


def _read_pages(folder: Path) -> Iterator[tuple[dict[str, Any], bytes]]:
    with (folder / "gold.jsonl").open(encoding="utf-8") as gold:
        for line in gold:
            row = json.loads(line)
            yield row, gzip.decompress((folder / f"html/{row['page']}.html.gz").read_bytes())


def _body_table(scorer: ModuleType, folder: Path) -> Iterator[str]:
    systems: dict[str, Predict] = {
        "reportedly (regions of body and lists)": our_body,
        "reportedly (whole text, title and captions in it)": our_text,
        "trafilatura, precision": _trafilatura,
        "resiliparse": _resiliparse,
    }
    yield "| Text of article pages | P | R | F1 | F1 by page | pages/s |"
    yield "|---|---|---|---|---|---|"
    pages = pages_of(folder)
    for name, predict in systems.items():
        score, rate = body_score(scorer, pages, predict)
        cells = (score["p"], score["r"], score["f1"], score["f1_page"], rate)
        yield f"| {name} | {' | '.join(map(str, cells))} |"


def _date_table(scorer: ModuleType, folder: Path) -> Iterator[str]:
    systems: dict[str, Predict] = {"reportedly": our_day, "htmldate, extensive": _htmldate}
    yield "| Day of publication | right | a day off | missing | false (of 5 undated) | pages/s |"
    yield "|---|---|---|---|---|---|"
    pages = pages_of(folder)
    for name, predict in systems.items():
        score, rate = date_score(scorer, pages, predict)
        cells = (score["accuracy"], score["off_by_one"], score["missing"], score["false_dates"])
        yield f"| {name} | {' | '.join(map(str, cells))} | {rate} |"


def body_score(scorer: ModuleType, pages: Pages, predict: Predict) -> tuple[dict[str, Any], int]:
    """The scorer's figures for the text of articles, and pages in a second."""
    found, rate = _predicted(pages, predict)
    gold = {row["page"]: row for row, _ in pages}
    return scorer.run(gold, {page: {"body": body} for page, body in found.items()})["body"], rate


def date_score(scorer: ModuleType, pages: Pages, predict: Predict) -> tuple[dict[str, Any], int]:
    """The scorer's figures for days of publication, and pages in a second."""
    found, rate = _predicted(pages, predict)
    gold = {row["page"]: row for row, _ in pages}
    pred = {page: {"published": day} for page, day in found.items()}
    return scorer.run(gold, pred, null_dates=True)["date"], rate


def _predicted(pages: Pages, predict: Predict) -> tuple[dict[str, str | None], int]:
    """What `predict` says of each page, and pages in a second."""
    predict(pages[0][1])
    start = time.process_time()
    found = {str(row["page"]): predict(content) for row, content in pages}
    return found, round(len(pages) / (time.process_time() - start))


def _read(content: bytes) -> ReadResult | None:
    try:
        return read_record(Record("page", None, "html", content))
    except DocumentRejected:
        return None


def our_body(content: bytes) -> str | None:
    """The article without headline, byline, captions and furniture."""
    result = _read(content)
    if result is None:
        return None
    text, kept, at = result.article.text, "", 0
    for start, end in sorted(r.span for r in result.regions if r.kind in _NOT_BODY):
        kept, at = kept + text[at:start] + "\n", end
    return kept + text[at:]


def our_text(content: bytes) -> str | None:
    """The whole text as `reportedly read` gives it."""
    result = _read(content)
    return None if result is None else result.article.text


def our_day(content: bytes) -> str | None:
    """The day of publication, also of pages without an article."""
    try:
        return page_dates(decode_page(content), Surroundings()).published
    except DocumentRejected:
        return None


def _trafilatura(content: bytes) -> str | None:
    from trafilatura import extract

    return extract(content, favor_precision=True, include_comments=False)


def _resiliparse(content: bytes) -> str | None:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(decode_page(content), main_content=True, alt_texts=False))


def _htmldate(content: bytes) -> str | None:
    from htmldate import find_date

    return find_date(content, original_date=True, extensive_search=True)
