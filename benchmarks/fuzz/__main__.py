"""Fuzzes every reader and the stages, and keeps the inputs that broke one.

    python -m benchmarks.fuzz [--inputs 10000] [--seed 1] [--keep FOLDER] [TARGET...]

A TARGET is a reader (html, mhtml, …), `stages` or `filters`. Prints a line for each and ends with
exit code 1 when an input crashed a target, took more than 10 processor seconds or 2 GB, or raised
an error.
"""

import argparse
import itertools
import json
import random
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.fuzz import targets
from benchmarks.fuzz.mutations import mutated
from benchmarks.fuzz.running import run
from benchmarks.fuzz.seeds import SEEDS, TEXT

#: Annotating takes some 0.1 s for a thousand characters; a longer text would be no hang.
_MOST_STAGE_BYTES = 20_000


def main() -> int:
    """Runs the trials; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", default=[*SEEDS, "stages", "filters"])
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz")
    asked = parser.parse_args()
    return int(sum(_fuzz(name, asked.inputs, asked.seed, asked.keep) for name in asked.targets) > 0)


def _fuzz(name: str, inputs: int, seed: int, keep: Path) -> int:
    """Fuzzes one target; how many inputs broke it."""
    if name == "stages":
        file, seeds, target = "a.txt", _sentences(), targets.annotate
    elif name == "filters":
        file, seeds, target = "a.jsonl", _documents(), targets.filtered
    else:
        file, make_seeds = SEEDS[name]
        seeds, target = make_seeds(), partial(targets.read, file)
    for content in seeds:
        target(content)  # here, so that the children need not load what they all use

    def make(number: int) -> bytes:
        content = mutated(seeds, random.Random(f"{seed} {name} {number}"))
        return content[:_MOST_STAGE_BYTES] if name in ("stages", "filters") else content

    began, count = time.monotonic(), 0
    for found in run(make, target, range(inputs), keep):
        count += 1
        place = keep / f"{name}-{seed}-{found.number}{Path(file).suffix}"
        place.write_bytes(make(found.number))
        print(f"{place}: {found.what.strip().splitlines()[-1]}", flush=True)
    seconds = time.monotonic() - began
    print(f"{name:<9} {inputs:>6} inputs, {count} broke it ({seconds:.0f} s)", flush=True)
    return count


def _sentences() -> list[bytes]:
    """Short texts, so that ten thousand take minutes: paragraphs, and pairs of them."""
    lines = [line.encode() for line in TEXT.split("\n") if line]
    return [*lines, *map(b"\n\n".join, itertools.pairwise(lines))]


def _documents() -> list[bytes]:
    """Lines for the filters, each with a short text and all that may be said of one."""
    known = {"doc": "d", "title": "A bridge", "dct": "2019-05-06", "published": "2019-05-06"}
    return [json.dumps({**known, "text": text.decode()}).encode() for text in _sentences()]


if __name__ == "__main__":
    sys.exit(main())
