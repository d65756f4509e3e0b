"""How well expressions of time are found and normalised, on documents kept apart for it.

    python benchmarks/dates/timex.py FOLDER SCORER [--part test|develop]

FOLDER holds `timebank.jsonl` and `aquaint.jsonl` (`{"doc", "dct", "text", "timexes"}` a line),
SCORER is a script that takes `--gold` and `--pred`.  A third of the documents, chosen by a hash
of their names, is the test part; rules were written on the rest.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from reportedly.annotate.dates import dates_filter

CORPORA = ("timebank.jsonl", "aquaint.jsonl")


def is_test(doc: str) -> bool:
    """True for the third of the documents on which nothing was developed."""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % 3 == 0


def documents(folder: Path, part: str) -> list[dict[str, Any]]:
    """The documents of one part, in the order of the files."""
    lines = [line for name in CORPORA for line in (folder / name).open(encoding="utf-8")]
    parsed: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return [record for record in parsed if is_test(record["doc"]) == (part == "test")]


def scores(folder: Path, scorer: Path, part: str = "test") -> dict[str, Any]:
    """What the scorer says of one part."""
    gold = documents(folder, part)
    # The corpora give an hour of writing too; only the day is read.
    found = dates_filter({**record, "dct": record["dct"][:10]} for record in gold)
    with tempfile.TemporaryDirectory() as work:
        paths = [Path(work) / "gold.jsonl", Path(work) / "pred.jsonl"]
        for path, rows in zip(paths, (gold, found), strict=True):
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(scorer), "--gold", str(paths[0]), "--pred", str(paths[1])]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, Any] = json.loads(output)
    return result


def main() -> None:
    """Prints the scores as JSON."""
    parser = argparse.ArgumentParser(description="Score expressions of time.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--part", choices=("test", "develop"), default="test")
    given = parser.parse_args()
    print(json.dumps(scores(given.folder, given.scorer, given.part), indent=1))


if __name__ == "__main__":
    main()
