"""What is read again at another place: the same bytes are annotated once."""

from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine import annotating
from reportedly.engine.build import build
from reportedly.model import Article, Statement

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
