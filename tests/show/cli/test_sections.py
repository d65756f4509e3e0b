"""Every command stands in the program's help, once and with its whole first sentence."""

import pytest
from click.testing import CliRunner

from reportedly.show.cli import main
from reportedly.show.cli.sections import SECTIONS


def test_every_command_is_listed_once() -> None:
    """A command that no section names would not be found."""
    listed = [name for names in SECTIONS.values() for name in names]
    assert sorted(listed) == sorted(main.commands)


def test_no_sentence_is_cut() -> None:
    """Nothing in the list ends in dots."""
    assert "..." not in CliRunner().invoke(main, ["--help"]).output.replace("[ARGS]...", "")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["who", "affair.chronicle", "Ada", "Quill"], ['"Ada Quill".', "For example: "]),
        (["build", "clippings"], ["'--to'", "crawl.warc.gz --to affair.chronicle"]),
        (["decide", "merge", "affair.chronicle"], ["decide merge affair.chronicle"]),
        (["export", "affair.chronicle", "--format", "xlsx", "--to", "x"], ["--format jsonl"]),
    ],
)
def test_what_is_not_understood_is_told_with_an_example(
    command: list[str], told: list[str]
) -> None:
    """Somebody who left out quotation marks or an option sees what to write."""
    answer = CliRunner().invoke(main, command)
    assert answer.exit_code == 2
    assert [words for words in told if words not in answer.output] == []


def test_a_group_alone_shows_its_help() -> None:
    """No error: whoever asks for `decide` gets its commands."""
    assert CliRunner().invoke(main, ["decide"]).output.startswith("Usage: ")
