"""A seeded sample of the facts of real articles, to be read by a person, and what came of it.

    python -m benchmarks.facts.sample ARTICLES.jsonl [--seed 1] [--show]
    python -m benchmarks.facts.sample --verdicts

Each line of the articles has `doc`, `text` and `published`.  Facts are named after the document,
place and attribute, so that a verdict outlives changes elsewhere; no text of the articles is kept.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from reportedly.annotate.document import Document
from reportedly.engine.annotating import annotate_document
from reportedly.identifiers import identifier
from reportedly.model import Article, Fact

#: `key<TAB>attribute<TAB>right or wrong<TAB>why`, one fact a line.
VERDICTS = Path(__file__).parent / "verdicts.tsv"
SAMPLE = 100
CONTEXT_CHARS = 110


def key_of(doc: str, fact: Fact) -> str:
    """The name of a fact in the file of verdicts."""
    return identifier("f", doc, fact.span, fact.attribute)


def facts_of(path: Path) -> Iterator[tuple[Article, Fact]]:
    """The facts of every article of a JSON Lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        article = Article(
            article_id=record["doc"],
            path=record["doc"],
            text=record["text"],
            sha256="",
            published=record["published"],
        )
        for fact in annotate_document(Document(article)).of(Fact):
            yield article, fact


def sampled(facts: list[tuple[Article, Fact]], seed: int) -> list[tuple[Article, Fact]]:
    """The same facts for the same seed, whatever their order."""
    ordered = sorted(facts, key=lambda pair: (pair[0].article_id, pair[1].fact_id))
    return random.Random(seed).sample(ordered, min(SAMPLE, len(ordered)))


def shown(article: Article, fact: Fact) -> str:
    """One fact with the words around it, marked."""
    start, end = fact.span
    before = article.text[max(0, start - CONTEXT_CHARS) : start]
    after = article.text[end : end + CONTEXT_CHARS]
    words = " ".join(f"{before}[[{article.text[start:end]}]]{after}".split())
    days = f"{fact.as_of_earliest} – {fact.as_of_latest}"
    what = f"{fact.subject} | {fact.attribute} | {fact.value} | {days}"
    return f"{key_of(article.article_id, fact)}\n  {what}\n  {words}"


def main() -> None:
    """Shows a sample, or counts the verdicts of those that were read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verdicts", action="store_true")
    given = parser.parse_args()
    if given.articles:
        for article, fact in sampled(list(facts_of(given.articles)), given.seed):
            sys.stdout.write(shown(article, fact) + "\n")
    if given.verdicts:
        lines = [line.split("\t") for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
        right = sum(line[2] == "right" for line in lines)
        sys.stdout.write(f"{right} of {len(lines)} right, {right / max(1, len(lines)):.3f}\n")


if __name__ == "__main__":
    main()
