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
        if value == 21:
            raise MemoryError
        values.append(value * 2)
    return pa.RecordBatch.from_pydict({{"value": values}})

def crashed(batch):
    return pa.RecordBatch.from_pydict({{"value": [-1]}})
"""


@pytest.fixture()
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Work]:
    """Work that doubles numbers; 5 kills its worker once, 13 always; 21 finds no memory."""
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
    found = []
    for workers in (0, 1, 2, None):
        with LaptopEngine(workers) as engine:
            found.append(values(engine.run(work(), batches(*groups))))
    assert found == [found[0]] * 4
    assert found[0] == Counter([2, 4, 6, 8, 12, 14, 16])


def test_a_killed_worker_costs_a_retry_and_not_a_row(work: Callable[[], Work]) -> None:
    """The batch that was under way is run again, its neighbours too."""
    with LaptopEngine(2) as engine:
        found = values(engine.run(work(), batches([1, 5, 2], [3], [4])))
    assert found == Counter([2, 10, 4, 6, 8])


@pytest.mark.parametrize("workers", [1, 2, None])
@pytest.mark.parametrize("bad", [13, 21])
def test_a_row_that_always_fails_is_put_aside(
    workers: int | None, bad: int, work: Callable[[], Work]
) -> None:
    """Killed or out of memory, with one worker or two: it alone becomes what `crashed` makes."""
    with LaptopEngine(workers) as engine:
        found = values(engine.run(work(), batches([1, bad, 2], [3])))
        again = values(engine.run(work(), batches([4])))
    assert (found, again) == (Counter([2, -1, 4, 6]), Counter([8]))


def test_without_workers_all_is_done_here() -> None:
    """For small piles and for debugging."""
    here = Work("here", lambda batch: batch, lambda batch: batch)  # no worker could find it
    assert values(LaptopEngine(0).run(here, batches([1, 2], [3]))) == Counter([1, 2, 3])


def test_no_batches_give_no_results(work: Callable[[], Work]) -> None:
    """An empty pile starts no worker that never ends."""
    with LaptopEngine(2) as engine:
        assert list(engine.run(work(), [])) == []
