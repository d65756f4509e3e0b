"""Builds wheel and source archive, installs the wheel in an empty environment, and runs it there.

    python -m tools.check_release [--keep FOLDER]

Needs what `requirements.lock` names, which pip fetches; ends with exit code 1 when anything that
must be in the archives is missing, or the installed program does not do what it should.
"""

import argparse
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: What a source archive must hold for others to test and package it.
_IN_SOURCE = (
    "LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "SECURITY.md", "licences.toml", "Makefile",
    "requirements.lock", "pyproject.toml", "tests/conftest.py", "benchmarks/faults/killing.py",
    "docs/cli.md",
)  # fmt: skip

#: What pip may bring for the program, in MB.
_MOST_MB = 400


def main() -> int:
    """Runs the check; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="leave archives and environment in this folder")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = (asked.keep or Path(folder)).resolve()
        place.mkdir(parents=True, exist_ok=True)
        wheel = _built(place / "dist")
        python = _environment(place / "venv", wheel)
        _try(python, place / "tried")
    print("the release is sound")
    return 0


def _run(*command: object, cwd: Path = ROOT) -> None:
    print("+", *(Path(str(part)).name for part in command), flush=True)
    subprocess.run([str(part) for part in command], check=True, cwd=cwd)


def _built(folder: Path) -> Path:
    """Both archives; the wheel that the source archive gives must hold the same files."""
    _run(sys.executable, "-m", "hatchling", "build", "-d", folder)
    wheel, source = _only(folder, "*.whl"), _only(folder, "*.tar.gz")
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        missing = [name for name in _IN_SOURCE if name not in names]
        if missing:
            sys.exit(f"the source archive lacks {', '.join(missing)}; see pyproject.toml")
        archive.extractall(folder / "source", filter="data")
    inner = _only(folder / "source", "*")
    _run(
        sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "again", cwd=inner
    )
    if _members(wheel) != _members(_only(folder / "again", "*.whl")):
        sys.exit("the source archive gives another wheel than the checkout")
    return wheel


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def _members(wheel: Path) -> list[tuple[str, int]]:
    with zipfile.ZipFile(wheel) as archive:
        return sorted((info.filename, info.CRC) for info in archive.infolist())


def _environment(folder: Path, wheel: Path) -> Path:
    """An environment with the locked libraries and the wheel, and nothing else."""
    venv.create(folder, with_pip=True, clear=True)
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "-q"]
    _run(*pip, "install", "-r", ROOT / "requirements.lock")
    _run(*pip, "install", "--no-deps", wheel)
    _run(*pip, "check")
    _run(python, ROOT / "tools" / "weight.py", "--most", _MOST_MB)
    return python


def _try(python: Path, folder: Path) -> None:
    """The program as a new user meets it, away from the checkout."""
    folder.mkdir(parents=True, exist_ok=True)
    program = python.with_name("reportedly")
    _run(program, "--version", cwd=folder)
    _run(program, "doctor", cwd=folder)
    _run(program, "demo", "--to", "demo", "--no-serve", cwd=folder)
    _run(program, "verify", "demo/affair.chronicle", cwd=folder)
    _run(program, "export", "demo/affair.chronicle", "--to", "tables", cwd=folder)
    _run(program, "report", "demo/affair.chronicle", cwd=folder)


if __name__ == "__main__":
    sys.exit(main())
