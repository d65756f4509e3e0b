"""Time and memory of dating and entities alone, on piles of growing size and with ten more.

    python -m benchmarks.entities.large CHRONICLE [1000 10000 100000]

CHRONICLE is any annotated chronicle; the piles are made of its short articles, perturbed, by
`benchmarks.scale.enlarging`.  No other stage runs: there are no copies and no stories, so nobody
is looked for by a description in other articles of a story.  Writes `large.md` beside this file.
"""

import functools
import json
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.scale.growing import MORE, measure_growing
from benchmarks.scale.reconcile_once import peak
from reportedly.engine import loading, reconciling
from reportedly.engine.joins import LaptopJoins
from reportedly.pipeline import TABLE_STAGES
from reportedly.store import connection as store
from reportedly.store import keeping
from reportedly.store.worked_out import WorkedOut

RESULTS = Path(__file__).with_name("large.md")
SIZES = (1_000, 10_000, 100_000)
STAGES = ("dating", "entities")

Costs = dict[str, list[float]]
"""part of the work → seconds of a processor, most memory in MB"""


def measure(chronicle: Path) -> Costs:
    """What the stages take, in a process of their own."""
    command = [sys.executable, "-m", "benchmarks.entities.large", "--once", str(chronicle)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    print(chronicle.name, done.stdout.strip(), file=sys.stderr, flush=True)
    found: Costs = json.loads(done.stdout)
    return found


def run(chronicle: Path) -> Costs:
    """The same in this process; what the stages work out is kept in the chronicle."""
    costs: Costs = {}
    with store.open_existing(chronicle, writing=True) as opened, reconciling.rarely_collecting():
        began, kept = time.process_time(), WorkedOut(opened)
        tables = loading.tables_of(
            keeping.states(opened),
            functools.partial(keeping.payloads, opened),
            keeping.first_paths(opened),
            kept,
        )
        costs["loading"] = [time.process_time() - began, peak()]
        for stage in (stage for stage in TABLE_STAGES if stage.name in STAGES):
            given = {kind.table: tables[kind.table] for kind in stage.reads}
            began, joins = time.process_time(), LaptopJoins(kept)
            written = stage.load()(given, joins.for_stage(reconciling.mark_of(stage)))
            costs[stage.name] = [time.process_time() - began, peak()]
            for kind in stage.writes:
                tables.put(kind.table, written.pop(kind.table), given.get(kind.table))
            del given, written
        opened.commit()
    return {part: [round(value, 1) for value in cost] for part, cost in costs.items()}


def table(measured: dict[int, Costs]) -> list[str]:
    """A row for each part of the work."""
    heads = " | ".join(f"{size:,}: s, MB" for size in measured)
    lines = [f"| | {heads} |", "|---" * (len(measured) + 1) + "|"]
    for part in next(iter(measured.values())):
        cells = (f"{costs[part][0]:.1f}, {costs[part][1]:,.0f}" for costs in measured.values())
        lines.append(f"| {part} | {' | '.join(cells)} |")
    return lines


def main() -> None:
    """Measures and writes."""
    small, sizes = Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or list(SIZES)
    from_nothing, more = measure_growing(small, sizes, measure)
    lines = ["# Dating and entities alone on large piles", "", "From nothing:", ""]
    lines += [*table(from_nothing), "", f"{MORE} more articles:", "", *table(more)]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    if sys.argv[1] == "--once":
        print(json.dumps(run(Path(sys.argv[2]))))
    else:
        main()
