"""The reference pages in `docs/` are what the code says."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tools.make_reference import DOCS, pages


def test_pages_are_current() -> None:
    """Whoever changes a table or a command also runs `make docs`."""
    for name, text in pages().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"{name} is stale; run: make docs"


def test_every_column_is_described() -> None:
    """No column goes into the reference without a sentence."""
    for line in pages()["tables.md"].splitlines():
        if line.startswith("| `"):
            assert line.rstrip("| ").count("|") >= 3, line
