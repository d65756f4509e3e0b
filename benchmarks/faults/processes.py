"""Kills `reportedly build` at random moments and compares what comes out with an undisturbed build.

    python -m benchmarks.faults.processes [--kills 10] [--seed 1] INPUT...

Only the program itself is killed (SIGKILL); its workers have to notice.  Without INPUT the sample
that ships is built.  Prints one line for each kill and ends with exit code 1 when the exports
differ, `verify` finds a fault, or a worker is left behind.
"""

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportedly.chronicle import Chronicle
from reportedly.sample import pile
from reportedly.show.export import export
from reportedly.store.connection import open_existing
from reportedly.verify import verify


def main() -> int:
    """Runs the trial; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", nargs="*", default=[str(pile())])
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return _trial(asked.inputs, asked.kills, random.Random(asked.seed), Path(folder))


def _trial(inputs: list[str], kills: int, chosen: random.Random, folder: Path) -> int:
    began = time.monotonic()
    _start(inputs, folder / "whole.chronicle").wait()
    whole = time.monotonic() - began
    print(f"undisturbed: {whole:.1f} s")
    left = 0
    for number in range(1, kills + 1):
        # A third of the whole time at most: the later kills must still meet a build at work.
        left += _kill_one(inputs, folder, number, chosen.uniform(0.2, max(2.0, whole / 3)))
    _start(inputs, folder / "killed.chronicle").wait()
    same = _exported(folder / "whole.chronicle") == _exported(folder / "killed.chronicle")
    faults = list(verify(folder / "killed.chronicle"))
    print(f"same export: {same}; faults: {len(faults)}; workers left behind: {left}")
    return 0 if same and not faults and not left else 1


def _start(inputs: list[str], chronicle: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from reportedly.show.cli import main; main()", "build"]
    command += [*inputs, "--to", str(chronicle), "--workers", "2", "--quiet"]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)


def _kill_one(inputs: list[str], folder: Path, number: int, after: float) -> int:
    """Kills one build `after` so many seconds; the number of its workers that live on."""
    chronicle = folder / "killed.chronicle"
    process = _start(inputs, chronicle)
    time.sleep(after)
    met = process.poll() is None
    if met:
        process.send_signal(signal.SIGKILL)
    process.wait()
    time.sleep(1)
    left = _living(process.pid)
    ended = "" if met else ", had ended"
    print(f"kill {number:>2} after {after:4.1f} s: {_done(chronicle)}{ended}", flush=True)
    return left


def _living(session: int) -> int:
    """Processes of a session that are no zombies, from /proc."""
    count = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            state, _, _, of = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        count += int(of) == session and state != "Z" and int(entry.name) != os.getpid()
    return count


def _done(chronicle: Path) -> str:
    """How far the killed build had come."""
    if not chronicle.is_file() or not chronicle.stat().st_size:
        return "no file yet"
    opened = open_existing(chronicle)
    read = opened.execute("select count(*) from kept where stage = 'read'").fetchone()[0]
    kept = opened.execute("select count(*) from kept where stage <> 'read'").fetchone()[0]
    shown = opened.execute("select count(*) from articles").fetchone()[0]
    opened.close()
    return f"{read} articles read, {kept} results of stages kept, {shown} articles shown"


def _exported(chronicle: Path) -> dict[str, str]:
    folder = chronicle.with_suffix(".tables")
    with Chronicle.open(chronicle) as opened:
        export(opened, folder)
    files = sorted(folder.iterdir())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


if __name__ == "__main__":
    sys.exit(main())
