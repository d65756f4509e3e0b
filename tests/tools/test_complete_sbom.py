"""The SBOM lists what the package carries of others, and no component without a licence."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tools import complete_sbom

LIBRARY = {"name": "oakcutter", "version": "1", "licenses": [{"license": {"id": "MIT"}}]}


def written(folder: Path, *components: object) -> Path:
    file = folder / "sbom.json"
    file.write_text(json.dumps({"components": components}))
    return file


def test_what_ships_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others' code with its version, and what is for the tests alone left out."""
    file = written(tmp_path, LIBRARY, {"name": "protobuf"})
    monkeypatch.setattr(sys, "argv", ["complete_sbom", str(file)])
    assert complete_sbom.main() == 0
    found = {each["name"]: each for each in json.loads(file.read_text())["components"]}
    assert found["oakcutter"] == LIBRARY
    assert found["protobuf"]["licenses"] == [{"license": {"name": "BSD-3-Clause"}}]
    assert found["D3"]["version"] and found["D3"]["type"] == "library"
    assert {"trafilatura", "htmldate", "invented articles"} <= set(found)
    assert "axe-core" not in found


def test_a_library_without_a_licence_is_no_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, LIBRARY, {"name": "mystery"})
    monkeypatch.setattr(sys, "argv", ["complete_sbom", str(file)])
    assert complete_sbom.main() == 1
    assert "mystery" in capsys.readouterr().err
