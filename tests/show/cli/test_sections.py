"""Every command stands in the program's help, once and with its whole first sentence."""

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
