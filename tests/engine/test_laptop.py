"""The laptop engine: the same rows with one worker or two, and a killed worker costs no row."""

import importlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from reportedly.engine.base import Work
from reportedly.engine.laptop import LaptopEngine

MODULE = """
import os, pathlib, signal
import pyarrow as pa

FOLDER = pathlib.Path(r"{folder}")

def double(batch):
    values = []
    for value in batch["value"].to_pylist():
        once = FOLDER / f"killed-{{value}}"
        if value == 13 or (value == 5 and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        values.append(value * 2)
    return pa.RecordBatch.from_pydict({{"value": values}})

def crashed(batch):
    return pa.RecordBatch.from_pydict({{"value": [-1]}})
"""


@pytest.fixture()
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Work]:
    """Work that doubles numbers; 5 kills its worker once, 13 always."""
    (tmp_path / "doubling_work.py").write_text(MODULE.format(folder=tmp_path))
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    module = importlib.import_module("doubling_work")
    module = importlib.reload(module)
    return lambda: Work("double", module.double, module.crashed)


def batches(*groups: list[int]) -> list[pa.RecordBatch]:
    return [pa.RecordBatch.from_pydict({"value": group}) for group in groups]


def values(results: object) -> Counter[int]:
    return Counter(v for batch in results for v in batch["value"].to_pylist())  # type: ignore[attr-defined]


def test_one_worker_and_two_give_the_same_rows(work: Callable[[], Work]) -> None:
    """Only the order may differ."""
    groups = [[1, 2], [3], [4, 6, 7], [8]]
    one = values(LaptopEngine(1).run(work(), batches(*groups)))
    two = values(LaptopEngine(2).run(work(), batches(*groups)))
    assert one == two == Counter([2, 4, 6, 8, 12, 14, 16])


def test_a_killed_worker_costs_a_retry_and_not_a_row(work: Callable[[], Work]) -> None:
    """The batch that was under way is run again, its neighbours too."""
    found = values(LaptopEngine(2).run(work(), batches([1, 5, 2], [3], [4])))
    assert found == Counter([2, 10, 4, 6, 8])


def test_a_row_that_always_kills_is_put_aside(work: Callable[[], Work]) -> None:
    """After two tries it becomes what `crashed` makes of it; the rest of its batch is kept."""
    found = values(LaptopEngine(2).run(work(), batches([1, 13, 2], [3])))
    assert found == Counter([2, -1, 4, 6])


def test_one_batch_starts_no_worker() -> None:
    """A folder of pages has one for each page."""
    here = Work("here", lambda batch: batch, lambda batch: batch)  # no worker could find it
    assert values(LaptopEngine(2).run(here, batches([1, 2]))) == Counter([1, 2])


def test_no_batches_give_no_results(work: Callable[[], Work]) -> None:
    """An empty pile starts no worker that never ends."""
    assert list(LaptopEngine(2).run(work(), [])) == []
