"""The same pile gives the same chronicle: in any order, with any workers, built at once, in parts,
or after being killed.
"""

import contextlib
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.faults.points import exported
from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.sample import pile
from reportedly.verify import verify


@pytest.fixture(scope="module")
def undisturbed(sample_chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return exported(sample_chronicle, tmp_path_factory.mktemp("undisturbed"))


def inputs() -> list[str]:
    """Every file of the sample, so that they can be given in another order."""
    return sorted(str(path) for path in pile().rglob("*") if path.is_file())


def test_order_and_workers_do_not_matter(undisturbed: dict[str, str], tmp_path: Path) -> None:
    """Files in another order, two workers: byte for byte the same export."""
    shuffled = inputs()
    random.Random(7).shuffle(shuffled)
    build(shuffled, tmp_path / "b.chronicle", workers=2)
    assert exported(tmp_path / "b.chronicle", tmp_path / "out") == undisturbed


def test_built_in_parts(undisturbed: dict[str, str], tmp_path: Path) -> None:
    """Half today, half tomorrow: the same as all at once."""
    listed = inputs()
    build(listed[1::2], tmp_path / "b.chronicle", workers=0)
    build(listed[0::2], tmp_path / "b.chronicle", workers=0)
    assert exported(tmp_path / "b.chronicle", tmp_path / "out") == undisturbed


def test_unchanged_input_costs_nothing(own_chronicle: Path) -> None:
    """Nothing is read, annotated or reconciled again."""
    report = build([pile()], own_chronicle, workers=0)
    assert report.annotated == 0
    assert not report.reconciled


def test_a_changed_file_replaces_what_it_gave(tmp_path: Path) -> None:
    """The old text of a path is gone when its file has new text."""
    page = tmp_path / "page.txt"
    page.write_text("“The bridge stays,” Ada Quill told the council on Monday evening.\n")
    build([page], tmp_path / "b.chronicle", workers=0)
    page.write_text("“The bridge goes,” Ada Quill told the council on Tuesday evening.\n")
    report = build([page], tmp_path / "b.chronicle", workers=0)
    assert report.rows["articles"] == 1
    with Chronicle.open(tmp_path / "b.chronicle") as opened:
        texts = opened.arrow("articles")["text"].to_pylist()
    assert "goes" in texts[0]


def test_killed_and_started_again(undisturbed: dict[str, str], tmp_path: Path) -> None:
    """SIGKILL at random moments; the workers notice, the last run ends with the same chronicle."""
    chronicle = tmp_path / "b.chronicle"
    command = [sys.executable, "-c", "from reportedly.show.cli import main; main()"]
    command += ["build", str(pile()), "--to", str(chronicle), "--workers", "2", "--quiet"]
    chosen = random.Random(11)
    for _ in range(4):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(chosen.uniform(0.5, 8))
        process.kill()
        process.wait()
    build([pile()], chronicle, workers=0)
    assert exported(chronicle, tmp_path / "out") == undisturbed
    assert list(verify(chronicle)) == []


def test_the_same_bytes_in_two_places_are_one_article(tmp_path: Path) -> None:
    """One article, two inputs; the first path by name is shown."""
    text = "“The bridge stays,” Ada Quill told the council on Monday evening.\n"
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(text)
    chronicle = tmp_path / "c.chronicle"
    report = build([tmp_path / "b.txt", tmp_path / "a.txt"], chronicle, workers=0)
    assert (report.rows["articles"], report.rows["inputs"]) == (1, 2)
    with Chronicle.open(chronicle) as opened:
        assert opened.arrow("articles")["path"].to_pylist() == [str(tmp_path / "a.txt")]


def test_a_copied_chronicle_is_whole(own_chronicle: Path, tmp_path: Path) -> None:
    """The file alone is the chronicle: nothing of it stands elsewhere."""
    moved = tmp_path / "moved" / "affair.chronicle"
    moved.parent.mkdir()
    shutil.copyfile(own_chronicle, moved)
    assert list(verify(moved)) == []
