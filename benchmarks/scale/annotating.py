"""What building many short articles takes: time, and memory of the first process and the workers.

    python -m benchmarks.scale.annotating CHRONICLE [1000 10000 ...] [--whole] [--into FILE]

The articles are openings of those of any annotated chronicle, each time in other words, in one file
of JSONL; they are built by two workers, until reconciling begins or, with --whole, to the end.  A
row is printed for each phase as soon as a size is done; how far a build is, meanwhile, goes to the
errors' stream.  With --into the rows take the place of the table with this head in a file.
"""

import argparse
import math
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.engines.watching import Watched, watch
from benchmarks.scale.openings import write_openings

SIZES = (1_000, 10_000)
WORKERS = 2
MB = 2**20
HEAD = (
    "| articles | words | phase | processor s | s | MB, first process | MB, workers | exponent |",
    "|---|---|---|---|---|---|---|---|",
)
LAST = "reconcile"
ALL = "all"


def main() -> None:
    """Prints the rows of each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chronicle", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--whole", action="store_true", help="reconcile, too")
    parser.add_argument("--into", type=Path, help="Markdown that has a table with this head")
    given = parser.parse_args()
    lines = list(HEAD)
    print("\n".join(lines), flush=True)
    before: tuple[int, dict[str, float]] | None = None
    for size in given.sizes or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            words = write_openings(given.chronicle, size, Path(folder) / "pile.jsonl")
            found = _build(Path(folder), whole=given.whole)
        costs = {phase: (busy, cells) for phase, busy, cells in _measured(found)}
        for phase, (busy, cells) in costs.items():
            steep = "" if before is None else f"{_exponent(before, size, phase, busy):.2f}"
            lines.append(f"| {size:,} | {words:,} | {phase} | {busy:.0f} | {cells} | {steep} |")
            print(lines[-1], flush=True)
        before = size, {phase: busy for phase, (busy, _) in costs.items()}
    if given.into:
        put_table(lines, given.into)


def put_table(lines: list[str], into: Path) -> None:
    """Puts a table, its head first, in the place of the one with the same head."""
    text = into.read_text(encoding="utf-8").splitlines()
    start = text.index(lines[0])
    end = next((at for at in range(start, len(text)) if not text[at].startswith("|")), len(text))
    into.write_text("\n".join([*text[:start], *lines, *text[end:]]) + "\n", encoding="utf-8")


def _build(folder: Path, *, whole: bool) -> Watched:
    command = [sys.executable, "-m", "benchmarks.engines.build_once", "laptop", str(WORKERS)]
    command += [str(folder / "pile.jsonl"), str(folder / "pile.chronicle")]
    command += [] if whole else [LAST]
    log = folder / "log"
    found = watch(command, {**os.environ, "OMP_NUM_THREADS": "1"}, log, aloud=True)
    if found.code:
        sys.exit(log.read_text()[-2000:])
    return found


def _measured(found: Watched) -> Iterator[tuple[str, float, str]]:
    """Of each phase that was run, and of all: seconds of processors; cells for clock and memory."""
    began = {text.split()[1]: at for at, text in found.lines if text.startswith("phase ")}
    for (phase, first), last in zip(began.items(), [*began.values()][1:], strict=False):
        yield phase, *_between(found, first, last)
    yield ALL, *_between(found, 0.0, [*began.values()][-1])


def _between(found: Watched, first: float, last: float) -> tuple[float, str]:
    spent = {at: seconds for at, seconds in found.busy if at <= last}
    before = max((seconds for at, seconds in spent.items() if at <= first), default=0.0)
    memory = [(own, all_ - own) for at, own, all_ in found.memory if first <= at <= last]
    own, others = (max(each[at] for each in memory) / MB if memory else 0 for at in (0, 1))
    return max(spent.values()) - before, f"{last - first:.0f} | {own:.0f} | {others:.0f}"


def _exponent(before: tuple[int, dict[str, float]], size: int, phase: str, busy: float) -> float:
    low = max(0.01, before[1][phase])
    return math.log(max(0.01, busy) / low) / math.log(size / before[0])


if __name__ == "__main__":
    main()
