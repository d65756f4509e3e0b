"""The shared scorer as a module: its tokens, its overlap, its agreement of sources."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any


class ScoredText:
    """One article as the scorer sees it."""

    def __init__(self, module: ModuleType, text: str) -> None:
        self.module = module
        self.whole = text
        self.tokens = [match.span() for match in module.WORD.finditer(text)]
        self.words = [text[start:end].lower() for start, end in self.tokens]

    def item(self, attribution: Mapping[str, Any]) -> Any:
        """Source and content as sets of token numbers."""
        return self.module.Item(self.whole, self.tokens, attribution)

    def right(self, gold: Any, found: Any) -> float:
        """The overlap of the contents where it counts and the sources agree, else 0."""
        overlap = float(self.module.iou(gold.content, found.content)) if gold.content else 0.0
        if overlap < 0.5 or not self.module.agree(self.words, gold.source, found.source):
            return 0.0
        return overlap


class Scorer:
    """The scorer of a shared folder."""

    def __init__(self, module: ModuleType) -> None:
        self.module = module

    def text(self, text: str) -> ScoredText:
        """One article prepared."""
        return ScoredText(self.module, text)

    def score(
        self,
        articles: dict[str, str],
        gold: Mapping[str, Any],
        found: Mapping[str, Any],
    ) -> dict[str, Any]:
        """The scorer's whole report."""
        report: dict[str, Any] = self.module.score(articles, gold, found)
        return report


def load_scorer(shared: Path) -> Scorer:
    """Load `eval/score_attribution.py` of the shared folder."""
    path = shared / "eval" / "score_attribution.py"
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path}: the shared folder has no attribution scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Scorer(module)
