"""Many kill points over small piles: each action is killed, gone on with, and compared at its end.

An action is killed again and again, half of the time at a random moment and half of the time
before a random SQL statement, until it once ends by itself; then what it gave must be, byte for
byte, what an undisturbed one gave, and the next round begins.
"""

import hashlib
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults.killing import Action, killed_after, killed_at, statements_of
from reportedly.chronicle import Chronicle
from reportedly.decisions.model import Decision, Target
from reportedly.engine.build import build
from reportedly.show.export import export
from reportedly.store import decision_log
from reportedly.verify import verify

Digest = dict[str, str]

#: Decisions that one round makes.
_NOTES = 60


@dataclass(slots=True)
class Trial:
    """One kind of action: where it starts from, what it does, and what must come out."""

    name: str
    prepare: Callable[[], None]
    action: Action
    outcome: Callable[[], Digest]
    intact: Callable[[], None] = lambda: None
    """called after each kill: raises AssertionError when something committed is lost"""
    counts: Counter[str] = field(default_factory=Counter)


def exported(chronicle: Path, folder: Path) -> Digest:
    """File → hash of the export of a chronicle."""
    shutil.rmtree(folder, ignore_errors=True)
    with Chronicle.open(chronicle) as opened:
        export(opened, folder)
    return digest(folder)


def digest(folder: Path) -> Digest:
    """File → hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def run(trial: Trial, points: int, chosen: random.Random, folder: Path) -> Counter[str]:
    """Kills the action at so many points; what was counted, `different` and `lost` among it."""
    trial.prepare()
    began = time.monotonic()
    killed_after(1e9, trial.action)
    whole = time.monotonic() - began
    wanted = trial.outcome()
    trial.prepare()
    statements = statements_of(trial.action, folder)
    trial.prepare()
    for kill in _kills(trial.action, points, whole, statements, chosen, trial.counts):
        if kill():
            trial.counts["killed"] += 1
            _look(trial)
        else:
            trial.counts["rounds"] += 1
            trial.counts["different"] += trial.outcome() != wanted
            trial.prepare()
    while killed_after(1e9, trial.action):
        pass
    trial.counts["rounds"] += 1
    trial.counts["different"] += trial.outcome() != wanted
    return trial.counts


def _kills(
    action: Action,
    points: int,
    seconds: float,
    statements: int,
    chosen: random.Random,
    counts: Counter[str],
) -> Iterator[Callable[[], bool]]:
    while counts["killed"] < points:
        if counts["killed"] % 2 == 0 or not statements:
            after = chosen.uniform(0, seconds)
            yield lambda after=after: killed_after(after, action)
        else:
            at = chosen.randint(1, statements)
            yield lambda at=at: killed_at(at, action)


def _look(trial: Trial) -> None:
    try:
        trial.intact()
    except AssertionError as error:
        trial.counts["lost"] += 1
        print(f"{trial.name}: lost: {error}")


def building(inputs: list[str], folder: Path) -> Trial:
    """A chronicle built from nothing."""
    chronicle = folder / "built.chronicle"
    most = [0]

    def prepare() -> None:
        _remove(chronicle)
        most[0] = 0

    def intact() -> None:
        kept = _kept(chronicle)
        assert kept >= most[0], f"{kept} results of stages kept, {most[0]} before the kill"
        most[0] = kept

    return Trial(
        "build",
        prepare,
        lambda: build(inputs, chronicle, workers=0),
        lambda: exported(chronicle, folder / "built.tables") | _faults(chronicle),
        intact,
    )


def adding(inputs: list[str], folder: Path) -> Trial:
    """Articles added to a chronicle that has some: most of the time goes into reconciling."""
    first, chronicle = folder / "first.chronicle", folder / "grown.chronicle"
    build(inputs[::2], first, workers=0)
    build(inputs, folder / "annotated.chronicle", workers=0)
    before = exported(first, folder / "grown.tables")
    after = exported(folder / "annotated.chronicle", folder / "grown.tables")

    def prepare() -> None:
        _remove(chronicle)
        shutil.copyfile(first, chronicle)

    def intact() -> None:
        shown = exported(chronicle, folder / "grown.tables")
        apart = ("inputs.jsonl", "rejects.jsonl")
        for one in (before, after):
            if all(shown[name] == one[name] for name in one if name not in apart):
                return
        raise AssertionError("the tables are neither those before nor those after the build")

    return Trial(
        "reconcile",
        prepare,
        lambda: build(inputs, chronicle, workers=0),
        lambda: exported(chronicle, folder / "grown.tables") | _faults(chronicle),
        intact,
    )


def exporting(inputs: list[str], folder: Path) -> Trial:
    """Tables written as files: each is whole or not there."""
    chronicle, tables = folder / "exported.chronicle", folder / "exported.tables"
    build(inputs, chronicle, workers=0)
    whole = exported(chronicle, tables)

    def action() -> None:
        with Chronicle.open(chronicle) as opened:
            export(opened, tables)

    def intact() -> None:
        found = digest(tables) if tables.is_dir() else {}
        for name, content in found.items():
            if not name.endswith(".part"):
                assert content == whole[name], f"{name} is not whole"

    def prepare() -> None:
        shutil.rmtree(tables, ignore_errors=True)

    return Trial("export", prepare, action, lambda: digest(tables), intact)


def deciding(_: list[str], folder: Path) -> Trial:
    """Notes of people, one after another: each that was once there stays."""
    chronicle = folder / "decided.chronicle"
    seen: set[str] = set()

    def action() -> None:
        log = decision_log.open_log(chronicle)
        there = {each.decision_id for each in decision_log.decisions(log)}
        for number in range(_NOTES):
            if f"d{number}" not in there:
                decision_log.append(log, _note(number))

    def listed() -> list[Decision]:
        return decision_log.read_log(chronicle)

    def intact() -> None:
        now = {each.decision_id for each in listed()}
        assert seen <= now, f"gone: {sorted(seen - now)}"
        seen.update(now)

    def prepare() -> None:
        seen.clear()
        for beside in folder.glob("decided.decisions*"):
            beside.unlink()

    return Trial(
        "decisions",
        prepare,
        action,
        lambda: {f"decision {at}": str(each) for at, each in enumerate(listed())},
        intact,
    )


def _note(number: int) -> Decision:
    target = Target("person", "e1", "Ada Quill")
    return Decision(
        decision_id=f"d{number}",
        made="2019-05-06T10:00:00Z",
        action="note",
        target=target,
        words=f"note {number}",
    )


def _remove(chronicle: Path) -> None:
    for beside in chronicle.parent.glob(chronicle.name + "*"):
        beside.unlink()


def _faults(chronicle: Path) -> Digest:
    """What `verify` finds, as a part of what must be the same."""
    return {f"fault {number}": str(fault) for number, fault in enumerate(verify(chronicle))}


def _kept(chronicle: Path) -> int:
    from reportedly.store.connection import open_existing

    if not chronicle.is_file() or not chronicle.stat().st_size:
        return 0
    opened = open_existing(chronicle)
    count: int = opened.execute("select count(*) from kept").fetchone()[0]
    opened.close()
    return count
