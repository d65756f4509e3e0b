"""A small pile of invented people: who is who in it is open to argument."""

from pathlib import Path

import pytest

TEXTS = {
    "one.txt": "The harbour will close, Maud Vane said on Monday. “Nobody asked us,” Vane said. "
    "Otto Brandling, the harbour master, denied it.",
    "two.txt": "Maud Odell, 41, said the harbour would stay open. “We were asked,” Odell said. "
    "Otto Brandling agreed with her.",
    "three.txt": "“I will stay,” said Otto Brandling, 52, on Friday. Maud Odell said that she "
    "would not.",
}


@pytest.fixture()
def pile(tmp_path: Path) -> Path:
    """A folder of articles."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text + "\n")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of it, built once; to be copied."""
    from reportedly.engine.build import build

    folder = tmp_path_factory.mktemp("built")
    for name, text in TEXTS.items():
        (folder / name).write_text(text + "\n")
    build(sorted(folder.glob("*.txt")), folder / "c.chronicle", workers=0)
    return folder / "c.chronicle"


@pytest.fixture()
def chronicle(built: Path, tmp_path: Path) -> Path:
    """A copy of that chronicle, for one test to change."""
    import shutil

    return Path(shutil.copyfile(built, tmp_path / "c.chronicle"))
