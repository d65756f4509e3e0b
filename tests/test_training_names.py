"""Scripts of training are run seldom, and the libraries they need are not installed for tests:
what they import from this project must exist all the same, so that training can be repeated."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "training").rglob("*.py"))
OWN = {"training": ROOT, "reportedly": ROOT / "src"}


def home_of(module: str) -> Path | None:
    """The file of a module of this project; nothing for any other's."""
    top = OWN.get(module.split(".")[0])
    if top is None:
        return None
    path = top.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def names_of(path: Path) -> set[str]:
    """What a module defines or imports at its top, and the modules beside it."""
    names = {p.stem for p in path.parent.iterdir()} if path.name == "__init__.py" else set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            names |= {alias.asname or alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_what_a_script_of_training_imports_exists(script: Path) -> None:
    """Each name taken from a module of this project is there."""
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and (home := home_of(node.module)):
            assert home.exists(), f"{script}:{node.lineno}: there is no module {node.module}"
            missing = {alias.name for alias in node.names} - names_of(home)
            assert not missing, f"{script}:{node.lineno}: {node.module} has no {sorted(missing)}"
