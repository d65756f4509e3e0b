"""Reconciles one chronicle as a build does, and prints what each part took, as JSON; to the
errors' stream meanwhile what each stage took.

python -m benchmarks.scale.reconcile_once CHRONICLE
"""

import functools
import json
import sys
import time
from pathlib import Path

from reportedly.engine import loading, reconciling
from reportedly.engine.joins import LaptopJoins
from reportedly.memory import leave_pandas
from reportedly.store import connection as store
from reportedly.store import keeping, replacing
from reportedly.store.worked_out import WorkedOut

MB = 1024


def main() -> None:
    """Part of the work → (seconds of a processor, peak memory in MB)."""
    costs: dict[str, list[float]] = {}
    chronicle = Path(sys.argv[1])
    with store.open_existing(chronicle, writing=True) as opened:
        leave_pandas()
        began = time.process_time()
        kept = WorkedOut(opened)
        states, paths = keeping.states(opened), keeping.first_paths(opened)
        payloads = functools.partial(keeping.payloads, opened)
        tables = loading.tables_of(states, payloads, paths, kept, chronicle.parent)
        costs["loading"] = [time.process_time() - began, peak()]
        running: list[str] = []
        took: dict[str, float] = {}

        def started(stage: str) -> None:
            if running:
                costs[running[-1]] = [took[running[-1]], peak()]
                print(running[-1], *costs[running[-1]], file=sys.stderr, flush=True)
            running.append(stage)

        reconciling.reconcile(tables, LaptopJoins(kept), started, took)
        started("")
        at = time.process_time()
        with store.transaction(opened):
            replacing.replace_tables(opened, tables, kept)
            kept.drop_unused()
        costs["storing"] = [time.process_time() - at, peak()]
        costs["all"] = [time.process_time() - began, max(peak for _, peak in costs.values())]
    print(json.dumps({part: [round(value, 2) for value in cost] for part, cost in costs.items()}))


def peak() -> float:
    """The most memory, in MB, since this was last asked; since the start where the system cannot
    forget it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    # 5 sets the mark back.
    Path("/proc/self/clear_refs").write_text("5")
    return peak / MB


if __name__ == "__main__":
    main()
