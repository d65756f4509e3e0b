"""The shared scorer, loaded from the data folder, and which candidates it calls right."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from reportedly.annotate.attribution.neural.spans import TaggedAttribution
from reportedly.annotate.attribution.neural.tagger import Candidate
from training.encoder.articles import GoldArticle

Scorer = ModuleType


def load_scorer(shared: Path) -> Scorer:
    """The module `eval/score_attribution.py` of the shared folder."""
    spec = importlib.util.spec_from_file_location(
        "score_attribution", shared / "eval/score_attribution.py"
    )
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {shared}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(found: Sequence[Candidate | TaggedAttribution]) -> list[dict]:
    """Attributions as the scorer reads them."""
    return [{"source": f.source, "cue": f.cue, "content": f.content} for f in found]


def gold_rows(article: GoldArticle) -> list[dict]:
    """Gold attributions as the scorer reads them."""
    return [{"source": a.source, "cue": a.cue, "content": a.content} for a in article.attributions]


def rightness(
    scorer: Scorer, article: GoldArticle, found: Sequence[Candidate | TaggedAttribution]
) -> list[bool]:
    """For each of `found` whether content and source are right by the headline measure."""
    tokens = [m.span() for m in scorer.WORD.finditer(article.text)]
    words = [article.text[s:e].lower() for s, e in tokens]
    golds = [scorer.Item(article.text, tokens, row) for row in gold_rows(article)]
    items = [scorer.Item(article.text, tokens, row) for row in rows(found)]
    right = [False] * len(items)
    for i, j in scorer.match(golds, items):
        right[j] = scorer.agree(words, golds[i].source, items[j].source)
    return right
