"""Annotated documents, parsed."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.annotate.parse.model import Parse
from reportedly.annotate.parse.text import parse_text
from reportedly.offsets import Span


@dataclass(frozen=True)
class Gold:
    """One document: `complete` when every mention of anything spoken of twice is annotated."""

    doc: str
    genre: str
    split: str
    text: str
    parse: Parse
    clusters: list[list[Span]]
    complete: bool


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _gold(row: dict[str, Any], complete: bool) -> Gold:
    clusters = [[(m["start"], m["end"]) for m in c] for c in row["clusters"]]
    split = str(row.get("gum_split", ""))
    return Gold(
        row["doc"], row["genre"], split, row["text"], parse_text(row["text"]), clusters, complete
    )


def gum(shared: Path, splits: Iterable[str] = ("train", "dev", "test")) -> Iterator[Gold]:
    """GUM's documents of the given splits."""
    wanted = set(splits)
    for row in _read(shared / "data/coref/gum.jsonl"):
        if row["gum_split"] in wanted:
            yield _gold(row, complete=True)


def litbank(shared: Path) -> Iterator[Gold]:
    """LitBank: only persons, places and bodies are annotated."""
    for row in _read(shared / "data/coref/litbank.jsonl"):
        yield _gold(row, complete=False)
