"""Exports hold every row of every table, the same in each format."""

import csv
import errno
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from reportedly import schema
from reportedly.chronicle import Chronicle
from reportedly.errors import ReportedlyError, RunAborted
from reportedly.model import CHRONICLE
from reportedly.show.export import export


@pytest.fixture(scope="module")
def folders(sample_chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    found = {}
    with Chronicle.open(sample_chronicle) as opened:
        for form in ("jsonl", "parquet", "csv"):
            found[form] = tmp_path_factory.mktemp(form)
            export(opened, found[form], form)  # type: ignore[arg-type]
    return found


def lines(folder: Path, table: str) -> list[dict[str, object]]:
    with (folder / f"{table}.jsonl").open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


@pytest.mark.parametrize("kind", CHRONICLE, ids=[kind.table for kind in CHRONICLE])
def test_all_formats_hold_the_same_rows(kind: type, folders: dict[str, Path]) -> None:
    """Columns and values of JSONL, Parquet and CSV agree."""
    rows = lines(folders["jsonl"], kind.table)
    table = pq.read_table(folders["parquet"] / f"{kind.table}.parquet")
    assert table.column_names == list(schema.hints(kind))
    assert table.to_pylist() == rows
    with (folders["csv"] / f"{kind.table}.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = list(csv.reader(stream))
    assert cells[0] == table.column_names
    assert len(cells) - 1 == len(rows)


def test_rows_are_sorted_by_key(folders: dict[str, Path]) -> None:
    """So that two exports can be compared line by line."""
    names = [row["statement_id"] for row in lines(folders["jsonl"], "statements")]
    assert names == sorted(names)
    assert len(names) > 50


def test_every_table_has_real_rows(folders: dict[str, Path]) -> None:
    """The sample fills every table of the model but those that only a cast file can fill."""
    empty = [kind.table for kind in CHRONICLE if not lines(folders["jsonl"], kind.table)]
    assert empty == ["identifiers", "dated_names"]


def test_a_table_opens_in_excel(folders: dict[str, Path]) -> None:
    """Which takes UTF-8 for Windows-1252 where no byte order mark stands in front."""
    for table in folders["csv"].glob("*.csv"):
        assert table.read_bytes().startswith(b"\xef\xbb\xbf"), table.name


def test_a_formula_is_shown_and_not_run(tmp_path: Path) -> None:
    """A spreadsheet must not run what an article says."""
    from reportedly.show.export.csv_table import cell

    assert cell("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert cell([[0, 3]]) == "[[0, 3]]"


def test_an_unknown_format_is_named(sample_chronicle: Path, tmp_path: Path) -> None:
    """With those that there are."""
    with (
        Chronicle.open(sample_chronicle) as opened,
        pytest.raises(ReportedlyError, match=r"'xlsx'; there are: jsonl, parquet, csv"),
    ):
        export(opened, tmp_path, "xlsx")  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["csv", "ical"])
def test_a_full_disk_leaves_no_half(
    sample_chronicle: Path, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what to do; no file beside the place remains."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with (
        Chronicle.open(sample_chronicle) as opened,
        pytest.raises(RunAborted, match="no space left on device; make room"),
    ):
        export(opened, tmp_path, form)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(sample_chronicle: Path, tmp_path: Path) -> None:
    """A file in the place of the folder: a clear message, nothing half written."""
    (tmp_path / "out").write_text("a file")
    with Chronicle.open(sample_chronicle) as opened, pytest.raises(RunAborted, match="is a file"):
        export(opened, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file"
