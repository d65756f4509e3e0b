"""What ships is what `licences.toml` and NOTICE say, and the versions agree."""

import tomllib
from pathlib import Path

import pytest

import reportedly

ROOT = Path(__file__).resolve().parents[2]
PARTS = tomllib.loads((ROOT / "licences.toml").read_text())["part"]
#: Texts of licences, and what Python makes of our own files.
OURS = (".py", ".pyc")


def shipped() -> list[str]:
    """Every file of the package that is no Python of our own, and the tests' vendored ones."""
    found = [*(ROOT / "src").rglob("*"), *(ROOT / "tests" / "vendor").rglob("*.js")]
    texts = {part.get("text") for part in PARTS}
    names = [str(file.relative_to(ROOT)) for file in found if file.is_file()]
    return sorted(
        name
        for name in names
        if not name.endswith(OURS) and name not in texts and ".egg-info" not in name
    )


def listed(part: dict[str, object]) -> set[str]:
    """The files that one entry means."""
    paths = part["paths"]
    assert isinstance(paths, list)
    return {
        str(file.relative_to(ROOT))
        for pattern in paths
        for file in ROOT.glob(pattern)
        if file.is_file() and file.suffix not in OURS
    }


def test_every_file_is_listed_once_with_its_licence() -> None:
    """A file that somebody adds has to say where it comes from."""
    entries = [listed(part) for part in PARTS]
    for name in shipped():
        assert sum(name in entry for entry in entries) == 1, name


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["what"][:20])
def test_an_entry_has_its_licence_beside_it(part: dict[str, str]) -> None:
    """Others' code comes with the text of its licence."""
    assert part["licence"]
    if part.get("unchanged"):
        assert len((ROOT / part["text"]).read_text()) > 400


def test_what_is_vendored_is_named_in_the_notice() -> None:
    """Who receives the wheel reads NOTICE, not this list."""
    notice = (ROOT / "NOTICE").read_text()
    for part in PARTS:
        folders = {str(Path(path).parent).split("*")[0].rstrip("/") for path in part["paths"]}
        if part.get("unchanged") and not part["paths"][0].startswith("tests/"):
            assert any(folder in notice for folder in folders), part["what"]


def test_one_version_everywhere() -> None:
    """In pyproject.toml, in the package, and first in CHANGELOG.md."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert reportedly.__version__ == version
    headings = [
        line for line in (ROOT / "CHANGELOG.md").read_text().splitlines() if line.startswith("## ")
    ]
    assert headings[0].split()[1] == version
