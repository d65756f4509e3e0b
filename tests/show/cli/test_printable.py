"""What an article may not do to a terminal."""

import pytest

from reportedly.show.cli.printable import printable


@pytest.mark.parametrize(
    "hostile", ["\x1b]0;x\x07", "\x1b[2J", "\x9b31m", "\r", "\u202e", "\ud800"]
)
def test_no_character_takes_hold_of_the_terminal(hostile: str) -> None:
    """Each is shown as one that cannot be shown."""
    shown = printable(f"a{hostile}b")
    assert len(shown) == len(hostile) + 2
    assert not set(shown) & set("\x1b\x07\x9b\r\u202e\ud800")


def test_words_stay_as_they_are() -> None:
    """No-break spaces, marks, accents, other scripts, emoji, line ends."""
    words = "“Né\u00a0e – naïve”,\tשלום 😀\nnext"
    assert printable(words) == words
