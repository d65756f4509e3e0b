"""No page of this repository leads nowhere: neither its links nor the programs that it names."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    path
    for folder in ("docs", "benchmarks", "training", "src")
    for path in (ROOT / folder).rglob("*.md")
) + sorted(ROOT.glob("*.md"))
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_PROGRAM = re.compile(r"python -m ((?:benchmarks|tools|training)(?:\.\w+)*)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Files are there under the names that stand in the link."""
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    own = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in own if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_programs_that_are_named_exist(page: Path) -> None:
    """Whoever copies a command runs something."""
    named = sorted(set(_PROGRAM.findall(page.read_text(encoding="utf-8"))))
    assert [name for name in named if not _is_program(name)] == []


def _is_program(name: str) -> bool:
    path = ROOT / name.replace(".", "/")
    return path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()
