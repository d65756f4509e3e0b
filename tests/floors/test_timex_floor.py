"""Expressions of time must not get worse than they were on the documents kept apart."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

#: Measured F1 (percent), less one point for what a better rule may cost elsewhere.
FLOORS = {"relaxed": 92.0, "strict": 83.0, "value_f1": 74.0}


def _benchmark() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "dates" / "timex.py"
    spec = importlib.util.spec_from_file_location("timex_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.floor
def test_timex_scores_stay_above_their_floors(shared_data: Path) -> None:
    found = _benchmark().scores(
        shared_data / "data" / "time", shared_data / "eval" / "timex_score.py"
    )
    assert found["relaxed"]["f1"] >= FLOORS["relaxed"]
    assert found["strict"]["f1"] >= FLOORS["strict"]
    assert found["value_f1"] >= FLOORS["value_f1"]
