"""Pairs of sentences with a label: does the second follow from the first?

In: the counterfactual pairs of the shared data. Out: `Pair` rows, with those that follow from the
meaning of the labels added.
"""

import json
from dataclasses import dataclass
from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences; `same_scene` when both were written of one picture."""

    a: str
    b: str
    label: str
    same_scene: bool


def read_pairs(path: Path, same_scene: bool) -> list[Pair]:
    """The labelled pairs of a file of the shared data."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Pair(r["a"].strip(), r["b"].strip(), r["label"], same_scene) for r in rows]


def turned(pairs: list[Pair]) -> list[Pair]:
    """Contradictions the other way round: what contradicts is contradicted."""
    return [Pair(p.b, p.a, p.label, p.same_scene) for p in pairs if p.label == "contradiction"]
