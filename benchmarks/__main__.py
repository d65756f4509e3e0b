"""Runs every measure and writes the committed tables of results.

    python -m benchmarks [--shared DIR] [NAME...]

Each measure is a program of its own.  Some keep a page of results in their folder; what the others
print goes into `benchmarks/results/NAME.md` with its circumstances and processor time.
"""

import argparse
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.circumstances import circumstances

HERE = Path(__file__).parent
_SHARED = "{shared}"


@dataclass(frozen=True)
class Measure:
    """One program and its arguments; `{shared}` stands for the folder of corpora."""

    module: str
    arguments: tuple[str, ...] = ("--shared", _SHARED)
    page: str | None = None
    """the page below this folder that the program writes, or that takes its figures by hand; None:
    what it prints is the page"""

    @property
    def needs_corpora(self) -> bool:
        """True when it cannot run without the shared folder."""
        return any(_SHARED in argument for argument in self.arguments)


_TRAIN = f"{_SHARED}/data/attribution/polnear_train"
_TIMES = (f"{_SHARED}/data/time", f"{_SHARED}/eval/timex_score.py")
MEASURES = {
    "sample": Measure("benchmarks.sample.build", ()),
    "attribution": Measure("benchmarks.attribution", page="attribution/results.md"),
    "attribution cases": Measure(
        "benchmarks.attribution.cases", (), page="attribution/cases/results.md"
    ),
    "who": Measure("benchmarks.who", page="who/results.md"),
    "coreference": Measure("benchmarks.coreference", page="coreference/results.md"),
    "entities": Measure("benchmarks.entities", page="entities/results.md"),
    "pages": Measure("benchmarks.pages", page="pages/results.md"),
    "times": Measure("benchmarks.dates.timex", _TIMES),
    "hidden days": Measure("benchmarks.dates.hidden", page="dates/results.md"),
    "conflicts": Measure("benchmarks.conflicts", ("--seed", "3"), page="conflicts/results.md"),
    "conflicts of ties": Measure(
        "benchmarks.conflicts.ties", ("--seed", "3"), page="conflicts/results.md"
    ),
    "copies": Measure("benchmarks.copies.planted", (f"{_TRAIN}/articles.jsonl",)),
    "stories": Measure("benchmarks.stories.subtopics", (f"{_SHARED}/data/cdcr/ecbplus.jsonl.gz",)),
    "utterances": Measure(
        "benchmarks.utterances.brute_force", (f"{_TRAIN}/articles.jsonl", f"{_TRAIN}/gold.jsonl")
    ),
    "planted edits": Measure(
        "benchmarks.utterances.planted_edits",
        (f"{_TRAIN}/articles.jsonl", f"{_TRAIN}/gold.jsonl"),
        page="utterances/README.md",
    ),
    "planted changes": Measure("benchmarks.findings.planted"),
}


def main() -> int:
    """Runs the measures named, or all; returns how many failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, help="folder with data/ and eval/")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    given = parser.parse_args()
    unknown = set(given.names) - set(MEASURES)
    if unknown:
        parser.error(f"no measure {', '.join(sorted(unknown))}; there are: {', '.join(MEASURES)}")
    failed = 0
    for name in given.names or MEASURES:
        if MEASURES[name].needs_corpora and given.shared is None:
            parser.error(f"{name} needs the corpora; say where they are with --shared DIR")
        print(f"== {name}", flush=True)
        failed += not _run(name, MEASURES[name], given.shared)
    return failed


def _run(name: str, measure: Measure, shared: Path | None) -> bool:
    arguments = [argument.replace(_SHARED, str(shared)) for argument in measure.arguments]
    before = _processor_s()
    done = subprocess.run(
        [sys.executable, "-m", measure.module, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    print(done.stdout)
    if done.returncode:
        print(f"{name} failed with exit code {done.returncode}", file=sys.stderr)
    elif measure.page is None:
        said = done.stdout.replace(str(shared), "DIR").strip()
        _write(name, measure, said, _processor_s() - before)
    return done.returncode == 0


def _write(name: str, measure: Measure, said: str, took_s: float) -> None:
    corpora = "--shared DIR " if measure.needs_corpora else ""
    named = f"'{name}'" if " " in name else name
    page = [
        f"# {name.capitalize()}",
        "",
        f"Made by `python -m benchmarks {corpora}{named}`. {circumstances()} "
        f"{took_s:.0f} s of processor time.",
        "",
        "```text",
        said,
        "```",
    ]
    (HERE / "results").mkdir(exist_ok=True)
    path = HERE / "results" / f"{name.replace(' ', '_')}.md"
    path.write_text("\n".join(page) + "\n", encoding="utf-8")


def _processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
