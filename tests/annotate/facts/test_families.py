"""Families in the words of papers, through the whole program."""

from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.model import Article, Fact

_BLOCKS = (Path(__file__).parent / "families.txt").read_text(encoding="utf-8").split("\n\n")[1:]
_SENTENCES = [block.strip().split("\n- ") for block in _BLOCKS]
#: Sentence → the facts that it tells.
TOLD = [(told[0], told[1:]) for told in _SENTENCES if told[1:]]
TRAPS = [told[0] for told in _SENTENCES if not told[1:]]
_TIES = frozenset({"child", "children", "spouse", "relationship", "marriage_date", "divorce_date"})
Told = tuple[str, str, str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[Told]]:
    """File → the facts of its sentence; all in one pile."""
    folder = tmp_path_factory.mktemp("families")
    (folder / "pile").mkdir()
    for number, text in enumerate([*(text for text, _ in TOLD), *TRAPS]):
        page = f"Daily Gull, 3 May 2021\n\n{text}"
        (folder / "pile" / f"{number:03d}.txt").write_text(page, encoding="utf-8")
    build([folder / "pile"], folder / "pile.chronicle", workers=0)
    with Chronicle.open(folder / "pile.chronicle") as chronicle:
        names = {a.article_id: Path(a.path).name for a in chronicle.rows(Article)}
        found: dict[str, set[Told]] = {name: set() for name in names.values()}
        for fact in chronicle.rows(Fact):
            found[names[fact.article_id]].add((fact.subject or "", fact.attribute, fact.value))
    return found


def _is_told(wanted: str, facts: set[Told]) -> bool:
    subject, attribute, values = wanted.split("|")
    for value in values.split("~"):
        either = {(subject, attribute, value)}
        if attribute == "spouse":
            either.add((value, attribute, subject))
        if attribute == "relationship":
            tie, _, other = (
                value.partition(" to ") if " to " in value else value.partition(" from ")
            )
            word = " to " if " to " in value else " from "
            either.add((other, attribute, f"{tie}{word}{subject}"))
        if either & facts:
            return True
        # A child may be called by its given name or in full.
        if attribute == "child" and any(
            (s, a) == (subject, attribute) and v.split()[0] == value.split()[0] for s, a, v in facts
        ):
            return True
        if attribute in ("age", "birth_date") and any(
            s.split()[:1] == [subject.split()[0]] and (a, v) == (attribute, value)
            for s, a, v in facts
        ):
            return True
    return False


def test_most_facts_of_a_family_are_found(told):
    """Of the facts that a reader takes from these sentences nine in ten are rows."""
    asked = [(n, fact) for n, (_, facts) in enumerate(TOLD) for fact in facts]
    missed = [fact for n, fact in asked if not _is_told(fact, told[f"{n:03d}.txt"])]
    assert len(missed) <= len(asked) // 10, missed


def test_what_tells_no_tie_gives_none(told):
    """Dogs, fans, albums, bills and rumours make nobody a parent or a spouse."""
    for n, text in enumerate(TRAPS, start=len(TOLD)):
        assert not {fact for fact in told[f"{n:03d}.txt"] if fact[1] in _TIES}, text
