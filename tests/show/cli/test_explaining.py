"""`reportedly attribute --explain`: for people in a terminal, plain in a pipe, as JSON."""

import json
from pathlib import Path

from click.testing import CliRunner

from reportedly.show.cli import main

TEXT = "“We will not sell,” Ada Quill said. The film “Cold Bread” opened on Friday."


def test_a_text_is_marked_and_explained() -> None:
    """Sources, cues and contents are marked in the text; each row has its reason."""
    output = CliRunner().invoke(main, ["attribute", "--explain", TEXT]).output
    assert "[T1:“We will not sell,”] [S1:Ada Quill] [C1:said]" in output
    assert "because:" in output
    assert "“Cold Bread” — a title" in output
    assert "\x1b" not in output, "colours belong in a terminal, not in a pipe"


def test_a_file_is_read_like_any_input(tmp_path: Path) -> None:
    """A path that exists is a file."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    output = CliRunner().invoke(main, ["attribute", "--explain", str(path)]).output
    assert "[S1:Ada Quill]" in output


def test_json_holds_rows_dropped_and_marks() -> None:
    """For programs: the same as plain values."""
    output = CliRunner().invoke(main, ["attribute", "--explain", "--json", TEXT]).output
    explained = json.loads(output)
    assert explained["rows"][0]["source"] == [[20, 29]]
    assert [mark["why"] for mark in explained["marks"]] == ["a title"]
    assert explained["abstained"] is None


def test_an_abstention_is_said() -> None:
    """In words for people, and as a field of the filter's output."""
    assert "Not read: no letters in it." in _run(["attribute", "--explain", "12 + 30"], "")
    line = json.dumps({"doc": "d", "text": "12 + 30"})
    assert json.loads(_run(["attribute"], line))["abstained"] == "no letters in it"


def test_a_threshold_leaves_out_what_is_less_sure() -> None:
    """Also in the filter; no row of certainty is to be had."""
    line = json.dumps({"doc": "d", "text": TEXT})
    assert json.loads(_run(["attribute", "--threshold", "1"], line))["attributions"] == []
    assert len(json.loads(_run(["attribute"], line))["attributions"]) == 1


def test_control_characters_never_reach_the_terminal() -> None:
    """What is printed is marked as replaced."""
    output = _run(["attribute", "--explain", "“We \x1b[31mgo,” said Ada Quill."], "")
    assert "\x1b" not in output


def _run(arguments: list[str], given: str) -> str:
    return CliRunner().invoke(main, arguments, input=given).output
