"""Inputs that once broke a reader, found by `benchmarks.fuzz`: each is read or rejected."""

from pathlib import Path

import pytest

from benchmarks.fuzz.targets import read

FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_it_breaks_no_reader_any_more(path: Path) -> None:
    """Nothing is raised, and no reject blames the program."""
    read(path.name, path.read_bytes())
