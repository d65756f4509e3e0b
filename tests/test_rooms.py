"""Which part of the program may import which: one direction, from reading to showing.

A part is a folder or module straight below the package.  What stands here is the whole of what
`docs/architecture.md` says of it; a new import that is not listed is a decision, not an accident.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportedly

SOURCE = Path(reportedly.__file__).parent

#: What follows from the data model alone, and small things that know nothing of articles.
GROUND = frozenset(
    "arrays errors folding identifiers memory model number_words offsets outlets paths payload "
    "row_hashes rows schema sentences".split()
)

#: Part → the parts that it may import beside itself and the ground.
ROOMS: dict[str, frozenset[str]] = {
    "calendar": frozenset(),
    "content_words": frozenset(),
    "models": frozenset(),
    "sample": frozenset(),
    "decisions": frozenset({"calendar"}),
    "stage": frozenset({"annotate"}),
    "reading": frozenset({"vendored"}),
    "annotate": frozenset({"calendar", "content_words", "models"}),
    # Words and rules that annotating has are read again where the pile answers what an article
    # leaves open; results of annotating come as tables alone.
    "reconcile": frozenset({"annotate", "calendar", "content_words", "models", "stage"}),
    "pipeline": frozenset({"annotate", "reconcile", "stage"}),
    "store": frozenset({"calendar", "decisions"}),
    "engine": frozenset("annotate decisions pipeline reading reconcile stage store verify".split()),
    "api": frozenset({"annotate", "engine", "reading"}),
    "spacy_component": frozenset({"api"}),
    "chronicle": frozenset({"engine", "store"}),
    "compare": frozenset({"chronicle"}),
    "verify": frozenset({"chronicle", "reading", "store"}),
    "show": frozenset(
        "api calendar chronicle compare decisions engine pipeline reading sample store "
        "verify".split()
    ),
}

#: Single modules that somebody may import though their part is closed to him: filters and what
#: `explain` gives have no chronicle to ask, and the words that two texts share depend on the two.
DOORS: dict[str, frozenset[str]] = {
    "show": frozenset(
        {
            "reportedly.annotate.attribution.explaining",
            "reportedly.annotate.coreference.filter",
            "reportedly.annotate.dates.filter",
            "reportedly.reconcile.copies.passages",
            "reportedly.reconcile.copies.wording",
        }
    ),
}

#: What no stage may use: it would make rows depend on more than the tables that it gets.
NOT_FOR_STAGES = frozenset(
    "logging multiprocessing os random secrets socket sqlite3 subprocess tempfile threading time "
    "urllib.request".split()
)


def part_of(path: Path) -> str:
    """The part to which a file belongs."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def files_of(part: str) -> list[Path]:
    """The modules of a part."""
    found = sorted((SOURCE / part).rglob("*.py")) if (SOURCE / part).is_dir() else []
    return found or [SOURCE / f"{part}.py"]


def imports_of(path: Path) -> Iterator[str]:
    """The modules that a file imports, at its top or within functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "reportedly":
            yield from (f"reportedly.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def own_parts(path: Path) -> dict[str, str]:
    """The other parts of this package that a file imports, by the module that it names."""
    named = [name for name in imports_of(path) if name.startswith("reportedly.")]
    found = {name: name.split(".")[1] for name in named}
    return {name: part for name, part in found.items() if part != part_of(path)}


def test_every_part_has_its_place() -> None:
    """A new folder or module says here what it may import."""
    there = {part_of(path) for path in SOURCE.rglob("*.py")} - {"__init__", "__main__", "vendored"}
    assert there == GROUND | set(ROOMS)


@pytest.mark.parametrize("part", sorted(ROOMS))
def test_a_part_imports_only_what_lies_below_it(part: str) -> None:
    """Nothing of annotating or reconciling knows an engine or the store, and so on."""
    open_to_it = GROUND | ROOMS[part]
    doors = DOORS.get(part, frozenset())
    wrong = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for path in files_of(part)
        for name, other in own_parts(path).items()
        if other not in open_to_it and name not in doors
    ]
    assert wrong == []


@pytest.mark.parametrize("part", sorted(GROUND))
def test_the_ground_rests_on_nothing_else(part: str) -> None:
    """What all import imports nobody but its like."""
    for path in files_of(part):
        assert set(own_parts(path).values()) <= GROUND


@pytest.mark.parametrize("part", ["annotate", "reconcile", "calendar"])
def test_stages_ask_nothing_of_the_machine(part: str) -> None:
    """No clock, no chance, no environment, no database: pure functions of their tables."""
    wrong = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for path in files_of(part)
        for name in imports_of(path)
        if name in NOT_FOR_STAGES
    ]
    assert wrong == []


def test_sql_lives_in_the_store() -> None:
    """Nobody else has a query run; a connection is only handed on to the store."""
    wrong = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        if part_of(path) not in ("store", "vendored")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("execute", "executemany", "executescript")
    ]
    assert wrong == []
