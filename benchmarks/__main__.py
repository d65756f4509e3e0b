"""Runs every measure and writes the committed table of results.

    python -m benchmarks --shared DIR [NAME...]

Each measure is a program of its own; what it prints goes into `benchmarks/results/NAME.md` with
its date, machine, versions and processor time, so that one can be run again without the others.
"""

import argparse
import datetime
import importlib.metadata
import os
import platform
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LIBRARIES = ("spacy", "trafilatura", "htmldate", "pyarrow", "rapidfuzz", "onnxruntime")


@dataclass(frozen=True)
class Measure:
    """One program and its arguments; `{shared}` stands for the folder of corpora."""

    module: str
    arguments: tuple[str, ...] = ("--shared", "{shared}")


_TRAIN = "{shared}/data/attribution/polnear_train"
MEASURES = {
    "sample": Measure("benchmarks.sample.build", ()),
    "attribution": Measure("benchmarks.attribution"),
    "who": Measure("benchmarks.who"),
    "coreference": Measure("benchmarks.coreference"),
    "entities": Measure("benchmarks.entities"),
    "pages": Measure("benchmarks.pages"),
    "times": Measure(
        "benchmarks.dates.timex", ("{shared}/data/time", "{shared}/eval/timex_score.py")
    ),
    "undated": Measure("benchmarks.dates.undated", (_TRAIN + "/articles.jsonl",)),
    "copies": Measure("benchmarks.copies.planted", (_TRAIN + "/articles.jsonl",)),
    "stories": Measure("benchmarks.stories.subtopics", ("{shared}/data/cdcr/ecbplus.jsonl.gz",)),
    "utterances": Measure(
        "benchmarks.utterances.brute_force", (_TRAIN + "/articles.jsonl", _TRAIN + "/gold.jsonl")
    ),
    "web": Measure("benchmarks.web", ()),
    "planted changes": Measure("benchmarks.findings.planted"),
}


def main() -> int:
    """Runs the measures named, or all; returns how many failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", required=True, type=Path, help="folder with data/ and eval/")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    given = parser.parse_args()
    unknown = set(given.names) - set(MEASURES)
    if unknown:
        parser.error(f"no measure {', '.join(sorted(unknown))}; there are: {', '.join(MEASURES)}")
    failed = 0
    for name in given.names or MEASURES:
        print(f"== {name}", flush=True)
        failed += not _run(name, MEASURES[name], given.shared)
    return failed


def _run(name: str, measure: Measure, shared: Path) -> bool:
    arguments = [argument.replace("{shared}", str(shared)) for argument in measure.arguments]
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
        return False
    page = [
        f"# {name.capitalize()}",
        "",
        f"Made by `python -m benchmarks --shared DIR {name!r}`. {_circumstances()}; "
        f"{_processor_s() - before:.0f} s of processor time.",
        "",
        "```text",
        done.stdout.replace(str(shared), "DIR").strip(),
        "```",
    ]
    (HERE / "results").mkdir(exist_ok=True)
    path = HERE / "results" / f"{name.replace(' ', '_')}.md"
    path.write_text("\n".join(page) + "\n", encoding="utf-8")
    return True


def _processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _circumstances() -> str:
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    versions = []
    for library in LIBRARIES:
        try:
            versions.append(f"{library} {importlib.metadata.version(library)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    machine = f"{os.cpu_count()} processors ({platform.machine()})"
    return f"{day}, {machine}, Python {platform.python_version()}, {', '.join(versions)}"


if __name__ == "__main__":
    sys.exit(main())
