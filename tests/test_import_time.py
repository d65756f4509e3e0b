"""Importing the package and asking for help load nothing heavy."""

import subprocess
import sys

import pytest

#: Libraries that take tens of milliseconds or more to import.
HEAVY = ("spacy", "pyarrow", "trafilatura", "fastapi", "tqdm", "numpy", "lxml")


@pytest.mark.parametrize("code", ["import reportedly", "import reportedly.show.cli"])
def test_nothing_heavy_is_loaded(code: str) -> None:
    """The reason why `--help` is instant; checked by what is loaded, not by the clock."""
    script = f"import sys; {code}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == []
