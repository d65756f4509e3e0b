"""Rows of articles in layers: the same as made at once, and made once."""

import random

import numpy as np
import pyarrow as pa
import pytest

from reportedly.arrays import Numbers
from reportedly.engine import layers
from reportedly.engine.layers import AT_ONCE, Articles, layered
from reportedly.engine.piecewise import Tables, unpack_all
from reportedly.identifiers import identifier
from tests.keeping import Kept


def articles(states: dict[str, int]) -> Articles:
    ids = sorted(states)
    return Articles(
        pa.array(ids, pa.string()), np.array([states[name] for name in ids], dtype=np.uint64)
    )


def rows_of(states: dict[str, int], kept: Kept, made: list[str] | None = None) -> list[str]:
    """The rows of all articles, those of one article side by side, and of which they were made."""

    def make(chosen: Numbers) -> Tables:
        names = [sorted(states)[at] for at in chosen]
        if made is not None:
            made.extend(names)
        rows = [(name, f"{name} {states[name]} {n}") for name in names for n in range(2)]
        columns = [pa.array([row[at] for row in rows], pa.string()) for at in range(2)]
        return {"found": pa.table(columns, names=["article_id", "row"])}

    parts = list(layered(articles(states), make, "key", kept))
    return [row for part in parts for row in part["found"]["row"].to_pylist()]


def names_in(table: pa.Table) -> list[str]:
    return [str(name) for name in table["article_id"].to_pylist()]


def test_whatever_comes_goes_and_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows are those of a first time, each once; made are those of new and changed articles
    alone; of those that are gone nothing is kept."""
    monkeypatch.setattr(layers, "_MOST", 60)
    chosen, kept, states = random.Random(3), Kept(), dict[str, int]()
    for number in range(60):
        before = dict(states)
        for name in chosen.sample(sorted(states), min(len(states), chosen.choice([0, 0, 1, 9]))):
            del states[name]
        for name in chosen.sample(sorted(states), min(len(states), chosen.choice([0, 1, 4]))):
            states[name] = chosen.randrange(3)
        for at in range(chosen.choice([0, 1, 3, 40])):
            states[identifier("a", f"{number} {at}")] = 0
        made: list[str] = []
        found = rows_of(states, kept, made)
        assert sorted(found) == sorted(rows_of(states, Kept()))
        assert set(made) <= {name for name in states if before.get(name) != states[name]}
        left = (unpack_all(payload) for key, payload in kept.items() if key != "key")
        named = {name for tables in left for t in tables.values() for name in names_in(t)}
        assert named == states.keys()


def test_some_more_write_little_again() -> None:
    """What was there before is written again only when as much is new."""
    kept = Kept()
    states = {identifier("a", str(number)): 0 for number in range(4 * AT_ONCE)}
    rows_of(states, kept)
    (large,) = (key for key in kept if key != "key")
    before = kept[large]
    for number in range(5):
        states[identifier("a", f"new {number}")] = 0
        rows_of(states, kept)
    assert kept[large] is before
    assert len(kept) <= 4  # what tells of layers, the large one and small ones


def test_a_layer_that_is_lost_is_made_again() -> None:
    """Nobody promised that it would be there."""
    kept = Kept()
    states = {identifier("a", str(number)): 0 for number in range(5)}
    rows = rows_of(states, kept)
    for key in [key for key in kept if key != "key"]:
        kept.drop(key)
    made: list[str] = []
    assert rows_of(states, kept, made) == rows
    assert made == sorted(states)
