"""Functions with large tables travel as files, and say in a task what they say here."""

import functools
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from reportedly.engine.spark.shipping import Shelf, load, ship

pytestmark = pytest.mark.usefixtures("spark_installed")


class Lengths:
    """Remembers what it was asked, as comparisons of articles do."""

    def __init__(self, words: pa.Table) -> None:
        self._words = words
        self.length = functools.lru_cache(maxsize=7)(self._length)

    def _length(self, at: int) -> int:
        return len(self._words["word"][at].as_py())


def test_large_tables_lie_in_files_beside_the_function(tmp_path: Path) -> None:
    """Tables, columns and numbers over a megabyte; what a method remembers stays here."""
    words = pa.table({"word": [f"{n:020}" for n in range(60_000)]})
    column, numbers, lengths = words["word"], np.arange(200_000), Lengths(words)
    few = pa.table({"word": ["oak"]})

    def asked(at: int) -> tuple[int, str, str, int, str]:
        texts = words["word"][at].as_py(), column[at].as_py()
        return lengths.length(at), *texts, int(numbers[at]), few["word"][0].as_py()

    expected = asked(5)
    at = ship(asked, tmp_path)
    assert at.stat().st_size < 10_000
    assert len(list(tmp_path.iterdir())) == 4
    assert load(at)(5) == expected


def test_what_lies_on_a_shelf_is_what_the_function_looks_at(tmp_path: Path) -> None:
    """Also where another thing got the place in memory of one that is gone."""
    shelf = Shelf(tmp_path / "shelf")
    for number in range(5):
        folder = tmp_path / str(number)
        folder.mkdir()
        numbers = np.full(200_000, number)
        at = ship(lambda numbers=numbers: int(numbers.sum()), folder, shelf)
        assert [file.name for file in folder.iterdir()] == [at.name]
        assert load(at)() == number * 200_000
        del numbers
