"""Chronicles for tests of the store: an empty one to write into, and the sample to be asked."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.store import connection as store


@pytest.fixture()
def fresh(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A new, empty chronicle."""
    connection = store.create(tmp_path / "a.chronicle")
    yield connection
    connection.close()


@pytest.fixture()
def sample(sample_chronicle: Path) -> Iterator[sqlite3.Connection]:
    """The sample, for reading."""
    connection = store.open_existing(sample_chronicle)
    yield connection
    connection.close()
