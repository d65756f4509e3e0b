"""What is read again at another place: the same bytes are annotated once."""

import sqlite3
from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine import annotating
from reportedly.engine.build import build
from reportedly.model import Article, Input, Reject, Statement

_WORDS = "“The geese may stay,” said Odile Farrow, who counted nine of them on the bank.\n"


@pytest.fixture
def stages_run(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the stages that worked on an article, in order."""
    names: list[str] = []
    run_stage = annotating.run_stage

    def counted(name, document, rows):
        names.append(name)
        return run_stage(name, document, rows)

    monkeypatch.setattr(annotating, "run_stage", counted)
    return names


def test_a_folder_that_was_moved_costs_no_stage(tmp_path: Path, stages_run: list[str]) -> None:
    """The article has its new path, and what was found in it is as it was."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "geese.txt").write_text(_WORDS, encoding="utf-8")
    file = tmp_path / "c.chronicle"
    build([tmp_path / "old"], file, workers=0)
    with Chronicle.open(file) as chronicle:
        before = list(chronicle.rows(Statement))
    assert stages_run
    stages_run.clear()
    (tmp_path / "old").rename(tmp_path / "new")
    build([tmp_path / "new"], file, workers=0)
    with Chronicle.open(file) as chronicle:
        assert list(chronicle.rows(Statement)) == before
        (article,) = chronicle.rows(Article)
    assert article.path.endswith("new/geese.txt")
    assert stages_run == []


def _not_used(file: Path) -> list[tuple[str, str]]:
    with Chronicle.open(file) as chronicle:
        return [(Path(each.path).name, each.reason) for each in chronicle.rows(Reject)]


@pytest.fixture
def with_rejects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and two inputs that cannot be used, here as `pile`."""
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "geese.txt").write_text(_WORDS, encoding="utf-8")
    (pile / "broken.pdf").write_bytes(b"%PDF-1.4 \x00")
    (pile / "blank.html").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return pile


BOTH = [("blank.html", "empty"), ("broken.pdf", "binary")]


@pytest.mark.parametrize("again", ["pile", "pile/geese.txt"])
def test_what_was_deleted_is_not_listed_as_not_used(with_rejects: Path, again: str) -> None:
    """Whether its folder is given again or another file, by names or by absolute paths."""
    for at, inputs in enumerate((["pile"], [with_rejects], ["pile/blank.html", "pile/broken.pdf"])):
        file = with_rejects.parent / f"{at}.chronicle"
        build(inputs, file, workers=0)
        assert sorted(_not_used(file)) == BOTH
    for name in ("broken.pdf", "blank.html"):
        (with_rejects / name).unlink()
    for at in range(3):
        file = with_rejects.parent / f"{at}.chronicle"
        build([again], file, workers=0)
        assert _not_used(file) == []


def test_what_a_pattern_found_is_not_listed_once_it_is_gone(with_rejects: Path) -> None:
    """A pattern that fits nothing any more is told of itself."""
    file = with_rejects.parent / "c.chronicle"
    build(["pile/*"], file, workers=0)
    (with_rejects / "broken.pdf").unlink()
    build(["pile/*.pdf", "pile/geese.txt"], file, workers=0)
    assert ("broken.pdf", "binary") not in _not_used(file)
    assert ("blank.html", "empty") in _not_used(file)


def test_a_build_started_elsewhere_takes_nothing_for_deleted(
    with_rejects: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There `pile` is another folder, or none."""
    file = with_rejects.parent / "c.chronicle"
    build(["pile/blank.html", "pile/broken.pdf"], file, workers=0)
    other = with_rejects.parent / "other"
    other.mkdir()
    (other / "ducks.txt").write_text(_WORDS.replace("geese", "ducks"), encoding="utf-8")
    monkeypatch.chdir(other)
    build(["ducks.txt"], file, workers=0)
    assert sorted(_not_used(file)) == BOTH


def test_a_name_that_was_missing_is_listed_until_a_build_without_it(tmp_path: Path) -> None:
    """Whoever mistyped it once is not told of it for ever; `forget`, which names nothing, keeps
    what is listed."""
    (tmp_path / "geese.txt").write_text(_WORDS, encoding="utf-8")
    file = tmp_path / "c.chronicle"
    build([tmp_path / "geese.txt", tmp_path / "gese.txt"], file, workers=0)
    assert _not_used(file) == [("gese.txt", "missing_file")]
    build([], file, workers=0)
    assert _not_used(file) == [("gese.txt", "missing_file")]
    build([tmp_path / "geese.txt"], file, workers=0)
    assert _not_used(file) == []


def test_a_file_moved_within_its_folder_has_one_place(tmp_path: Path) -> None:
    """The page of an article leads to no file that is gone; deleted articles stay."""
    pile, file = tmp_path / "pile", tmp_path / "c.chronicle"
    (pile / "kept").mkdir(parents=True)
    (pile / "geese.txt").write_text(_WORDS, encoding="utf-8")
    build([pile], file, workers=0)
    (pile / "geese.txt").rename(pile / "kept" / "geese.txt")
    build([pile], file, workers=0)
    with Chronicle.open(file) as chronicle:
        here = str(pile / "kept" / "geese.txt")
        assert [each.path for each in chronicle.rows(Input)] == [here]
        assert [each.path for each in chronicle.rows(Article)] == [here]
    (pile / "kept" / "geese.txt").unlink()
    build([pile], file, workers=0)
    with Chronicle.open(file) as chronicle:
        assert len(list(chronicle.rows(Article))) == 1


def test_what_an_earlier_version_read_is_annotated_when_something_else_is_added(
    tmp_path: Path,
) -> None:
    """Whoever upgrades and adds one file has not given the others again: they stay as read."""
    file = tmp_path / "c.chronicle"
    for name, bird in (("geese.txt", "geese"), ("ducks.txt", "ducks")):
        (tmp_path / name).write_text(_WORDS.replace("geese", bird), encoding="utf-8")
    build([tmp_path / "geese.txt"], file, workers=0)
    with sqlite3.connect(file) as connection:
        connection.execute("update kept set fingerprint = 'of an earlier version'")
    build([tmp_path / "ducks.txt"], file, workers=0)
    with Chronicle.open(file) as chronicle:
        said = [each.content_text for each in chronicle.rows(Statement)]
    assert sorted(said) == ["“The ducks may stay,”", "“The geese may stay,”"]
    again = build([tmp_path / "ducks.txt"], file, workers=0)
    assert (again.annotated, again.reconciled) == (0, False)
