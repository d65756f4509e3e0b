"""English texts without annotated attributions, on which the parse alone is learnt.

In: the shared data. Out: texts as articles without annotations. A third of the texts, chosen by a
hash of their names, is left out for measuring; so are texts under a share-alike licence.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from training.encoder.articles import GoldArticle

_FILES = (
    "coref/gum.jsonl",
    "coref/litbank.jsonl",
    "time/aquaint.jsonl",
    "time/timebank.jsonl",
    "timeline/docs.jsonl",
    "cdcr/ecbplus.jsonl.gz",
    "pages/aeb/gold.jsonl",
)
_SHARE_ALIKE = frozenset(("bio", "voyage"))
# Of 256 hash values, those below are trained on: two thirds.
_TRAINED_BELOW = 171


def load_other_texts(shared: Path, *, trained: bool = True) -> list[GoldArticle]:
    """The texts to train on, or those that are kept for measuring."""
    return [
        GoldArticle(doc=name, publisher="", text=text, annotator=0, attributions=())
        for name, text in _texts(shared)
        if (hashlib.sha256(name.encode()).digest()[0] < _TRAINED_BELOW) == trained
    ]


def _texts(shared: Path) -> Iterator[tuple[str, str]]:
    for file in _FILES:
        for line in _lines(shared / "data" / file):
            row = json.loads(line)
            name, text = row.get("doc") or row["page"], row.get("text") or row["body"]
            if row.get("genre") not in _SHARE_ALIKE:
                yield f"{file}:{name}", text


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode().splitlines()
