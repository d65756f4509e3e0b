"""Annotated articles of the shared folder: text and gold attributions."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SpanLists = Mapping[str, Sequence[Sequence[int]]]


@dataclass(frozen=True, slots=True)
class Example:
    """One article and its annotated attributions (`source`, `cue`, `content` span lists)."""

    doc: str
    outlet: str
    text: str
    gold: tuple[SpanLists, ...]


def read_examples(shared: Path, part: str) -> list[Example]:
    """The articles of `polnear_train` or `polnear_dev`, in the order of the file."""
    folder = shared / "data" / "attribution" / part
    gold = {row["doc"]: tuple(row["attributions"]) for row in _lines(folder / "gold.jsonl")}
    return [
        Example(row["doc"], row["publisher"], row["text"], gold[row["doc"]])
        for row in _lines(folder / "articles.jsonl")
    ]


def _lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
