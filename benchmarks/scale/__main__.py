"""Time and memory of each reconciling stage on piles of growing size, and of adding ten articles.

    python -m benchmarks.scale CHRONICLE [1000 10000 ...]

CHRONICLE is any annotated chronicle; the piles are made of its short articles, perturbed.
"""

import json
import math
import subprocess
import sys
from pathlib import Path

from benchmarks.scale.growing import MORE, measure_growing

SIZES = (1_000, 10_000)


def main() -> None:
    """Prints two tables, from nothing and with ten more: a row for each part of the work."""
    small, sizes = Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or list(SIZES)
    from_nothing, added = measure_growing(small, sizes, _measure)
    print(f"From nothing:\n\n{_table(from_nothing)}\n\n{MORE} more:\n\n{_table(added)}")


def _measure(chronicle: Path) -> dict[str, list[float]]:
    """Part of the work → (seconds of a processor, peak memory in MB), in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale.reconcile_once", str(chronicle)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    print(chronicle.stem, done.stdout.strip(), file=sys.stderr, flush=True)
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def _table(measured: dict[int, dict[str, list[float]]]) -> str:
    sizes = sorted(measured)
    heads = [f"{size:,}: s | MB" for size in sizes]
    lines = [f"| | {' | '.join(heads)} | exponent |", "|---" * (2 * len(sizes) + 2) + "|"]
    for part in measured[sizes[0]]:
        cells = [f"{value:.1f}" for size in sizes for value in measured[size][part]]
        low, high = (max(0.01, measured[size][part][0]) for size in (sizes[0], sizes[-1]))
        steepness = math.log(high / low) / math.log(sizes[-1] / sizes[0]) if sizes[1:] else 0.0
        lines.append(f"| {part} | {' | '.join(cells)} | {steepness:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
