"""Parse the training texts with the teacher.

    python -m training.encoder.silver --shared DIR --out silver.pickle [--epochs 8]

In: the shared data. Out: a pickle of the teacher's label sets and of its parse of each different
line: the annotated articles as they are and rephrased for each epoch, and other English texts.
"""

import argparse
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from training.encoder import teacher
from training.encoder.articles import GoldArticle, load_articles, split_articles
from training.encoder.other_texts import load_other_texts
from training.encoder.rephrasings import rephrased

_PROCESSES, _CHUNK = 2, 400


def lines_of(articles: list[GoldArticle]) -> Iterator[str]:
    """All lines with something on them."""
    return (line for a in articles for line in a.text.split("\n") if line.strip())


def parse_chunk(lines: list[str]) -> list[teacher.LineParse]:
    """The parses of some lines, in another process."""
    return list(teacher.parse_lines(lines))


def main() -> None:
    """Read the command line, parse, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    args = parser.parse_args()
    articles = split_articles(load_articles(args.shared / "data/attribution/polnear_train"))[0]
    found = dict.fromkeys(lines_of(articles + load_other_texts(args.shared)))
    for epoch in range(args.epochs):
        found.update(dict.fromkeys(lines_of([rephrased(a, epoch) for a in articles])))
    lines = list(found)
    chunks = [lines[i : i + _CHUNK] for i in range(0, len(lines), _CHUNK)]
    parses: dict[str, teacher.LineParse] = {}
    with ProcessPoolExecutor(_PROCESSES) as pool:
        for chunk, rows in zip(chunks, pool.map(parse_chunk, chunks), strict=True):
            parses.update(zip(chunk, rows, strict=True))
    with args.out.open("wb") as file:
        pickle.dump((teacher.inventory(), parses), file)
    tokens = sum(len(row.tag) for row in parses.values())
    print(f"{len(parses)} lines, {tokens} tokens")


if __name__ == "__main__":
    main()
