"""What `pyproject.toml` asks for is what the program imports: nothing more, nothing undeclared."""

import ast
import functools
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import reportedly

SOURCE = Path(reportedly.__file__).parent
PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"

#: What the extras bring; who asks for it without them is told which extra to install.
OPTIONAL = frozenset({"pandas", "polars", "py4j", "pyspark", "spacy"})


@functools.cache
def imported() -> dict[str, str]:
    """Import name of each library → a file that imports it."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for name in _modules(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(name.partition(".")[0], str(path.relative_to(SOURCE)))
    own = {"reportedly", *sys.stdlib_module_names}
    return {name: path for name, path in found.items() if name not in own}


def _modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def declared() -> set[str]:
    """Distributions that an installation brings, by their normalised names."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    names = (re.split(r"[^\w.-]", wanted, maxsplit=1)[0] for wanted in project["dependencies"])
    return {_normal(name) for name in names}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@functools.cache
def _installed() -> Mapping[str, list[str]]:
    return importlib.metadata.packages_distributions()


def providers(name: str) -> set[str]:
    """Distributions that bring a module of this name."""
    return {_normal(each) for each in _installed().get(name, [name])}


def test_what_is_imported_is_declared() -> None:
    """No library is there only because another one happens to bring it.

    Other people's modules ask for more where it happens to be installed, and do without.
    """
    missing = {
        name: path
        for name, path in imported().items()
        if name not in OPTIONAL
        and not path.startswith("vendored")
        and not providers(name) & declared()
    }
    assert missing == {}


def test_what_is_declared_is_imported() -> None:
    """Nobody installs what nothing uses."""
    used = {name for module in imported() for name in providers(module)}
    assert declared() - used == set()
