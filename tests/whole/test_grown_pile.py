"""A chronicle that grew, shrank and changed is the one that would be built from nothing."""

import random
import shutil
from pathlib import Path

import pytest

from benchmarks.faults.points import exported
from reportedly.engine.build import build
from reportedly.store import connection as store
from reportedly.store import keeping, worked_out

PEOPLE = [
    "Ada Quill, the mayor of Tarn Head,",
    "Bo Fenwright, who keeps the lock,",
    "Quill",
    "Ines Marl, 34,",
    "the mayor",
]
SAID = [
    "The lock gate at Tarn Head will be closed until the last day of March",
    "The lock gate at Tarn Head will not be closed until the last day of March",
    "We have sold the ferry to the Marl family for 40,000 crowns",
    "We have sold the ferry to the Marl family for 14,000 crowns",
    "Nobody in the town was asked about the ferry",
]
BESIDE = [
    "Ines Marl, 34, has kept the ferry since her husband, Bo Fenwright, left it to her.",
    "The Tarn Courier reported on Monday that the ferry was sold in 2019.",
    "Fenwright denied that. He said that the gate had been closed before anybody was asked.",
]


def page(chosen: random.Random) -> str:
    """Some sentences on one affair: most are told by several pages, some nearly."""
    day = f"{chosen.randrange(1, 28)} March 2021"
    lines = [f"Lock gate of Tarn Head closed again, {day}"]
    lines += [
        f"“{chosen.choice(SAID)},” {chosen.choice(PEOPLE)} told the council."
        for _ in range(chosen.randrange(1, 4))
    ]
    retold = chosen.choice(SAID)
    lines.append(f"{chosen.choice(PEOPLE)} said that {retold[0].lower()}{retold[1:]}.")
    lines.append(chosen.choice(BESIDE))
    return "\n\n".join(lines) + "\n"


def from_nothing(chronicle: Path, to: Path) -> Path:
    """The same inputs, with nothing left of what was worked out."""
    shutil.copyfile(chronicle, to)
    with store.open_existing(to, writing=True) as opened:
        worked_out.forget(opened)
        keeping.drop_meta(opened, "reconciled")
    assert build([], to, workers=0).reconciled
    return to


@pytest.mark.parametrize("seed", [1, 2])
def test_grown_is_built(seed: int, tmp_path: Path) -> None:
    """Pages come, change, and take the words of others, some at a time: after each build all is
    exported as from a build from nothing."""
    chosen, pages, chronicle = random.Random(seed), tmp_path / "pages", tmp_path / "a.chronicle"
    pages.mkdir()
    for number in range(4):
        there = sorted(pages.iterdir())
        for path in chosen.sample(there, min(len(there), 1)):
            path.write_text(page(chosen))
        if len(there) > 2:
            copied, gone = chosen.sample(there, 2)
            gone.write_text(copied.read_text())
        for added in range(6 if not there else chosen.choice([0, 1, 2])):
            (pages / f"{number} {added}.txt").write_text(page(chosen))
        build([pages], chronicle, workers=0)
        anew = from_nothing(chronicle, tmp_path / f"{number}.chronicle")
        assert exported(chronicle, tmp_path / "one") == exported(anew, tmp_path / "other")
