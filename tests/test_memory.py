"""Memory is given back where nothing holds it any more, and where that is worth looking for."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from reportedly.memory import WORTH_BYTES, give_back, held_bytes


class Circle:
    """Something that holds itself, and so many bytes."""

    def __init__(self, size: int) -> None:
        self.itself = self
        self.weight = b"x" * size


@pytest.fixture(autouse=True)
def only_when_asked() -> Iterator[None]:
    """Python looks for circles only when it is told to."""
    gc.disable()
    yield
    gc.enable()


def test_what_hangs_together_in_circles_goes() -> None:
    """Companies of names hold their own caches, which would stay until Python looks for them."""
    give_back()
    seen = weakref.ref(Circle(2 * WORTH_BYTES))
    assert seen() is not None
    give_back()
    assert seen() is None


def test_little_is_not_looked_for() -> None:
    """Between the steps of a small pile nothing is searched."""
    if held_bytes() < 0:
        pytest.skip("this system does not tell how much memory a process holds")
    heavy = Circle(2 * WORTH_BYTES)
    give_back()
    seen = weakref.ref(Circle(1))
    give_back()
    assert seen() is not None
    del heavy


#: Nothing else may have loaded pandas or made an array, so that it is run by itself.
_WITHOUT = """
import sys
from reportedly.memory import leave_pandas
leave_pandas()
import pyarrow as pa
assert pa.array(["a", "b"]).to_pylist() == ["a", "b"]
assert "pandas" not in sys.modules
assert pa.table({"a": [1]}).to_pandas()["a"].tolist() == [1]
import pandas
assert pa.Table.from_pandas(pandas.DataFrame({"a": ["x"]})).num_rows == 1
"""


def test_pandas_is_loaded_by_whom_needs_it_alone() -> None:
    """An array of a list needs none; a frame has it loaded, though it was hidden before."""
    pytest.importorskip("pandas")
    subprocess.run([sys.executable, "-c", _WITHOUT], check=True)
