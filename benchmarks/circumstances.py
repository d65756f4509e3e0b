"""When, where and with what something was measured: the line that a table of results carries."""

import datetime
import importlib.metadata
import os
import platform
import subprocess
from pathlib import Path

#: What does the work beside this program itself.
_LIBRARIES = ("numpy", "onnxruntime", "pyarrow", "rapidfuzz")


def circumstances(*peers: str) -> str:
    """Day, code, machine, Python and versions, as one sentence.

    Args:
        peers: libraries that were measured in the same run; those not installed are left out.
    """
    versions = [f"{name} {found}" for name in (*_LIBRARIES, *peers) if (found := _version(name))]
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    machine = f"{os.cpu_count()} processors ({platform.machine()})"
    parts = (day, _code(), machine, f"Python {platform.python_version()}", *versions)
    return f"Measured {', '.join(part for part in parts if part)}."


def _version(library: str) -> str | None:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return None


def _code() -> str | None:
    """The commit of the working tree, with a plus where the program differs from it."""

    def git(*arguments: str) -> str:
        told = subprocess.run(
            ["git", *arguments], cwd=Path(__file__).parent, capture_output=True, text=True
        )
        return told.stdout.strip()

    commit = git("rev-parse", "--short", "HEAD")
    changed = git("status", "--porcelain", "--untracked-files=no", "--", "../src")
    return f"commit {commit}{'+' if changed else ''}" if commit else None
