"""Names of files as text."""

import os

import pytest

from reportedly.paths import shown_path


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"page.txt", "page.txt"),
        ("Käse “neu” 😀\n.txt".encode(), "Käse “neu” 😀\n.txt"),
        (b"caf\xe9\xff.txt", r"caf\xe9\xff.txt"),
    ],
)
def test_every_name_can_be_stored(name: bytes, shown: str) -> None:
    """Good names stay as they are; bytes that are no text are written out."""
    assert shown_path(os.fsdecode(name)) == shown
    shown.encode("utf-8")
