"""Two short pages beside one another, through the whole program: what a reader would be shown."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.model import Article, Finding

_GULL, _POST = "Daily Gull, 3 May 2019", "Tarn Post, 6 May 2019"


def _findings(folder: Path, first: str, second: str) -> list[Finding]:
    (folder / "pile").mkdir()
    for name, head, text in (("a", _GULL, first), ("b", _POST, second)):
        (folder / "pile" / f"{name}.txt").write_text(f"{head}\n\n{text}\n", encoding="utf-8")
    build([folder / "pile"], folder / "c.chronicle", workers=0)
    with Chronicle.open(folder / "c.chronicle") as chronicle:
        return list(chronicle.rows(Finding))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The closure of the Tarn yard will cost 140 jobs, the company said.",
            "The closure of the Tarn yard will cost 210 jobs, the union said.",
        ),
        (
            "Ann Orr won the seat by 213 votes on Thursday.",
            "Ann Orr won the seat by 231 votes on Thursday.",
        ),
        (
            "The painter Leo Strand died on Tuesday aged 90.",
            "The painter Leo Strand has died at the age of 88.",
        ),
    ],
)
def test_two_that_cannot_both_be_so(first, second, tmp_path):
    """Each pair is one conflict."""
    assert [f.kind for f in _findings(tmp_path, first, second)] == ["conflict"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hale Foods employs 300 people in Marl.", "Hale Foods employs 450 people in Tarn."),
        (
            "Ann Orr raised £20,000 for the library in Marl.",
            "Ann Orr has raised £35,000 for the library in Marl.",
        ),
        (
            "The fire at Quay Row killed three people, the police said.",
            "The fire at Quay Row killed 12 people, the police said.",
        ),
        (
            "It takes 1,200 names here and 2,300 names there. Ann Orr has 1,200 names in Marl.",
            "Ann Orr has 2,300 names in Marl. It takes 1,200 names here.",
        ),
        ("A friend said that Ann Orr was not angry.", "Ann Orr was angry, her lawyer said."),
    ],
)
def test_two_that_can(first, second, tmp_path):
    """Another town, what grows, numbers that both give, another's word."""
    assert _findings(tmp_path, first, second) == []


#: Pairs of pages of which a careful reader would be shown a finding, in six sets, and some which
#: only look like them: so many of each set are right.  The last two are by somebody who had read no
#: code; read first they had 22 and 17 of 40, see `benchmarks/findings`.
FLOORS = {"a": 30, "b": 37, "c": 34, "d": 33, "e": 26, "f": 21}
_PAIRS = Path(__file__).with_name("pairs_of_pages.jsonl")
#: How rare a word is shows among other articles only.
_OTHERS = Path(__file__).parents[2] / "piles" / "mire_station" / "pile"


@pytest.mark.slow
def test_what_a_careful_reader_would_be_shown(tmp_path):
    """As many pairs as were reached have the kind of finding that is wanted, and those that only
    look alike have none."""
    build([_OTHERS], tmp_path / "others.chronicle", workers=0)
    right: Counter[str] = Counter()
    false = []
    for number, line in enumerate(_PAIRS.read_text(encoding="utf-8").splitlines()):
        pair = json.loads(line)
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, (outlet, day, text) in zip("ab", pair["pages"], strict=True):
            (folder / f"{name}.txt").write_text(f"{outlet}, {day}\n\n{text}\n", encoding="utf-8")
        chronicle = tmp_path / f"{number}.chronicle"
        shutil.copyfile(tmp_path / "others.chronicle", chronicle)
        found = _kinds_of(folder, chronicle)
        right[pair["set"]] += pair["finding"] in found if pair["finding"] else not found
        if found and not pair["finding"]:
            false.append(pair["pages"])
        chronicle.unlink()
    assert false == []
    assert {name: count for name, count in right.items() if count < FLOORS[name]} == {}


def _kinds_of(folder: Path, path: Path) -> set[str]:
    """The kinds of the findings that rest on a page of a folder, when it is added."""
    build([folder], path, workers=0)
    with Chronicle.open(path) as chronicle:
        own = {a.article_id for a in chronicle.rows(Article) if str(folder) in a.path}
        return {f.kind for f in chronicle.rows(Finding) if own & {e.article_id for e in f.evidence}}
