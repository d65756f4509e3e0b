"""`cast.toml`: what it does, that it survives, and that its errors say line, key and next step."""

from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.decisions.cast_file import read_cast
from reportedly.engine.build import build
from reportedly.engine.given import name_files
from reportedly.errors import RunAborted
from reportedly.model import DatedName, Entity
from reportedly.show.cli.summary import summary_lines
from reportedly.store import decision_log
from reportedly.verify import verify


def names(chronicle: Path) -> dict[str, tuple[str, ...]]:
    """Name → aliases of all people."""
    with Chronicle.open(chronicle) as opened:
        return {e.name: e.aliases for e in opened.rows(Entity) if e.kind == "person"}


def test_merge_rename_and_names_for_a_time(chronicle: Path, tmp_path: Path) -> None:
    """A cast file beside the chronicle is found; it says so in the reason; no log is made."""
    assert {"Maud Vane", "Maud Odell"} <= set(names(chronicle))
    (tmp_path / "cast.toml").write_text(
        '[[alias]]\nname = "Maud Odell"\nalias = "Maud Vane"\nfrom = "2001-05"\nuntil = 2012\n\n'
        '[[rename]]\nname = "Otto Brandling"\nto = "Captain Brandling"\n'
    )
    build([], chronicle, workers=0)
    found = names(chronicle)
    assert "Maud Vane" in found["Maud Odell"]
    assert "Otto Brandling" in found["Captain Brandling"]
    with Chronicle.open(chronicle) as opened:
        (dated,) = opened.rows(DatedName)
        entity = opened.row(Entity, dated.entity_id)
    assert (dated.name, dated.earliest, dated.latest) == ("Maud Vane", "2001-05", "2012")
    assert dated.given == "cast.toml, line 1"
    assert entity is not None and "by cast.toml, line 1" in (entity.reason or "")
    assert not decision_log.path_for(chronicle).exists()
    assert list(verify(chronicle)) == []
    (tmp_path / "cast.toml").unlink()
    build([], chronicle, workers=0)
    assert {"Maud Vane", "Maud Odell", "Otto Brandling"} <= set(names(chronicle))


def test_what_could_not_be_done_is_told(chronicle: Path, tmp_path: Path) -> None:
    """A name that nobody has: the summary names the line, the name and the next step."""
    (tmp_path / "cast.toml").write_text(
        '[[rename]]\nname = "Otto Brandling"\nto = "Captain Brandling"\n\n'
        '[[merge]]\nnames = ["Maud Odell", "Maude Odel"]\n'
    )
    report = build([], chronicle, workers=0)
    told = "cast.toml, line 5: nobody here is called “Maude Odel”; check the name"
    assert report.unapplied == [told]
    assert f"  {told}" in summary_lines(report)
    (tmp_path / "cast.toml").unlink()
    assert build([], chronicle, workers=0).unapplied == []


def test_split_and_block(chronicle: Path, tmp_path: Path) -> None:
    """An article's person becomes another; who is never to be one stays two."""
    with Chronicle.open(chronicle) as opened:
        path = next(
            iter(opened.connection.execute("select path from articles where path like '%three%'"))
        )[0]
    (tmp_path / "my-cast.toml").write_text(
        f'[[split]]\nname = "Maud Odell"\narticles = ["{path}"]\nas = "Maud the Younger"\n\n'
        '[[block]]\nnames = ["Maud Odell", "Maud Vane"]\n\n'
        '[[merge]]\nnames = ["Maud Odell", "Maud Vane"]\n'
    )
    name_files(chronicle, cast=tmp_path / "my-cast.toml")
    build([], chronicle, workers=0)
    assert {"Maud the Younger", "Maud Odell", "Maud Vane"} <= set(names(chronicle))
    assert list(verify(chronicle)) == []
    (tmp_path / "my-cast.toml").unlink()
    with pytest.raises(RunAborted, match="--cast none"):
        build([], chronicle, workers=0)
    name_files(chronicle, cast=Path("none"))
    build([], chronicle, workers=0)
    assert "Maud the Younger" not in names(chronicle)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[merge]]\nnames = [\n", "cast.toml: "),
        ('[[marry]]\nnames = ["A"]\n', r"line 1, marry: there is no such entry; use \[\[merge\]\]"),
        ('\n[[merge]]\nnames = ["A"]\n', r"line 3, \[\[merge\]\] names: is no list of two or more"),
        ("[[merge]]\n", r"line 1, \[\[merge\]\] names: is missing; add: names = "),
        ('[[rename]]\nname = "A"\nto = 3\n', r"line 3, \[\[rename\]\] to: is no name; write: to ="),
        (
            '[[alias]]\nname = "A"\nalias = "B"\nfrom = "May"\n',
            r"line 4, \[\[alias\]\] from: 'May' is no date",
        ),
        (
            '[[rename]]\nname = "A"\nto = "B"\ncolour = "red"\n',
            r"line 4, \[\[rename\]\] colour: is not known here; use one of: article, name, to",
        ),
        ('[[split]]\nname = "A"\n', r"\[\[split\]\] alias: either articles or alias"),
        (
            'merge = [{names = ["A", "B"]}]\n',
            r"line 1, merge: not every entry has a heading .* write \[\[merge\]\] on a line above",
        ),
        ('[["block"]]\nnames = ["A", "B"]\n', r"line 1, block: not every entry has a heading"),
        (
            '[[alias]]\nname = "A"\nalias = "B"\nfrom = "2016-13"\n',
            r"line 4, \[\[alias\]\] from: the calendar has no 2016-13; write: from =",
        ),
        (
            '[[alias]]\nname = "A"\nalias = "B"\nfrom = 2019\nuntil = "2016-05"\n',
            r"line 5, \[\[alias\]\] until: 2016-05 lies before from, 2019; exchange the two",
        ),
    ],
)
def test_errors_say_where_and_what_next(tmp_path: Path, text: str, words: str) -> None:
    """The file, the line, the key, what is wrong, and what to write."""
    path = tmp_path / "cast.toml"
    path.write_text(text)
    with pytest.raises(RunAborted, match=words):
        read_cast(path)


def test_a_folder_is_no_cast_file(tmp_path: Path) -> None:
    """A folder is told apart from a file that is missing; no chronicle is made."""
    with pytest.raises(RunAborted, match="is a folder; name the file in it"):
        name_files(tmp_path / "a.chronicle", cast=tmp_path)
    with pytest.raises(RunAborted, match="there is no file"):
        name_files(tmp_path / "a.chronicle", cast=tmp_path / "cast.toml")
    assert not (tmp_path / "a.chronicle").exists()


def test_namesakes_are_not_guessed(chronicle: Path, tmp_path: Path) -> None:
    """A name that two have says so and changes nothing; with an article it is taken up."""
    with Chronicle.open(chronicle) as opened:
        path = next(
            iter(opened.connection.execute("select path from articles where path like '%three%'"))
        )[0]
    split = f'[[split]]\nname = "Otto Brandling"\narticles = ["{path}"]\n\n'
    cast = tmp_path / "cast.toml"
    cast.write_text(split + '[[rename]]\nname = "Otto Brandling"\nto = "Otto the Other"\n')
    build([], chronicle, workers=0)
    assert "Otto the Other" not in names(chronicle)
    cast.write_text(
        f'{split}[[rename]]\nname = "Otto Brandling"\narticle = "{path}"\nto = "Otto the Other"\n'
    )
    build([], chronicle, workers=0)
    assert {"Otto the Other", "Otto Brandling"} <= set(names(chronicle))
