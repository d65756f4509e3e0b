"""Kills builds, reconciliations, exports and edits at many points, and compares what comes out.

    python -m benchmarks.faults [--points 200] [--seed 1] [INPUT...]

Without INPUT the sample that ships is read. Prints a line for each kind of action and ends with
exit code 1 when anything was lost, or any last outcome differs from an undisturbed one.
`python -m benchmarks.faults.processes` kills the whole program with its workers instead.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.faults import points
from reportedly.reading.inputs import find_inputs
from reportedly.sample import pile

#: Of each hundred points; most builds are killed while they build.
_SHARES = {points.building: 40, points.adding: 25, points.exporting: 15, points.deciding: 20}
_NAMES = dict(zip(_SHARES, ("build", "reconcile", "export", "decisions"), strict=True))


def main() -> int:
    """Runs the trials; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", nargs="*", default=[str(pile())])
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="build, reconcile, export or decisions")
    asked = parser.parse_args()
    inputs, bad = find_inputs(asked.inputs), 0
    with tempfile.TemporaryDirectory() as folder:
        for make, share in _SHARES.items():
            if asked.only and asked.only != _NAMES[make]:
                continue
            began = time.monotonic()
            trial = make(inputs, Path(folder))
            chosen = random.Random(f"{asked.seed} {trial.name}")
            counts = points.run(trial, asked.points * share // 100, chosen, Path(folder))
            bad += counts["different"] + counts["lost"]
            print(
                f"{trial.name:<10} killed {counts['killed']:>4}, compared {counts['rounds']:>3} "
                f"times, lost {counts['lost']}, different {counts['different']} "
                f"({time.monotonic() - began:.0f} s)",
                flush=True,
            )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
