"""What is measured is listed once, can be run by name, and says when it was measured."""

import importlib.util
import re
from pathlib import Path

import pytest

import benchmarks
from benchmarks.__main__ import MEASURES
from benchmarks.circumstances import circumstances

FOLDER = Path(benchmarks.__file__).parent
README = (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_can_be_run_and_found(name: str) -> None:
    """Its program is there, and the table names it beside its page of results."""
    measure = MEASURES[name]
    assert importlib.util.find_spec(measure.module) is not None
    (row,) = [line for line in README.splitlines() if line.startswith("|") and f"`{name}`" in line]
    assert measure.page is None or f"({measure.page})" in row


def test_every_folder_is_in_the_table() -> None:
    """No measure is known to its author alone."""
    programs = MEASURES.values()
    named = {measure.module.split(".")[1] for measure in programs}
    named |= set(re.findall(r"^\| `(\w+)", README, re.MULTILINE))
    assert {path.parent.name for path in FOLDER.glob("*/__init__.py")} <= named


def test_every_page_is_linked() -> None:
    """What was measured can be found from the front page; and no link leads nowhere."""
    links = set(re.findall(r"\]\(([^)#]+)\)", README))
    assert [link for link in sorted(links) if not (FOLDER / link).exists()] == []
    pages = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.md")} - {"README.md"}
    assert pages <= links


@pytest.mark.parametrize("page", sorted(FOLDER.rglob("*.md")), ids=str)
def test_a_page_of_results_says_when(page: Path) -> None:
    """Figures without a day are worth little."""
    text = page.read_text(encoding="utf-8")
    assert "|" not in text or page.name == "README.md" or re.search(r"\b20\d\d-\d\d-\d\d\b", text)


def test_circumstances_name_the_day_and_what_ran() -> None:
    """A peer that is not installed is left out, not guessed."""
    told = circumstances("pytest", "no-such-library")
    assert re.match(r"Measured 20\d\d-\d\d-\d\d, .*Python 3\.\d+", told)
    assert "pytest " in told and "no-such-library" not in told and told.endswith(".")
