"""Memory is given back where nothing holds it any more."""

import weakref

from reportedly.memory import give_back


class Circle:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_hangs_together_in_circles_goes() -> None:
    """Companies of names hold their own caches, which would stay until Python looks for them."""
    seen = weakref.ref(Circle())
    assert seen() is not None
    give_back()
    assert seen() is None
