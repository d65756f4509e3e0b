"""What annotating many short articles takes: time, and memory of the first process and the others.

    python -m benchmarks.scale.annotating CHRONICLE [1000 10000 ...]

The articles are the openings of those of any chronicle, each time with other words; they are built
by two workers, and measured until reconciling begins.
"""

import itertools
import json
import math
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.engines.watching import Watched, watch
from benchmarks.scale.perturbing import Copy, Vocabulary
from reportedly.model import Article
from reportedly.payload import unpack
from reportedly.store import connection as store

SIZES = (1_000, 10_000)
WORKERS = 2
#: Words of an article, at the least: its first paragraphs until there are so many.
LEAST_WORDS = 80
MB = 2**20


def main() -> None:
    """Prints a row for each size."""
    sizes = [int(size) for size in sys.argv[2:]] or list(SIZES)
    print("| articles | words | processor s | s | MB, first process | MB, workers | exponent |")
    print("|---|---|---|---|---|---|---|", flush=True)
    before: tuple[int, float] | None = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            words = _write(Path(sys.argv[1]), size, Path(folder) / "pile.jsonl")
            found = _build(Path(folder))
        busy, cells = _measured(found)
        steep = "" if before is None else f"{_exponent(before, (size, busy)):.2f}"
        print(f"| {size:,} | {words:,} | {busy:.0f} | {cells} | {steep} |", flush=True)
        before = size, busy


def _write(chronicle: Path, size: int, to: Path) -> int:
    """Writes so many short articles; returns how many words they have."""
    count = 0
    with to.open("w", encoding="utf-8") as lines:
        for article in itertools.islice(_articles(chronicle), size):
            lines.write(json.dumps(article) + "\n")
            count += len(str(article["text"]).split())
    return count


def _articles(chronicle: Path) -> Iterator[dict[str, object]]:
    """Openings of articles, one copy of all after the other, without end."""
    with store.open_existing(chronicle) as opened:
        query = "select payload from kept where stage = 'read' order by article_id"
        articles = [unpack(row[0]).of(Article)[0] for row in opened.execute(query)]
    vocabulary = Vocabulary(article.text for article in articles)
    for number in itertools.count(1):
        copy = Copy(vocabulary, number)
        for article in articles:
            text = copy.text(_opening(article.text))
            day = (article.published or "2016-01-01")[:10]
            yield {"title": text.split("\n")[0], "text": text, "date": day, "outlet": "a wire"}


def _opening(text: str) -> str:
    lines: list[str] = []
    for line in text.splitlines():
        lines.append(line)
        if sum(len(each.split()) for each in lines) >= LEAST_WORDS:
            break
    return "\n".join(lines)


def _build(folder: Path) -> Watched:
    command = [sys.executable, "-m", "benchmarks.engines.build_once", "laptop", str(WORKERS)]
    pile, to = folder / "pile.jsonl", folder / "pile.chronicle"
    log = folder / "log"
    command += [str(pile), str(to), "reconcile"]
    found = watch(command, {**os.environ, "OMP_NUM_THREADS": "1"}, log)
    if found.code:
        sys.exit(log.read_text()[-2000:])
    return found


def _measured(found: Watched) -> tuple[float, str]:
    """Seconds of processors while annotating; and the cells for the clock and memory."""
    began = {text: at for at, text in found.lines}
    first, last = began["phase annotate"], began["phase reconcile"]
    busy = [seconds for at, seconds in found.busy if first <= at <= last]
    memory = [(own, all_ - own) for at, own, all_ in found.memory if first <= at <= last]
    own, others = (max(column) / MB for column in zip(*memory, strict=True))
    return busy[-1] - busy[0], f"{last - first:.0f} | {own:.0f} | {others:.0f}"


def _exponent(before: tuple[int, float], now: tuple[int, float]) -> float:
    return math.log(now[1] / before[1]) / math.log(now[0] / before[0])


if __name__ == "__main__":
    main()
