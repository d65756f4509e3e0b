"""Several who speak as one: the names of the pile, and whose statement it is."""

from pathlib import Path

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.engine.editing import Wish, decide
from reportedly.model import ChainHop, Entity, Statement
from reportedly.store import looking_up, pages_people


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


def test_names_given_by_hand_are_those_of_joint_speakers(tmp_path: Path) -> None:
    """At once, and when an article is added."""
    (tmp_path / "a.txt").write_text(
        "Severin Quill and Honora Tarn wrote to the board. “We have parted,” they said."
    )
    build([tmp_path / "a.txt"], tmp_path / "of.chronicle", workers=0)

    def speakers() -> set[str | None]:
        with Chronicle.open(tmp_path / "of.chronicle") as chronicle:
            rows = [s for s in chronicle.rows(Statement) if "parted" in s.content_text]
            hops = {hop.name for hop in chronicle.rows(ChainHop) if " & " in (hop.name or "")}
        assert hops == {row.speaker for row in rows}
        return hops

    assert speakers() == {"Severin Quill & Honora Tarn"}
    wish = Wish(action="rename", identifier="Severin Quill", words="Sev Quill")
    decide(tmp_path / "of.chronicle", wish)
    assert speakers() == {"Sev Quill & Honora Tarn"}
    (tmp_path / "b.txt").write_text("Aldo Reeve wrote to the board on Monday.")
    build([tmp_path / "b.txt"], tmp_path / "of.chronicle", workers=0)
    assert speakers() == {"Sev Quill & Honora Tarn"}
