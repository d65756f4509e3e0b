"""How often the words of a source lead to the right name.

Gold: the hand-labelled attributions of `data/speakers/dev.jsonl` with the spans of
`data/attribution/polnear_dev`.  Right: the name of the cluster of the mention that
`find_mention` gives for the source is the labelled speaker (articles, full stops and case aside),
or both are missing.  Several speakers joined by ` & ` count as wrong unless all are given.
"""

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from reportedly.annotate.coreference import annotate
from reportedly.annotate.coreference.lookup import find_mention
from reportedly.annotate.document import Document
from reportedly.model import Article, Attribution, Cluster, Mention
from reportedly.rows import Rows

_MARKS = ('"', "“", "”", "''")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def attributions_of(gold: dict[str, Any], text: str) -> list[Attribution]:
    """The annotated spans as rows; mode by whether there are quotation marks."""
    rows = []
    for entry in gold["attributions"]:
        spans = {k: tuple((s, e) for s, e in entry[k]) for k in ("content", "cue", "source")}
        quoted = any(mark in text[s:e] for s, e in spans["content"] for mark in _MARKS)
        mode = "mixed" if quoted else "indirect"
        rows.append(
            Attribution(article_id="x", mode=mode, confidence=1.0, reason="annotated", **spans)
        )
    return rows


def outcomes(shared: Path) -> Counter[str]:
    """Counts of `right`, `right, none`, `none for a name`, `a name for none`, `wrong name`."""
    labels: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in _lines(shared / "data/speakers/dev.jsonl"):
        labels[row["doc"]][row["id"]] = row["speaker"]
    corpus = shared / "data/attribution/polnear_dev"
    golds = {row["doc"]: row for row in _lines(corpus / "gold.jsonl") if row["doc"] in labels}
    found: Counter[str] = Counter()
    for row in _lines(corpus / "articles.jsonl"):
        if row["doc"] in labels:
            found += _article(row, golds[row["doc"]], labels[row["doc"]])
    return found


def _article(row: dict[str, Any], gold: dict[str, Any], labels: dict[str, Any]) -> Counter[str]:
    article = Article(
        article_id="x", path="x", text=row["text"], sha256="", byline=row.get("author")
    )
    rows = attributions_of(gold, row["text"])
    found = annotate(Document(article), Rows({Attribution: rows}))
    clusters, mentions = found.of(Cluster), found.of(Mention)
    counts: Counter[str] = Counter()
    for entry, spans in zip(gold["attributions"], rows, strict=True):
        if entry["id"] in labels:
            mention = find_mention(mentions, spans.source[0]) if spans.source else None
            name = clusters[mention.cluster].name if mention else None
            counts[_outcome(name, labels[entry["id"]])] += 1
    return counts


def _outcome(name: str | None, label: str | None) -> str:
    if name is None or label is None:
        if name == label:
            return "right, none"
        return "none for a name" if name is None else "a name for none"
    return "right" if _plain(name) == _plain(label) else "wrong name"


def _plain(name: str) -> str:
    words = name.lower().replace(".", "").replace("’", "'").split()
    return " ".join(word for word in words if word != "the")
