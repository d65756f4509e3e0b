"""Several who speak as one have the names of the pile, in one order."""

from pathlib import Path

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.model import ChainHop, Entity, Statement
from reportedly.store import looking_up, pages_people


def test_two_are_told_in_one_order(tmp_path: Path) -> None:
    """An outlet that names the other first has no other source."""
    texts = {
        "a": "Severin Quill and Honora Tarn wrote to the board. “We have parted,” they said.",
        "b": "Severin Quill and Honora Tarn wrote a letter. “We are done here,” they said.",
        "c": "Honora Tarn and Severin Quill met the press. “We are off,” they said.",
    }
    (tmp_path / "pile").mkdir()
    for name, text in texts.items():
        (tmp_path / "pile" / f"{name}.txt").write_text(text)
    build([tmp_path / "pile"], tmp_path / "of.chronicle", workers=0)
    with Chronicle.open(tmp_path / "of.chronicle") as chronicle:
        speakers = [row.speaker for row in chronicle.rows(Statement) if "We" in row.content_text]
        hops = {hop.name for hop in chronicle.rows(ChainHop) if " & " in (hop.name or "")}
    assert speakers == ["Severin Quill & Honora Tarn"] * 3
    assert hops == set(speakers)


def test_what_two_say_together_is_said_by_each(tmp_path: Path) -> None:
    """In the terminal and on the page of either, and on nobody else's."""
    text = (
        "Severin Quill and Honora Tarn wrote to the board. “We have parted,” they said. Aldo Reeve "
        "saw Severin Quill."
    )
    (tmp_path / "a.txt").write_text(text)
    build([tmp_path / "a.txt"], tmp_path / "of.chronicle", workers=0)
    with Chronicle.open(tmp_path / "of.chronicle") as chronicle:
        entities = {each.name: each for each in chronicle.rows(Entity)}
        told, shown = {}, {}
        for name, entity in entities.items():
            own = looking_up.person(chronicle.connection, entity.entity_id)
            told[name] = [s.content_text for s in own.statements if "parted" in s.content_text]
            page = pages_people.person(chronicle.connection, entity)
            shown[name] = [line for line in page.by.lines if "parted" in repr(line)]
    assert {name for name, said in told.items() if said} == {"Severin Quill", "Honora Tarn"}
    assert {name for name, said in shown.items() if said} == {"Severin Quill", "Honora Tarn"}
