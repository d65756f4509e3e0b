"""Checks of an installation: files, versions, models, room, and one small build to its end."""

import base64
import hashlib
import importlib.metadata
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

#: A chronicle takes some 30 KB an article; with less room than this few builds end.
_LEAST_FREE_BYTES = 200 * 2**20


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be so."""

    name: str
    sound: bool
    detail: str


def checks() -> Iterator[Check]:
    """Each check with its outcome, as it is made; none raises."""
    for name, check in _CHECKS.items():
        try:
            yield Check(name, True, check())
        except Exception as error:  # a check that fails is the answer, whatever it failed with
            yield Check(name, False, f"{type(error).__name__}: {error}")


def _python() -> str:
    return sys.version.split()[0]


def _sqlite() -> str:
    from reportedly.store.checking import try_library

    return f"{try_library()} with full-text search, JSON and windows"


def _package() -> str:
    """The hashes that the installer wrote down; a working tree has none, and is as it is."""
    checked = 0
    for file in importlib.metadata.files("reportedly") or []:
        if file.hash is None or file.suffix == ".pyc":
            continue
        digest = hashlib.new(file.hash.mode, Path(str(file.locate())).read_bytes()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != file.hash.value:
            raise RuntimeError(f"{file} is not the file that was installed")
        checked += 1
    return f"{checked} files are as they were installed"


def _disk() -> str:
    """Where chronicles are written by default, and where archives in archives are unpacked."""
    told = []
    for name, place in (("here", Path.cwd()), ("for what passes", Path(tempfile.gettempdir()))):
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"1")
        free = shutil.disk_usage(place).free
        if free < _LEAST_FREE_BYTES:
            raise RuntimeError(f"{free:,} bytes are free in {place}; make room")
        told.append(f"{free / 2**30:,.0f} GB free {name}")
    return ", ".join(told) + ", both can be written"


def _libraries() -> str:
    found = []
    for requirement in importlib.metadata.requires("reportedly") or []:
        if "extra ==" in requirement:
            continue
        name = requirement.split(";")[0].strip()
        for mark in "<>=!~[ ":
            name = name.split(mark)[0]
        found.append(f"{name} {importlib.metadata.version(name)}")
    return ", ".join(found)


def _parser() -> str:
    from reportedly.annotate.document import Document
    from reportedly.model import Article

    text = "Ada Quill said no."
    words = Document(Article(article_id="a", path="", text=text, sha256="")).parse.tokens
    if len(words) != 5:
        raise RuntimeError("the parser splits a plain sentence wrongly")
    return "a plain sentence is parsed"


def _encoder() -> str:
    from reportedly.annotate.attribution.neural.weights import shipped_weights
    from reportedly.annotate.encoding.weights import shipped_encoder

    shipped_encoder()
    shipped_weights()
    return "the encoder loads, and its files are those that were shipped"


def _small_build() -> str:
    from reportedly.engine.build import build
    from reportedly.verify import verify

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text("“The bridge will stay,” Ada Quill told the Marrow Post on Monday.\n")
        report = build([page], Path(folder) / "small.chronicle", workers=0)
        faults = list(verify(Path(folder) / "small.chronicle"))
    if faults or not report.rows["statements"]:
        raise RuntimeError(
            f"one article gave {report.rows['statements']} statements, {len(faults)} faults"
        )
    return "one article goes the whole way"


_CHECKS: dict[str, Callable[[], str]] = {
    "python": _python,
    "sqlite": _sqlite,
    "libraries": _libraries,
    "package": _package,
    "disk": _disk,
    "encoder": _encoder,
    "parser": _parser,
    "build": _small_build,
}
