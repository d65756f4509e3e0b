"""Annotated documents as the network sees them: phrases, pairs, and which pairs are right.

    python -m training.coreference.examples --shared DIR --out FILE

In: GUM and LitBank of the shared data. Out: a pickle of `Example`s, with the vectors of the shipped
encoder and what the shipped rules say.
"""

import argparse
import pickle
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.coreference.documents import Gold, gum, litbank
from reportedly.annotate import attribution
from reportedly.annotate.coreference.candidates import find_candidates
from reportedly.annotate.coreference.clusters import resolve_chains
from reportedly.annotate.coreference.neural.columns import columns_of
from reportedly.annotate.coreference.neural.features import (
    describe_pairs,
    describe_phrases,
    pairs_of,
)
from reportedly.annotate.coreference.neural.further import Phrase, find_phrases
from reportedly.annotate.document import Document
from reportedly.annotate.parse.model import Parse
from reportedly.model import Article, Attribution
from reportedly.offsets import Span
from reportedly.rows import Rows
from training.coreference.example import Example, parts


def example(gold: Gold) -> Example:
    """A document with the shipped encoder's vectors and the rules' decisions."""
    article = Article(article_id=gold.doc, path=gold.doc, text=gold.text, sha256="")
    document = Document(article, token_vectors=True)
    document.__dict__["parse"] = gold.parse
    attributed = attribution.annotate(document, Rows()).of(Attribution)
    found = find_candidates(gold.parse, gold.text, attributed)
    ruled = resolve_chains(found)
    columns = columns_of(find_phrases(gold.parse, found.found), found, ruled.chains, ruled.earlier)
    pairs = pairs_of(columns)
    return Example(
        doc=gold.doc,
        genre=gold.genre,
        split=gold.split,
        complete=gold.complete,
        vectors=np.asarray(document.encoding.token_vectors, dtype=np.float16),
        ends=np.stack([columns[name] for name in ("head", "first", "last")], axis=1),
        phrases=describe_phrases(columns).astype(np.float16),
        later=pairs.later,
        earlier=pairs.earlier,
        described=describe_pairs(columns, pairs),
        owner=owners(gold, columns.phrases, columns["inner"] + columns["joined"]),
    )


def owners(
    gold: Gold, phrases: tuple[Phrase, ...], set_apart: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """The annotated cluster of each phrase: by equal spans, else by the same head.

    What is part of another mention, or names several together, needs equal spans.
    """
    by_span = {span: n for n, spans in enumerate(gold.clusters) for span in spans}
    by_head = defaultdict(list)
    for span in by_span:
        if (head := find_head(gold.parse, span)) is not None:
            by_head[head].append(span)
    owner = np.array([by_span.get(p.span, -1) for p in phrases], dtype=np.int64)
    used = {p.span for p in phrases if p.span in by_span}
    for n, phrase in enumerate(phrases):
        if owner[n] >= 0 or set_apart[n]:
            continue
        free = [span for span in by_head[phrase.head] if span not in used]
        if free:
            owner[n] = by_span[free[0]]
            used.add(free[0])
    return owner


def find_head(parse: Parse, span: Span) -> int | None:
    """The token of `span` whose head lies outside of it."""
    tokens = parse.tokens_in(span)
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    tops = (t.i for t in tokens if not first <= t.head <= last or t.head == t.i)
    return next(tops, first)


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    documents = (*gum(args.shared), *litbank(args.shared))
    examples = [part for gold in documents for part in parts(example(gold))]
    with args.out.open("wb") as file:
        pickle.dump(examples, file)
    print(f"{len(examples)} examples, {sum(len(e.owner) for e in examples)} phrases")


if __name__ == "__main__":
    main()
