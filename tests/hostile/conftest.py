"""The hostile pile as a chronicle, and a server over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsing import serving
from tests.hostile.corpus import write_pile


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chronicle of all hostile articles."""
    from reportedly.engine.build import build

    folder = tmp_path_factory.mktemp("hostile")
    write_pile(folder / "pile")
    build([folder / "pile"], folder / "hostile.chronicle")
    return folder / "hostile.chronicle"


@pytest.fixture(scope="session")
def served(hostile: Path) -> Iterator[str]:
    """The address of its pages."""
    with serving(hostile) as address:
        yield address
