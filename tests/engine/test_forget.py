"""`forget` leaves nothing of a person or an article, in tables, indexes or free pages."""

from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.engine.forget import forget
from reportedly.errors import ReportedlyError
from reportedly.model import Article, Entity
from reportedly.verify import verify

TEXTS = {
    "one.txt": "“The bridge stays,” Wilhelmina Quarrell told the council on Monday. Quarrell, 52, "
    "is the chairwoman. Otto Brandling denied that the bridge was safe.",
    "two.txt": "WILHELMINA QUARRELL will resign, said Otto Brandling. “She is tired,” he said.",
    "three.txt": "“Ferries run on time,” said Otto Brandling, the harbour master, on Friday.",
}


@pytest.fixture()
def chronicle(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text + "\n")
    build([tmp_path / name for name in TEXTS], tmp_path / "c.chronicle", workers=0)
    return tmp_path / "c.chronicle"


def test_a_person_is_gone_for_good(chronicle: Path, tmp_path: Path) -> None:
    """No byte of the file holds the name; others keep their rows; spans hold."""
    with Chronicle.open(chronicle) as opened:
        assert any(entity.name == "Wilhelmina Quarrell" for entity in opened.rows(Entity))
    forget(chronicle, "Wilhelmina Quarrell")
    with Chronicle.open(chronicle) as opened:
        assert "Otto Brandling" in [entity.name for entity in opened.rows(Entity)]
        for table in ("articles", "statements", "mentions", "entities", "facts", "chain", "claims"):
            assert "quarrell" not in str(opened.arrow(table).to_pylist()).casefold()
    assert list(verify(chronicle)) == []


def test_a_forgotten_person_does_not_come_back(chronicle: Path, tmp_path: Path) -> None:
    """Also in an article that is added later, also by her surname there."""
    forget(chronicle, "Wilhelmina Quarrell")
    (tmp_path / "four.txt").write_text("Wilhelmina Quarrell has left. Quarrell said: “Goodbye.”\n")
    build([tmp_path / "four.txt"], chronicle, workers=0)
    with Chronicle.open(chronicle) as opened:
        texts = [article.text for article in opened.rows(Article)]
    assert len(texts) == 4
    assert not any("quarrell" in text.casefold() for text in texts)


def test_an_article_is_gone_and_not_read_again(chronicle: Path, tmp_path: Path) -> None:
    """By its path; its bytes become a reject when they are given again."""
    forget(chronicle, str(tmp_path / "two.txt"))
    report = build([tmp_path / "two.txt"], chronicle, workers=0)
    assert report.rows["articles"] == 2
    assert report.rejects == {"forgotten": 1}
    assert b"She is tired" not in chronicle.read_bytes()


def test_an_unknown_name_is_said_so(chronicle: Path) -> None:
    """Nothing is removed by mistake."""
    with pytest.raises(ReportedlyError, match="is called Nobody"):
        forget(chronicle, "Nobody")
