"""Builds the same articles with both engines, with one worker and with two, and says what it cost.

    python -m benchmarks.engines --shared DIR [--articles N] [--workers 1 2]
    python -m benchmarks.engines --openings CHRONICLE --articles 10000 --workers 2

The articles are the first of those in DIR, or openings of those of an annotated chronicle, each
time in other words, as many as are wanted.  Prints one row for each build; how far it is goes to
the errors' stream.  Processor seconds count every process, the JVM included.  The exports of all
builds are compared byte by byte.
"""

import argparse
import hashlib
import itertools
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.engines.watching import Watched, watch
from benchmarks.scale.openings import write_openings

MB = 2**20
HEAD = (
    "| engine | workers | wall s | cpu s | read s | annotate s | reconcile s | words/s | "
    "MB, first process | MB, all | MB, all, halfway of annotating | load |"
)


def main() -> int:
    """Runs the builds asked for; 1 when two of them differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--shared", type=Path, help="folder with data/")
    source.add_argument("--openings", type=Path, metavar="CHRONICLE", help="short articles of it")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--engines", nargs="+", default=["laptop", "spark"])
    given = parser.parse_args()
    exports = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write, source = (_write, given.shared) if given.shared else (write_openings, given.openings)
        words = write(source, given.articles, folder / "pile.jsonl")
        print(f"{given.articles} articles, {words:,} words\n\n{HEAD}\n|{'---|' * 12}", flush=True)
        for engine in given.engines:
            for workers in given.workers:
                to = folder / f"{engine}-{workers}.chronicle"
                found = _build(engine, workers, folder / "pile.jsonl", to)
                print(_row(engine, workers, words, found), flush=True)
                exports[engine, workers] = _export(to, folder / f"{to.name}-tables")
    same = len({tuple(sorted(tables.items())) for tables in exports.values()}) == 1
    print(f"\nexports of all builds are {'equal' if same else 'DIFFERENT'}")
    return 0 if same else 1


def _write(shared: Path, count: int, to: Path) -> int:
    """The first `count` articles as an input; returns how many words they have."""
    source = shared / "data/attribution/polnear_train/articles.jsonl"
    lines = source.read_text(encoding="utf-8").splitlines()[:count]
    to.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return sum(len(json.loads(line)["text"].split()) for line in lines)


def _build(engine: str, workers: int, pile: Path, to: Path) -> Watched:
    program = [sys.executable, "-m", "benchmarks.engines.build_once"]
    command = [*program, engine, str(workers), str(pile), str(to)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    found = watch(command, environment, to.with_suffix(".log"), aloud=True)
    if found.code:
        sys.exit(to.with_suffix(".log").read_text()[-2000:])
    return found


def _row(engine: str, workers: int, words: int, found: Watched) -> str:
    phases = [(at, text.split()[1]) for at, text in found.lines if text.startswith("phase ")]
    took = {name: later - at for (at, name), (later, _) in itertools.pairwise(phases)}
    began = {name: at for at, name in phases}
    half = began["annotate"] + took["annotate"] / 2
    halfway = max((total for at, _, total in found.memory if abs(at - half) < 2), default=0)
    cells = [
        engine,
        workers,
        f"{found.wall_s:.0f}",
        f"{sum(found.cpu_s.values()):.0f}",
        *(f"{took.get(name, 0):.0f}" for name in ("read", "annotate", "reconcile")),
        f"{words / took['annotate']:.0f}",
        f"{max(first for _, first, _ in found.memory) / MB:.0f}",
        f"{max(total for _, _, total in found.memory) / MB:.0f}",
        f"{halfway / MB:.0f}",
        f"{os.getloadavg()[1]:.1f}",
    ]
    return "| " + " | ".join(map(str, cells)) + " |"


def _export(chronicle: Path, to: Path) -> dict[str, str]:
    """Each exported file's digest."""
    from reportedly.chronicle import Chronicle
    from reportedly.show.export import export

    with Chronicle.open(chronicle) as opened:
        export(opened, to)
    return {file.name: _digest(file) for file in to.iterdir()}


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
