"""Steps of a cluster build, parts, tasks and names of masters: what needs no Spark to be tested."""

from pathlib import Path

import pytest

from reportedly.engine.spark.layout import Layout, state_of
from reportedly.engine.spark.parts import part_of
from reportedly.engine.spark.pieces import Piece
from reportedly.engine.spark.session import TASK_FAILURES, with_retries
from reportedly.engine.spark.tasks import grouped
from reportedly.errors import ChronicleError


def test_a_finished_step_is_done_again_only_for_another_state(tmp_path: Path) -> None:
    done: list[str] = []
    layout = Layout(tmp_path)

    def make(folder: Path) -> None:
        assert list(folder.iterdir()) == []
        (folder / "rows").touch()
        done.append(folder.name)

    for state in ("one", "one", "two"):
        layout.run_step("read", state, make)
    assert done == ["read", "read"]


def test_a_step_that_failed_begins_anew(tmp_path: Path) -> None:
    """Whatever it left is gone."""
    layout = Layout(tmp_path)

    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        layout.run_step("read", "state", fail)
    layout.run_step("read", "state", lambda folder: (folder / "whole").touch())
    assert {file.name for file in layout.step("read").iterdir()} == {"whole", "finished"}


def test_states_tell_their_parts_apart() -> None:
    assert state_of("ab", "c") != state_of("a", "bc")
    assert state_of(["ab", "c"]) != state_of(["a", "bc"])
    assert state_of(["a"], "b") == state_of(["a"], "b")


def test_a_folder_of_another_layout_is_refused(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    with pytest.raises(ChronicleError, match="no finished chronicle"):
        layout.read_note()
    layout.note.write_text("{")
    with pytest.raises(ChronicleError, match=r"chronicle\.json cannot be read: Expecting"):
        layout.read_note()
    layout.note.write_text('{"layout": 99}')
    with pytest.raises(ChronicleError, match="layout 99"):
        layout.read_note()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (".", "it is another folder; build one with: reportedly build INPUT --engine spark --to"),
        ("nowhere", "there is no folder .*nowhere; check the name"),
        ("file", "is a file; a chronicle's file needs no loading"),
    ],
)
def test_what_is_no_folder_of_a_cluster_is_told_in_words(
    tmp_path: Path, name: str, why: str
) -> None:
    """The thing, what is wrong with it, the next step; no number of the system."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ChronicleError, match=why) as caught:
        Layout(tmp_path / name).read_note()
    assert "Errno" not in str(caught.value)


def test_parts_are_stable_and_even() -> None:
    """A change of the hash would put new rows beside old ones in other parts."""
    assert [part_of(f"a{n:016x}", 7) for n in range(5)] == FIRST_PARTS
    filled = [part_of(f"a{n:016x}", 4) for n in range(4000)]
    assert all(900 < filled.count(part) < 1100 for part in range(4))


FIRST_PARTS = [3, 0, 0, 4, 5]


def test_small_files_go_together_and_ranges_alone(tmp_path: Path) -> None:
    paths = []
    for n in range(5):
        path = tmp_path / f"{n}.txt"
        path.write_bytes(b"x" * 40)
        paths.append(Piece(str(path)))
    ranges = [Piece("crawl.warc", 0, 100), Piece("crawl.warc", 100, None)]
    assert [task for task, _ in grouped([*paths, *ranges], 100)] == [0, 0, 1, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("local", f"local[1,{TASK_FAILURES}]"),
        ("local[4]", f"local[4,{TASK_FAILURES}]"),
        ("local[*]", f"local[*,{TASK_FAILURES}]"),
        ("local[2,7]", "local[2,7]"),
        ("local-cluster[2,1,1024]", "local-cluster[2,1,1024]"),
        ("spark://host:7077", "spark://host:7077"),
    ],
)
def test_local_masters_get_retries(given: str, meant: str) -> None:
    assert with_retries(given) == meant
