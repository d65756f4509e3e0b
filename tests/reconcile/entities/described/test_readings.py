"""Phrases are read once, and say what they say."""

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.reconcile.entities.described import readings
from reportedly.reconcile.entities.described.reading import read
from reportedly.reconcile.entities.described.readings import Readings
from tests.keeping import Kept

PHRASES = [
    "the former senator",
    "her ex-husband",
    "the 34-year-old baker",
    "a mother of three",
    "attorney for the Northern District",
    "those people",
    "",
]


def test_what_phrases_say_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later build reads only what is new; one that was not given is read, too."""
    kept, asked = Kept(), list[str]()

    def counted(phrase: str) -> object:
        asked.append(phrase)
        return read(phrase)

    monkeypatch.setattr(readings, "read", counted)
    for given in (PHRASES[:-2], PHRASES):
        asked.clear()
        phrases = pa.chunked_array([pa.array([*given, None, given[0]], pa.string())])
        found = Readings(phrases, LaptopJoins(kept, "1"))
        assert len(asked) == (5 if given != PHRASES else 2)
        assert [found.read(phrase) for phrase in PHRASES] == [read(p) for p in PHRASES]
    assert found.read("the mayor") == read("the mayor")
