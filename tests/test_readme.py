"""The README's Python runs as it is printed there."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportedly.sample import pile
from reportedly.show.cli import main

README = Path(__file__).resolve().parents[1] / "README.md"


def blocks() -> list[str]:
    """The blocks of Python, in order."""
    return re.findall(r"^```python\n(.*?)^```", README.read_text(), re.M | re.S)


def test_the_ten_lines_of_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside a folder of clippings, by somebody who copies them."""
    block = blocks()[0]
    for outlet in ("packet", "klaxon", "fairlead"):
        shutil.copytree(pile() / outlet, tmp_path / "clippings" / outlet)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(block, names)
    said, *findings = capsys.readouterr().out.splitlines()
    assert said.startswith("Ada Quill direct “The hall stays open,”")
    assert len(names["frame"]) > 10  # type: ignore[arg-type]
    assert {finding.split()[0] for finding in findings} >= {"conflict", "overtaken"}


def test_the_component_for_spacy(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks()[1], {})
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == "Ada Quill (“The hall stays open,”,) (told,)"
    assert last.startswith("Statement(")


def test_the_listing_is_what_the_sample_gives(sample_chronicle: Path) -> None:
    """Word for word, confidence and identifier included; lines may break elsewhere."""
    listing = re.search(
        r"^```text\n\$ reportedly (.*?)\n(.*?)^```", README.read_text(), re.M | re.S
    )
    assert listing is not None
    command, shown = listing.groups()
    asked = command.replace("demo/affair.chronicle", str(sample_chronicle)).split()
    answer = CliRunner().invoke(main, asked)
    assert " ".join(shown.split()) in " ".join(answer.output.split())
