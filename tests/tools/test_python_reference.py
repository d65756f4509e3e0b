"""The page of the library: its examples run, and it leaves nothing public out."""

import re
import shutil
from pathlib import Path

import pytest

import reportedly
from reportedly.sample import pile
from tools.python_reference import python_page


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside a folder of clippings, by somebody who copies them."""
    shutil.copytree(pile() / "packet", tmp_path / "clippings")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"^```python\n(.*?)^```", python_page(), re.M | re.S)
    for example in examples:
        exec(example, {})
    assert len(examples) == 2 and Path("affair.chronicle").is_file()


def test_every_public_name_is_there() -> None:
    """Whatever `reportedly` exports has a heading of its own."""
    page = python_page()
    for name in set(reportedly.__all__) - {"__version__"}:
        assert re.search(rf"^##+ `reportedly\.{name}`$", page, re.M), name


def test_each_item_of_a_section_is_one_of_the_list() -> None:
    """No argument hides in the text of the one before."""
    assert "- `outlet`: who published it: the first hop of every chain.\n" in python_page()
