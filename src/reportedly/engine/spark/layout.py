"""Where a cluster build keeps what in its folder, and which of its steps are finished.

FOLDER/chronicle.json                   what this is; written last
FOLDER/tables/TABLE/part=N/*.parquet    the chronicle, sorted by key within a part
FOLDER/kept/part=N/*.parquet            each stage's result for each article
FOLDER/work/                            steps of a build under way; gone when it is finished
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.errors import ChronicleError, told

#: Raised when the folder's layout changes.
LAYOUT_VERSION = 1
_MARKER = "finished"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one cluster build; every machine of the cluster must see them under one name."""

    folder: Path

    @property
    def note(self) -> Path:
        """The file that says that the folder holds a finished chronicle."""
        return self.folder / "chronicle.json"

    @property
    def tables(self) -> Path:
        """One folder for each table."""
        return self.folder / "tables"

    @property
    def kept(self) -> Path:
        """Results of the stages for each article."""
        return self.folder / "kept"

    @property
    def work(self) -> Path:
        """What lies here is of use to the build under way only."""
        return self.folder / "work"

    def step(self, name: str) -> Path:
        """The folder of one step's files."""
        return self.work / name

    def run_step(self, name: str, state: str, make: Callable[[Path], None]) -> None:
        """Lets `make` fill the step's folder, unless it was finished for the same `state`."""
        folder = self.step(name)
        marker = folder / _MARKER
        if marker.is_file() and marker.read_text(encoding="utf-8") == state:
            return
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        make(folder)
        write_whole(marker, state)

    def read_note(self) -> dict[str, Any]:
        """What `chronicle.json` says; raises ChronicleError where there is none to read."""
        try:
            note: dict[str, Any] = json.loads(self.note.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ChronicleError(self._why_none(error)) from error
        if note.get("layout") != LAYOUT_VERSION:
            raise ChronicleError(
                f"{self.folder} has layout {note.get('layout')}, this program reads "
                f"{LAYOUT_VERSION}; build it again, or use the reportedly that made it"
            )
        return note

    def _why_none(self, error: Exception) -> str:
        folder = self.folder
        if folder.is_file():
            return f"{folder} is a file; a chronicle's file needs no loading"
        if not folder.exists():
            return f"there is no folder {folder}; check the name"
        if isinstance(error, FileNotFoundError):
            why = "its build was not run to its end, or it is another folder"
        else:
            why = f"{self.note.name} cannot be read: {told(error)}"
        return (
            f"{folder} holds no finished chronicle of a cluster: {why}; build one with: "
            f"reportedly build INPUT --engine spark --to {folder}"
        )


def place(path: Path) -> str:
    """`path` as Spark takes it, whatever file system is its default."""
    return f"file://{path.resolve()}"


def write_whole(path: Path, text: str) -> None:
    """Writes a small file so that it is there whole or not at all."""
    beside = path.with_name(path.name + ".part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def state_of(*parts: str | Iterable[str]) -> str:
    """One short name for all that decides whether a step must be done again."""
    flat = [part if isinstance(part, str) else "\0".join(part) for part in parts]
    return hashlib.sha256("\1".join(flat).encode("utf-8", "surrogatepass")).hexdigest()[:16]
