"""Tables on the disk between stages."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from reportedly.engine.spilling import Gathering, Spilled, let_go, place_of
from reportedly.schema import sorted_table, with_column

TABLE = pa.table({"name": ["b", "a", None], "spans": [[[0, 2]], [], [[3, 4], [5, 6]]]})


@pytest.mark.parametrize("least_bytes", [0, 1 << 20])
def test_a_table_comes_back_as_it_was(tmp_path: Path, least_bytes: int) -> None:
    """From files and from memory, without rows too; the files have no name that could be left."""
    tables = Spilled(tmp_path, least_bytes)
    tables.put("some", TABLE)
    tables.put("none", TABLE.slice(0, 0))
    assert tables["some"].equals(TABLE)
    assert tables["none"].equals(TABLE.slice(0, 0))
    assert sorted(tables) == ["none", "some"]
    assert list(tmp_path.iterdir()) == []


def test_only_columns_that_changed_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column handed on is left where it lies, and is read later as it was."""
    tables = Spilled(tmp_path, 0)
    tables.put("some", TABLE)
    given = tables["some"]
    written: list[pa.ChunkedArray] = []
    taken = Spilled._taken

    def counted(own: Spilled, column: pa.ChunkedArray) -> object:
        written.append(column)
        return taken(own, column)

    monkeypatch.setattr(Spilled, "_taken", counted)
    tables.put("some", with_column(given, "name", ["x", "y", "z"]), given)
    assert len(written) == 1
    assert tables["some"].equals(with_column(TABLE, "name", ["x", "y", "z"]))
    tables.put("some", tables["some"].slice(1), tables["some"])
    assert len(written) == 3
    assert tables["some"]["name"].to_pylist() == ["y", "z"]


def test_columns_are_as_loaded_until_they_are_put_again(tmp_path: Path) -> None:
    """Those handed on still are; nothing is said of tables that came later, or of a copy."""
    tables = Spilled(tmp_path, 0)
    assert tables.loaded({}) is None
    tables.put("some", TABLE)
    tables.note_loaded(pa.array(["a1"]), np.array([7], dtype=np.uint64))
    tables.put("later", TABLE)
    given = {name: tables[name] for name in tables}
    found = tables.loaded(given)
    assert found is not None
    assert found.places == {place_of(given["some"][name]) for name in TABLE.schema.names}
    tables.put("some", with_column(given["some"], "name", ["x", "y", "z"]), given["some"])
    given = {name: tables[name] for name in tables}
    found = tables.loaded(given)
    assert found is not None
    assert found.places == {place_of(given["some"]["spans"])}


def test_what_was_let_go_is_read_again(tmp_path: Path) -> None:
    """A table that somebody still holds stays as it was."""
    tables = Spilled(tmp_path, 0)
    tables.put("some", TABLE)
    held = tables["some"]
    assert held.equals(TABLE)
    let_go()
    assert held.equals(TABLE)


@pytest.mark.parametrize("at_once", [0, 1 << 20])
def test_rows_gathered_are_all_there_in_order(tmp_path: Path, at_once: int) -> None:
    """However many are held in memory; of a table without rows its columns."""
    gathering = Gathering({"some": TABLE.schema, "none": TABLE.schema}, tmp_path, at_once)
    for at in range(3):
        gathering.add({"some": TABLE.slice(at, 1)})
    found = dict(gathering.tables())
    assert found["some"].combine_chunks().equals(TABLE)
    assert (found["none"].num_rows, found["none"].schema) == (0, TABLE.schema)
    assert list(tmp_path.iterdir()) == []


def test_a_table_in_order_is_not_sorted_again() -> None:
    """Its columns are the very same then."""
    ordered = sorted_table(TABLE.slice(0, 2), "name")
    assert sorted_table(ordered, "name") is ordered
