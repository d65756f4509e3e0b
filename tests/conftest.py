"""Fixtures that many tests share: the built sample, and the data that users do not have."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.browsing import chromium_running

# A busy machine is no fault of what is tested.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")
# Shells have commands in the background ignore Ctrl-C, and so do all that these start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of corpora beside the repository; tests that need it skip where it is missing."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the shared corpora are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def sample_chronicle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample that ships, built once for all tests; to be read only."""
    from reportedly.engine.build import build
    from reportedly.sample import pile

    path = tmp_path_factory.mktemp("sample") / "affair.chronicle"
    build([pile()], path, workers=0)
    return path


@pytest.fixture()
def own_chronicle(sample_chronicle: Path, tmp_path: Path) -> Path:
    """A copy of the built sample that a test may change."""
    copy = tmp_path / "own.chronicle"
    shutil.copyfile(sample_chronicle, copy)
    return copy


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Headless Chromium, one a module: two of Playwright's contexts cannot be open at once."""
    with chromium_running() as opened:
        yield opened
