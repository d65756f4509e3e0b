"""Whoever has misspelt a name is told of names like it, and of none where there is none."""

import sqlite3
from pathlib import Path

import pytest

from reportedly.store.close_names import close_names, did_you_mean


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Thesaly Arkwel", "Thessaly Arkwell"),
        ("dalgrath", "Corvin Dalgarth"),
        ("Hepziba Tarant", "Hepzibah Tarrant"),
    ],
)
def test_the_closest_comes_first(sample_chronicle: Path, asked: str, meant: str) -> None:
    """Letters left out or exchanged, of a whole name or of one word, in any case."""
    with sqlite3.connect(sample_chronicle) as opened:
        assert close_names(opened, asked)[0] == meant
        assert did_you_mean(opened, asked, "search").startswith(f"did you mean {meant}")


@pytest.mark.parametrize("asked", ["", "  ", "zebra", "x" * 400, "%", "'"])
def test_nothing_like_it(sample_chronicle: Path, asked: str) -> None:
    """Where no name is like it the other step is told."""
    with sqlite3.connect(sample_chronicle) as opened:
        assert close_names(opened, asked) == []
        assert did_you_mean(opened, asked, "search") == "search"
