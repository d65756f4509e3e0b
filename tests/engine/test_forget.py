"""`forget` leaves nothing of a person or an article, in tables, indexes or free pages."""

from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.engine.editing import Wish, decide
from reportedly.engine.forget import find_what_to_forget, forget
from reportedly.errors import ReportedlyError
from reportedly.model import CHRONICLE, Article, Entity, Statement
from reportedly.payload import unpack
from reportedly.store import connection as store
from reportedly.store import decision_log
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
    with pytest.raises(ReportedlyError, match="is called 'Nobody'"):
        forget(chronicle, "Nobody")


def test_decisions_on_a_forgotten_person_go_too(chronicle: Path) -> None:
    """No byte of the log holds the name or what was noted of her; notes on others stay."""
    wishes = (
        Wish(action="note", kind="person", identifier="Wilhelmina Quarrell", words="a hot lead"),
        Wish(action="rename", identifier="Wilhelmina Quarrell", words="Mina Quarrell"),
        Wish(action="note", kind="person", identifier="Otto Brandling", words="knows Quarrell"),
    )
    made = [decide(chronicle, wish) for wish in wishes]
    decide(chronicle, Wish(action="undo", decision=made[0].decision_id))
    forget(chronicle, "Mina Quarrell")
    left = decision_log.read_log(chronicle)
    assert [(each.action, each.words) for each in left] == [("note", "knows ████████")]
    for file in (chronicle, *chronicle.parent.glob("c.decisions*")):
        assert b"a hot lead" not in file.read_bytes()
    for file in chronicle.parent.glob("c.decisions*"):
        assert b"Quarrell" not in file.read_bytes()
    assert list(verify(chronicle)) == []


def test_decisions_on_a_forgotten_article_go_too(chronicle: Path, tmp_path: Path) -> None:
    """Those on it and on its statements; others stay and are found again."""
    with Chronicle.open(chronicle) as opened:
        articles = {article.path: article.article_id for article in opened.rows(Article)}
        two = articles[str(tmp_path / "two.txt")]
        said = next(s.statement_id for s in opened.rows(Statement) if s.article_id == two)
    decide(chronicle, Wish(action="note", kind="statement", identifier=said, words="check this"))
    decide(chronicle, Wish(action="tag", kind="article", identifier=two, words="doubtful"))
    decide(chronicle, Wish(action="note", kind="person", identifier="Otto Brandling", words="old"))
    forget(chronicle, str(tmp_path / "two.txt"))
    assert [each.words for each in decision_log.read_log(chronicle)] == ["old"]
    for file in chronicle.parent.glob("c.decisions*"):
        assert b"She is tired" not in file.read_bytes()
        assert b"doubtful" not in file.read_bytes()


def test_no_byte_holds_a_forgotten_name(tmp_path: Path) -> None:
    """Neither the file, its free pages, its log, its packed rows nor the names of its inputs."""
    for name, text in TEXTS.items():
        (tmp_path / f"quarrell-wilhelmina-quarrell-{name}").write_text(text + "\n")
    account = "“No,” @wilhelminaquarrell wrote. The bridge shut on Monday.\n"
    (tmp_path / "account.txt").write_text(account)
    path = tmp_path / "c.chronicle"
    build(sorted(tmp_path.glob("*.txt")), path, workers=1)
    forget(path, "Wilhelmina Quarrell")
    for file in tmp_path.iterdir():
        if file.name.startswith("c."):
            assert b"quarrell" not in file.read_bytes().lower(), file.name
    connection = store.open_existing(path)
    for row in connection.execute("select payload from kept"):
        kept = unpack(row[0])
        held = [row for kind in (Article, *CHRONICLE) for row in kept.of(kind)]
        assert "quarrell" not in str(held).casefold()
    for table in connection.execute("select name from sqlite_master where type = 'table'"):
        for row in connection.execute(f'select * from "{table[0]}"'):
            assert "quarrell" not in str(tuple(row)).casefold(), table[0]
    connection.close()


def test_a_name_of_one_word_is_not_forgotten_by_mistake(tmp_path: Path) -> None:
    """It may be somebody else's; the articles can be forgotten."""
    (tmp_path / "one.txt").write_text("“No,” said Wilhelmina Quarrell. Brandt said: “Yes.”\n")
    build([tmp_path / "one.txt"], tmp_path / "c.chronicle", workers=1)
    with Chronicle.open(tmp_path / "c.chronicle") as opened:
        short = [e.name for e in opened.rows(Entity) if " " not in e.name]
    for name in short:
        with pytest.raises(ReportedlyError, match="one word only"):
            forget(tmp_path / "c.chronicle", name)


def test_what_would_go_is_told_in_words_before_it_goes(chronicle: Path, tmp_path: Path) -> None:
    """A person with the number of articles, an article by its path; nothing is changed."""
    before = chronicle.read_bytes()
    assert find_what_to_forget(chronicle, "Wilhelmina Quarrell") == [
        "person Wilhelmina Quarrell, named in 2 articles"
    ]
    (told,) = find_what_to_forget(chronicle, str(tmp_path / "two.txt"))
    assert told.startswith("article ") and told.rstrip(")").endswith("two.txt")
    with pytest.raises(ReportedlyError, match="did you mean Wilhelmina Quarrell"):
        find_what_to_forget(chronicle, "Wilhelmina Quarel")
    assert chronicle.read_bytes() == before
