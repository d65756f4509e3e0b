"""Progress: bars in a terminal, lines elsewhere; names of files reach it without their tricks."""

import io

import pytest

from reportedly.model import Reject
from reportedly.show.cli.progress import line_of, shown_progress


class Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, quiet: bool = False) -> str:
    """What a short run leaves on standard error."""
    monkeypatch.setattr("sys.stderr", stream)
    with shown_progress(quiet=quiet) as progress:
        progress.phase("read", 2)
        progress.advance(note="pile/[bold]one\x1b[31m.html")
        progress.rejected(Reject(path="two\x1b.html", record=None, reason="no_text", detail="menu"))
        progress.advance()
        progress.phase("annotate", 1)
    return stream.getvalue()


def test_a_terminal_has_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each phase has its own, full at the end; what is rejected stands on a line of its own."""
    output = shown(monkeypatch, Terminal())
    assert "Reading" in output
    assert "2/2" in output
    assert "Annotating" in output
    assert "[bold]one" in output
    assert "menu [no_text]" in output
    assert "\x1b[31m" not in output, "a file's name gives the terminal no orders"


def test_elsewhere_there_are_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """One a phase and one a reject, and only these when quiet."""
    output = shown(monkeypatch, io.StringIO())
    assert output.splitlines()[0] == "Reading: 2 inputs"
    assert len(output.splitlines()) == 3
    assert len(shown(monkeypatch, io.StringIO(), quiet=True).splitlines()) == 1


def test_a_reject_is_named_once() -> None:
    """Where the reason names the file it is not said twice; articles in a file count from 1."""
    named = Reject(path="a.pdf", reason="binary", detail="a.pdf is a PDF; save its text")
    assert line_of(named) == "not used: a.pdf is a PDF; save its text [binary]"
    within = Reject(path="feed.xml", record=0, reason="missing_text", detail="no content")
    assert line_of(within) == "not used: feed.xml (no. 1 in it): no content [missing_text]"
