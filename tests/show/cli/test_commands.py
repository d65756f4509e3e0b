"""The command line: help, examples, exit codes, clear messages."""

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reportedly.show.cli import main

ALL = sorted(main.commands)


@pytest.mark.parametrize("name", ALL)
def test_every_command_has_help_with_an_example(name: str) -> None:
    """Whoever asks for help is shown a line to copy."""
    text = main.commands[name].help or ""
    assert f"reportedly {name}" in text, f"`reportedly {name} --help` shows no example"


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_described(name: str) -> None:
    """No option without a word on it, but `--port` and `--format`, which say it all."""
    for option in main.commands[name].params:
        if isinstance(option, click.Option) and option.opts[0] not in ("--port", "--format"):
            assert option.help, f"{name} {option.opts[0]}"


def test_exit_codes_are_documented() -> None:
    """In the help of the program itself."""
    text = CliRunner().invoke(main, ["--help"]).output
    assert all(f"\n    {code}" in text for code in ("0", "1", "2", "3", "4", "130"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify"],
        ["findings"],
        ["who", "Ada Quill"],
        ["timeline"],
        ["trace", "s0"],
        ["export", "--to", "out"],
        ["serve"],
        ["forget", "--yes", "Ada Quill"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_missing_chronicle_stops_with_the_next_step(arguments: list[str], tmp_path: Path) -> None:
    """Exit code 3, and how to make one."""
    command, *rest = arguments
    result = CliRunner().invoke(main, [command, str(tmp_path / "none.chronicle"), *rest])
    assert result.exit_code == 3, result.output
    assert "reportedly build" in result.output


def test_build_summary_and_questions(sample_chronicle: Path) -> None:
    """The questions are answered from the built sample, as text and as JSON."""
    run = CliRunner().invoke
    chronicle = str(sample_chronicle)
    assert "every span and every reference holds" in run(main, ["verify", chronicle]).output
    assert "Cannot all be true" in run(main, ["findings", chronicle, "--kind", "conflict"]).output
    about = run(main, ["findings", chronicle, "Ambrose"]).output
    assert "Ambrose: age" in about and "Changed on its way" not in about
    assert "did you mean Ambrose?" in run(main, ["findings", chronicle, "Ambros3"]).output
    for line in run(main, ["findings", chronicle, "--json"]).output.splitlines():
        assert len(json.loads(line)["evidence"]) >= 2
    assert run(main, ["timeline", chronicle]).exit_code == 0
    top = run(main, ["timeline", chronicle, "--top", "2", "--json"]).output.splitlines()
    assert [len(json.loads(line)["date"]) for line in top] == [10, 10]
    day = run(main, ["timeline", chronicle, "Thessaly Arkwell", "--top", "1"]).output
    assert "outlet" in day.splitlines()[0] and "Thessaly" in day
    assert run(main, ["timeline", chronicle, "no such name", "--top", "1"]).exit_code == 1
    assert run(main, ["who", chronicle, "nobody of this name"]).exit_code == 1
    assert run(main, ["trace", chronicle, "s0"]).exit_code == 1


def test_facts_that_agree_are_put_together(sample_chronicle: Path) -> None:
    """Several ages leave less than a year for the birth; the two that give its ends are named."""
    arguments = ["who", str(sample_chronicle), "Thessaly Arkwell"]
    text = CliRunner().invoke(main, arguments).output
    (line,) = [line for line in text.splitlines() if line.startswith("  together: born")]
    assert line.startswith("  together: born between") and line.count("age 4") == 2
    first = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).output.splitlines()[0])
    (born,) = [days for days in first["known"] if days["attribute"] == "birth_date"]
    assert born["earliest"] < born["latest"] and len(born["facts"]) == 2


def test_build_says_what_was_rejected(tmp_path: Path) -> None:
    """By name, with the reason; the rest is built; the exit code is that of success."""
    (tmp_path / "good.txt").write_text("“The bridge stays,” Ada Quill told the council.\n")
    (tmp_path / "empty.txt").write_text("")
    target = str(tmp_path / "c.chronicle")
    names = [str(tmp_path / name) for name in ("good.txt", "empty.txt", "missing.txt")]
    result = CliRunner().invoke(main, ["build", *names, "--to", target])
    assert result.exit_code == 0, result.output
    assert re.search(
        r"not used: \S*empty.txt has nothing in it; save it again, or leave it out \[empty\]",
        result.output,
    )
    assert "missing.txt" in result.output
    assert "1 article, outlets not known" in result.output


def test_nothing_read_is_its_own_exit_code(tmp_path: Path) -> None:
    """So that a script notices."""
    (tmp_path / "empty.txt").write_text("")
    arguments = ["build", str(tmp_path / "empty.txt"), "--to", str(tmp_path / "c.chronicle")]
    assert CliRunner().invoke(main, arguments).exit_code == 4


def test_filters_answer_each_line_in_order(tmp_path: Path) -> None:
    """A bad line gives a line that says so; the others are not touched."""
    lines = [
        json.dumps({"doc": "d1", "text": "“No,” said Ada Quill on 3 June 2018. She left."}),
        "not json",
        json.dumps({"doc": "d3", "text": ""}),
        json.dumps({"doc": "d4"}),
    ]
    for command, key in (
        ("attribute", "attributions"),
        ("mentions", "clusters"),
        ("dates", "timexes"),
    ):
        result = CliRunner().invoke(main, [command], input="\n".join(lines) + "\n")
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        assert [answer["doc"] for answer in answers] == ["d1", None, "d3", "d4"]
        assert answers[0][key]
        assert ["error" in answer for answer in answers] == [False, True, False, True]


def test_filters_answer_for_lines_and_texts_that_are_too_long() -> None:
    """An endless line is passed over in pieces, and the next one is read; limits can be raised."""
    good = json.dumps({"doc": "d2", "text": "“No,” said Ada Quill on 3 June 2018."})
    lines = [json.dumps({"doc": "d1", "text": "no " * 2000}), good]
    for limit, told in (("record_bytes=500", "record_bytes"), ("text_chars=500", "text_chars")):
        result = CliRunner().invoke(main, ["dates", "--limit", limit], input="\n".join(lines))
        first, second = (json.loads(line) for line in result.stdout.splitlines())
        assert f"raise the limit {told}" in first["error"]
        assert second["doc"] == "d2" and second["timexes"]
    assert "error" not in CliRunner().invoke(main, ["dates"], input="\n".join(lines)).stdout


def test_a_chronicle_with_nothing_in_it(tmp_path: Path) -> None:
    """Every question has an answer, none a traceback."""
    (tmp_path / "a.txt").write_text("The weather was fine.\n")
    chronicle = str(tmp_path / "c.chronicle")
    run = CliRunner().invoke
    run(main, ["build", str(tmp_path / "a.txt"), "--to", chronicle])
    asked = {
        ("findings",): (0, "nothing to point out"),
        ("findings", "--json"): (0, ""),
        ("timeline",): (0, "nothing here has a day"),
        ("timeline", "Ada"): (1, "nobody here is called 'Ada'"),
        ("who", " "): (1, "nobody here is called ' '"),
        ("trace", ""): (1, "no statement ''"),
        ("forget", "Ada", "--yes"): (1, "no person or article"),
        ("forget", "Ada"): (1, "no person or article"),
        ("verify",): (0, "every span and every reference holds"),
        ("export", "--to", str(tmp_path / "out")): (0, "tables"),
        ("export", "--to", str(tmp_path / "a.txt")): (3, "name another folder"),
    }
    for (command, *rest), (code, words) in asked.items():
        result = run(main, [command, chronicle, *rest])
        assert (result.exit_code, words in result.output) == (code, True), result.output


def test_reading_nothing_is_no_success(tmp_path: Path) -> None:
    """A script that reads one page learns from the exit code that there is no article in it."""
    page = tmp_path / "a.txt"
    page.write_text("“The hall stays open,” Ada Quill told the Post on Monday.")
    run = CliRunner().invoke
    assert run(main, ["read", str(tmp_path / "none.html")]).exit_code == 4
    assert run(main, ["read", str(tmp_path / "none.html"), str(page)]).exit_code == 0
