"""Retellings of quotations: draws pairs for reading by hand, and scores utterances on verdicts.

    python -m benchmarks.utterances.retellings EXPORT_DIR --draw 200
    python -m benchmarks.utterances.retellings EXPORT_DIR
    python -m benchmarks.utterances.retellings EXPORT_DIR --unseen

In: a folder that `reportedly export CHRONICLE --format jsonl --to EXPORT_DIR` has written.  Out:
with `--draw`, pairs of a quotation and an indirect statement of the same speaker, with their words;
without, precision and recall of the utterances on the pairs of `retellings.jsonl`, which holds
places and verdicts, no words.  Each pair was read twice, and where the readings differed once more
with the text around it; scores are given for each reading, too, and for one reading by the other.
`unseen.jsonl` holds all such pairs of 84 other articles, which nothing was fitted on.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.findings.__main__ import rows
from reportedly.content_words import content_stems, rarity, similarity
from reportedly.model import Article, Statement
from reportedly.offsets import hull, overlaps
from reportedly.reconcile.days import day_of, days_between

VERDICTS = Path(__file__).with_name("retellings.jsonl")
UNSEEN = Path(__file__).with_name("unseen.jsonl")
SEED = "retellings 1"
#: A retelling is looked for within a week, as the stage does.
DAYS = 7
#: Two pairs in three from those that share more: retellings are rare among the others.
LIKELY, LIKELY_SHARE = 0.25, 2 / 3
LEAST_SHARED = 2
#: The verdict, and those of the two readings that it comes of.
READINGS = ("same", "first", "second")

Pair = tuple[Statement, Statement]


def pairs_of(folder: Path) -> Iterator[tuple[float, Pair]]:
    """Each quotation with each indirect statement of the same speaker within days, that share
    some words, and how much they share."""
    articles = {a.article_id: a for a in rows(folder, Article)}
    by_speaker: dict[str, list[Statement]] = {}
    statements = rows(folder, Statement)
    for statement in statements:
        if statement.speaker_id:
            by_speaker.setdefault(statement.speaker_id, []).append(statement)
    rarities = rarity(content_stems(s.content_text) for s in statements)
    for _, said in sorted(by_speaker.items()):
        for one, other in combinations(sorted(said, key=lambda s: s.statement_id), 2):
            if (one.mode == "indirect") == (other.mode == "indirect"):
                continue
            days = [day_of(articles[s.article_id]) for s in (one, other)]
            if (days_between(*days) or 0) > DAYS or _nested(one, other):
                continue
            a, b = content_stems(one.content_text), content_stems(other.content_text)
            if len(a & b) >= LEAST_SHARED:
                yield similarity(a, b, rarities)[0], (one, other)


def _nested(one: Statement, other: Statement) -> bool:
    return one.article_id == other.article_id and overlaps(hull(one.content), hull(other.content))


def draw(folder: Path, count: int) -> list[Pair]:
    """The pairs to be read: the same ones for the same export."""
    found = sorted(pairs_of(folder), key=lambda row: _shuffled(row[1]))
    likely = [pair for shared, pair in found if shared >= LIKELY]
    others = [pair for shared, pair in found if shared < LIKELY]
    wanted = min(len(likely), int(count * LIKELY_SHARE))
    return [*likely[:wanted], *others[: count - wanted]]


def _shuffled(pair: Pair) -> str:
    names = [SEED, *(s.statement_id for s in pair)]
    return hashlib.sha256("|".join(names).encode()).hexdigest()


def place(statement: Statement) -> tuple[str, int, int]:
    """Article and hull of the content: it outlives a change of identifiers."""
    return (statement.article_id, *hull(statement.content))


def score(folder: Path, read_by_hand: Path = VERDICTS) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of "is one utterance" over the pairs that were read, by reading."""
    standing: dict[str, list[Statement]] = {}
    for statement in rows(folder, Statement):
        standing.setdefault(statement.article_id, []).append(statement)
    lines = read_by_hand.read_text(encoding="utf-8").splitlines()
    verdicts = [json.loads(line) for line in lines]
    together = []
    for verdict in verdicts:
        one, other = (at_place(standing, *verdict[side]) for side in "ab")
        together.append(bool(one and other and one.utterance_id == other.utterance_id))
    names = [name for name in READINGS if name in verdicts[0]]
    read = {name: [bool(v[name]) for v in verdicts] for name in names}
    found = {name: _scores(together, same) for name, same in read.items()}
    if len(names) == len(READINGS):
        found["second by first"] = _scores(read["second"], read["first"])
    return found


def _scores(said: Sequence[bool], true: Sequence[bool]) -> dict[str, float]:
    right = sum(a and b for a, b in zip(said, true, strict=True))
    precision, recall = right / max(sum(said), 1), right / max(sum(true), 1)
    f1 = 2 * right / max(sum(said) + sum(true), 1)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def at_place(
    standing: dict[str, list[Statement]], article: str, start: int, end: int
) -> Statement | None:
    """Of the statements by article the one that has most of a place, if one has half of it."""
    best: tuple[int, str] | None = None
    chosen = None
    for statement in standing.get(article, ()):
        own = hull(statement.content)
        common = min(end, own[1]) - max(start, own[0])
        rank = (2 * common - (own[1] - own[0]), statement.statement_id)
        if 2 * common >= end - start and (best is None or rank > best):
            best, chosen = rank, statement
    return chosen


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw pairs, or score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=Path)
    parser.add_argument("--draw", type=int)
    parser.add_argument("--unseen", action="store_true")
    given = parser.parse_args(arguments)
    if not given.draw:
        sys.stdout.write(
            json.dumps(score(given.export, UNSEEN if given.unseen else VERDICTS), indent=1) + "\n"
        )
        return
    for number, pair in enumerate(draw(given.export, given.draw)):
        sys.stdout.write(f"{number} {json.dumps([place(s) for s in pair])}\n")
        for statement in pair:
            sys.stdout.write(f"    {statement.mode}: {' '.join(statement.content_text.split())}\n")


if __name__ == "__main__":
    main()
