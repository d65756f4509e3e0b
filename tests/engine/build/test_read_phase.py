"""What is read again at another place: the same bytes are annotated once."""

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


def test_what_is_gone_from_a_folder_is_not_listed_as_not_used(tmp_path: Path) -> None:
    """Once the folder, or a pattern that had found it, is given again, and not before."""
    pile, file = tmp_path / "pile", tmp_path / "c.chronicle"
    pile.mkdir()
    (pile / "geese.txt").write_text(_WORDS, encoding="utf-8")
    for name in ("broken.pdf", "blank.html"):
        (pile / name).write_bytes(b"%PDF-1.4 \x00" if name.endswith("pdf") else b"")
    build([pile], file, workers=0)
    both = [("blank.html", "empty"), ("broken.pdf", "binary")]
    assert sorted(_not_used(file)) == both
    for name in ("broken.pdf", "blank.html"):
        (pile / name).unlink()
    build([pile / "geese.txt"], file, workers=0)
    assert sorted(_not_used(file)) == both
    build([str(pile / "*.pdf"), pile / "geese.txt"], file, workers=0)
    assert ("blank.html", "empty") in _not_used(file)
    assert ("broken.pdf", "binary") not in _not_used(file)
    build([pile], file, workers=0)
    assert _not_used(file) == []


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
