"""Memory is given back where nothing holds it any more, and where that is worth looking for."""

import gc
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
