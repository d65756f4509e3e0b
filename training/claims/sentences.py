"""Plain news sentences and headlines, without labels, out of the shared data.

In: articles of the shared data. Out: short sentences, no two alike, the same ones each time.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

#: Texts with headlines first: about 40 events told by many outlets, campaign news, agency news.
_FILES = (
    "cdcr/ecbplus.jsonl.gz",
    "attribution/polnear_train/articles.jsonl",
    "timeline/docs.jsonl",
    "time/timebank.jsonl",
)
#: Words of a sentence: a headline at the least, a plain sentence at the most.
_WORDS = range(5, 24)
_BREAK = re.compile(r"\n+|(?<=[a-z)”\"][.?!])\s+(?=[A-Z“\"])")


def news_sentences(shared: Path, most: int) -> list[str]:
    """At most `most` sentences: a quarter of each file's budget are headlines."""
    found: dict[str, None] = {}
    for name in _FILES:
        listed = dict.fromkeys(_sentences(shared / "data" / name))
        ordered = sorted(listed, key=_shuffled)
        found |= dict.fromkeys(ordered[: _share(name, most)])
    return list(found)[:most]


def _share(name: str, most: int) -> int:
    # Events told by many outlets give close pairs, of which the other texts have few.
    return most // 2 if "ecbplus" in name else most // 6


def _shuffled(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _sentences(path: Path) -> Iterator[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if title := row.get("title"):
                yield title
            for sentence in _BREAK.split(row["text"])[:12]:
                if len(sentence.split()) in _WORDS:
                    yield sentence.strip()
