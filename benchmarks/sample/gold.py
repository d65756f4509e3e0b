"""The sample's gold beside a chronicle: finds the gold's words in the articles as read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.chronicle import Chronicle
from reportedly.model import Article, Input
from reportedly.offsets import Span, overlaps
from reportedly.sample import pile

GOLD = Path(__file__).resolve().parents[2] / "tests" / "sample" / "gold.json"


@dataclass(frozen=True)
class Sample:
    """The gold of a pile, and the articles of a chronicle by the gold's names for them."""

    gold: dict[str, Any]
    articles: dict[str, Article]
    """`path#record`, or `path` for a file of one article → the article"""

    @classmethod
    def of(cls, chronicle: Chronicle, gold: Path = GOLD, folder: Path | None = None) -> "Sample":
        """The gold beside `chronicle`, which must have been built from the gold's folder.

        Args:
            gold: the file of the gold; the sample's by default.
            folder: the pile; the sample's by default.
        """
        inputs = (folder or pile()).resolve()
        by_id = {article.article_id: article for article in chronicle.rows(Article)}
        articles = {}
        for place in chronicle.rows(Input):
            name = Path(place.path).resolve().relative_to(inputs).as_posix()
            articles[key_of(name, place.record)] = by_id[place.article_id]
        return cls(json.loads(gold.read_text(encoding="utf-8")), articles)

    def article(self, row: dict[str, Any]) -> Article | None:
        """The article that a gold row is about; None where it was not read."""
        return self.articles.get(key_of(row["path"], row.get("record")))

    def spans(self, article: Article, words: str | list[str]) -> list[Span]:
        """Where the gold's words stand in an article; empty where they were not read as written."""
        pieces = [words] if isinstance(words, str) else words
        found = [_plain(article.text).find(_plain(piece)) for piece in pieces]
        if -1 in found:
            return []
        return [(at, at + len(piece)) for at, piece in zip(found, pieces, strict=True)]

    def places(self, pairs: list[list[str]]) -> Iterator[tuple[str, list[Span]]]:
        """(article_id, all spans) of each `[path, words]` of a gold finding."""
        for path, words in pairs:
            article = self.articles.get(path)
            if article is None:
                yield path, []
                continue
            text, words = _plain(article.text), _plain(words)
            starts, at = [], text.find(words)
            while at >= 0:
                starts.append((at, at + len(words)))
                at = text.find(words, at + 1)
            yield article.article_id, starts


def _plain(text: str) -> str:
    """The text with its non-breaking spaces as plain ones, character for character."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


def key_of(path: str, record: int | None) -> str:
    """The gold's name for an article."""
    return path if record is None else f"{path}#{record}"


def shared(a: list[Span], b: list[Span]) -> int:
    """Characters that two lists of spans share."""
    return sum(min(x[1], y[1]) - max(x[0], y[0]) for x in a for y in b if overlaps(x, y))


def alike(a: list[Span], b: list[Span]) -> float:
    """Characters shared over characters in either (intersection over union)."""
    both = shared(a, b)
    size = sum(e - s for s, e in a) + sum(e - s for s, e in b) - both
    return both / size if size else 0.0
