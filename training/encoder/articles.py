"""Annotated articles of the shared data, with the split used in training.

In: a data folder. Out: articles with gold attributions as character spans, and the gold cut
along the words and windows that the model sees.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]

#: Share of the training articles kept for thresholds and calibration, chosen by a hash of the name.
HELD_OUT_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One annotated attribution; each part is a list of character spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with its annotations and the number of its annotator (from 1)."""

    doc: str
    publisher: str
    text: str
    annotator: int
    attributions: tuple[GoldAttribution, ...]


def load_articles(folder: Path) -> list[GoldArticle]:
    """All articles of one part, in file order."""
    texts = {row["doc"]: row for row in _rows(folder / "articles.jsonl")}
    gold = _rows(folder / "gold.jsonl")
    numbers = {name: i for i, name in enumerate(sorted({row["annotator"] for row in gold}), 1)}
    return [
        GoldArticle(
            doc=row["doc"],
            publisher=texts[row["doc"]]["publisher"],
            text=texts[row["doc"]]["text"],
            annotator=numbers[row["annotator"]],
            attributions=tuple(_attribution(a) for a in row["attributions"]),
        )
        for row in gold
    ]


def split_articles(articles: list[GoldArticle]) -> tuple[list[GoldArticle], list[GoldArticle]]:
    """Training articles and held-out articles; an article's side depends on its name alone."""
    kept: list[GoldArticle] = []
    held: list[GoldArticle] = []
    for article in articles:
        digest = hashlib.sha256(article.doc.encode()).digest()
        (held if digest[0] < 256 * HELD_OUT_SHARE else kept).append(article)
    return kept, held


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _attribution(row: dict) -> GoldAttribution:
    return GoldAttribution(
        *(tuple((int(a), int(b)) for a, b in row[part]) for part in ("source", "cue", "content"))
    )
