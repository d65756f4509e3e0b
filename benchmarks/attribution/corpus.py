"""Annotated articles of the shared folder: text and gold attributions."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

#: As in `training.encoder.articles`, which needs libraries that the benchmark does not.
HELD_OUT_SHARE = 0.05
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


def is_held_out(doc: str) -> bool:
    """True for the training articles that the tagger's training keeps aside.

    The rule is that of `training.encoder.articles.split_articles`.
    """
    return hashlib.sha256(doc.encode()).digest()[0] < 256 * HELD_OUT_SHARE


def _lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
