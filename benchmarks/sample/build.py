"""Builds the sample and prints how much of its gold is found: python -m benchmarks.sample.build."""

import tempfile
from pathlib import Path

from benchmarks.sample.score import scores
from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.sample import pile

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "affair.chronicle"
        build([pile()], path, workers=0)
        with Chronicle.open(path) as chronicle:
            for name, (right, asked) in scores(chronicle).items():
                print(f"{name:<20} {right:>4} of {asked:>4}  {right / asked if asked else 0:.2f}")
