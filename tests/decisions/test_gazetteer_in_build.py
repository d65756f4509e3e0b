"""A gazetteer named at a build links people in the chronicle, and goes when it is taken back."""

from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.engine.given import name_files
from reportedly.errors import RunAborted
from reportedly.model import Identifier
from reportedly.verify import verify


def identifiers(chronicle: Path) -> dict[str, str]:
    """Identifier → status."""
    with Chronicle.open(chronicle) as opened:
        return {row.identifier: row.status for row in opened.rows(Identifier)}


def test_a_gazetteer_names_people(chronicle: Path, tmp_path: Path) -> None:
    """The entry of that name is in the table with its evidence; others are not."""
    path = tmp_path / "known.csv"
    path.write_text("id,label,description\nQ1,Otto Brandling,harbour master\nQ2,Rufus Bane,mayor\n")
    name_files(chronicle, gazetteer=path)
    assert build([], chronicle, workers=0).reconciled
    assert set(identifiers(chronicle)) == {"Q1"}
    assert not build([], chronicle, workers=0).reconciled
    assert list(verify(chronicle)) == []
    path.unlink()
    with pytest.raises(RunAborted, match="--gazetteer none"):
        build([], chronicle, workers=0)
    name_files(chronicle, gazetteer=Path("none"))
    build([], chronicle, workers=0)
    assert identifiers(chronicle) == {}


def test_a_file_that_is_not_there_is_said_so(chronicle: Path, tmp_path: Path) -> None:
    """Before anything is built."""
    with pytest.raises(RunAborted, match="there is no file"):
        name_files(chronicle, gazetteer=tmp_path / "missing.csv")
