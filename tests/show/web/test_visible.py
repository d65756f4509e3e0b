"""Characters that hide or turn a line around are shown."""

import pytest

from reportedly.show.web.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a[U+202E]b"),
        ("a\x00b", "a␀b"),
        ("half \ud83d", "half [U+D83D]"),
        ("line\r\nline", "line \nline"),
        ("tab\tand \u00a0 é 😀", "tab\tand \u00a0 é 😀"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """Harmful ones are named, ordinary ones are left alone."""
    assert visible(text) == shown
