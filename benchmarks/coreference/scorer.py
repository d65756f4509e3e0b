"""The shared coreference scorer, loaded from the shared folder."""

import importlib.util
from pathlib import Path
from typing import Any

Mentions = list[tuple[int, int]]


def score(shared: Path, documents: list[tuple[list[Mentions], list[Mentions]]]) -> dict[str, Any]:
    """Mentions, MUC, B3, CEAFe and CoNLL of (gold clusters, predicted clusters) of documents.

    Singletons are dropped on both sides.
    """
    spec = importlib.util.spec_from_file_location("coref_score", shared / "eval/coref_score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{shared}/eval/coref_score.py: give the shared folder")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    cleaned = [(module.clean(g, False), module.clean(p, False)) for g, p in documents]
    result: dict[str, Any] = module.score(cleaned)
    return result
