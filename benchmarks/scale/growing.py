"""One measure on piles of growing size, from nothing and with a few articles more.

In: a small annotated chronicle, sizes, and what measures one chronicle. Out: size → what it said.
"""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from benchmarks.scale.enlarging import add_more, enlarge

#: Articles that are added to a pile that was measured once.
MORE = 10
Measured = TypeVar("Measured")


def measure_growing(
    small: Path, sizes: Iterable[int], measure: Callable[[Path], Measured]
) -> tuple[dict[int, Measured], dict[int, Measured]]:
    """What `measure` says of each size from nothing, and with `MORE` articles added to that."""
    from_nothing, added = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            large = Path(folder) / f"{size}.chronicle"
            enlarge(small, large, size)
            from_nothing[size] = measure(large)
            add_more(small, large, size, MORE)
            added[size] = measure(large)
            large.unlink()
    return from_nothing, added
