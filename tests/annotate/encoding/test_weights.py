"""Model files are checked before use, and what is wrong with them is said."""

import json
from pathlib import Path

import pytest

from reportedly.annotate.encoding.weights import (
    ModelFileError,
    load_encoder,
    shipped_encoder,
)


def test_the_shipped_encoder_is_loaded_once() -> None:
    """All texts of a process share one session."""
    assert shipped_encoder() is shipped_encoder()


def test_missing_model_is_named(tmp_path: Path) -> None:
    """A folder without a model says which file cannot be read and what to do."""
    with pytest.raises(ModelFileError, match=r"model\.json.*reinstall"):
        load_encoder(tmp_path)


@pytest.mark.parametrize("content", [b"other bytes", None], ids=["changed", "gone"])
def test_damaged_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    """A file with other bytes, or none at all, is refused before it is used."""
    (tmp_path / "model.json").write_text(json.dumps({"sha256": {"heads.npz": "0" * 64}}))
    if content:
        (tmp_path / "heads.npz").write_bytes(content)
    with pytest.raises(ModelFileError, match=r"heads\.npz.*reinstall"):
        load_encoder(tmp_path)


def test_damaged_description_is_refused(tmp_path: Path) -> None:
    """A description that is no JSON is reported as such."""
    (tmp_path / "model.json").write_text("{")
    with pytest.raises(ModelFileError, match="cannot read"):
        load_encoder(tmp_path)
