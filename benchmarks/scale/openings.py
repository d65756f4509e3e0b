"""Many short articles as one input: openings of those of a chronicle, each time in other words."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.scale.perturbing import Copy, Vocabulary
from reportedly.model import Article
from reportedly.payload import unpack
from reportedly.store import connection as store

#: Words of an article, at the least: its first paragraphs until there are so many.
LEAST_WORDS = 80


def write_openings(chronicle: Path, articles: int, to: Path) -> int:
    """Writes so many articles as JSONL; returns how many words they have."""
    count = 0
    with to.open("w", encoding="utf-8") as lines:
        for article in itertools.islice(_articles(chronicle), articles):
            lines.write(json.dumps(article) + "\n")
            count += len(article["text"].split())
    return count


def _articles(chronicle: Path) -> Iterator[dict[str, str]]:
    """One copy of all after the other, without end."""
    with store.open_existing(chronicle) as opened:
        query = "select payload from kept where stage = 'read' order by article_id"
        articles = [unpack(row[0]).of(Article)[0] for row in opened.execute(query)]
    vocabulary = Vocabulary(article.text for article in articles)
    openings = [(_opening(a.text), (a.published or "2016-01-01")[:10]) for a in articles]
    for number in itertools.count(1):
        copy = Copy(vocabulary, number)
        for opening, day in openings:
            text = copy.text(opening)
            yield {"title": text.split("\n")[0], "text": text, "date": day, "outlet": "a wire"}


def _opening(text: str) -> str:
    lines: list[str] = []
    for line in text.splitlines():
        lines.append(line)
        if sum(len(each.split()) for each in lines) >= LEAST_WORDS:
            break
    return "\n".join(lines)
