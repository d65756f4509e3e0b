"""Pair F1 of copy groups on articles with planted copies of every kind.

    python benchmarks/copies/planted.py ARTICLES.jsonl [--originals 300] [--articles 840]

Input: JSONL with `doc`, `publisher`, `published` and `text`.  Kinds: `edited` (5 to 40 % of words
replaced, dropped or moved), `shortened` (from the end, to a third at least), `lead` (a first
paragraph of its own), `merged` (halves of two articles), `exact`.  A pair counts as right when both
lie in one group; for a merged article it is enough that it joins one of its two originals, and the
two originals must not be joined.
"""

import argparse
import json
import random
import re
import time
from collections import defaultdict
from pathlib import Path

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, Region
from reportedly.reconcile.copies import reconcile
from reportedly.schema import rows_of, table_of

KINDS = ("exact", "edited", "shortened", "lead", "merged")
LEADS = [
    "Readers on the north shore woke to the news on Thursday that concerns many of them, "
    "too, as the council of Lower Wick has been saying for weeks now. ",
    "What does it mean for the fishing villages of our county? The Beacon asked around at the "
    "market hall before the doors opened. ",
]


def edited(text: str, rate: float, random_: random.Random, words: list[str]) -> str:
    """`text` with a share of its words replaced, dropped or swapped with the next."""
    parts = re.split(r"(\s+)", text)
    for at in range(0, len(parts), 2):
        if random_.random() < rate:
            choice = random_.random()
            if choice < 0.6:
                parts[at] = random_.choice(words)
            elif choice < 0.8:
                parts[at] = ""
            elif at + 2 < len(parts):
                parts[at], parts[at + 2] = parts[at + 2], parts[at]
    return "".join(parts)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, line breaks kept."""
    return [part for part in re.split(r"(?<=\n)", text) if part.strip()]


def plant(kind: str, text: str, other: str, random_: random.Random, words: list[str]) -> str:
    """A copy of `text` of one kind; `other` is the second article of a merged one."""
    mine, theirs = paragraphs(text), paragraphs(other)
    if kind == "edited":
        return edited(text, random_.uniform(0.05, 0.4), random_, words)
    if kind == "shortened":
        return "".join(mine[: max(2, int(len(mine) * random_.uniform(0.34, 0.8)))])
    if kind == "lead":
        return random_.choice(LEADS) + "\n\n" + "".join(mine[random_.randint(0, 1) :])
    if kind == "merged":
        return "".join(mine[: len(mine) // 2 + 1] + theirs[: len(theirs) // 2 + 1])
    return text


def article(name: str, record: dict[str, str], text: str) -> Article:
    """An article row of one record."""
    return Article(
        article_id=name, path=name, sha256="", text=text, outlet=record["publisher"],
        published=record["published"],
    )  # fmt: skip


def main() -> None:
    """Plants, runs, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--originals", type=int, default=400)
    parser.add_argument("--seed", type=int, default=3)
    arguments = parser.parse_args()
    random_ = random.Random(arguments.seed)
    records = [json.loads(line) for line in arguments.articles.open(encoding="utf-8")]
    words = " ".join(r["text"] for r in records[:100]).split()
    rows = [article(r["doc"], r, r["text"]) for r in records]
    gold: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for at, record in enumerate(random_.sample(records, arguments.originals)):
        for kind in KINDS:
            other = random_.choice(records)
            name = f"{kind}{at}"
            text = plant(kind, record["text"], other["text"], random_, words)
            rows.append(article(name, record, text))
            first = (record["doc"], other["doc"]) if kind == "merged" else (record["doc"],)
            gold[kind].append((name, *first))
    tables = {"articles": table_of(Article, rows), "regions": table_of(Region, [])}
    start = time.process_time()
    done = rows_of(Article, reconcile(tables, LaptopJoins())["articles"])
    print(f"{len(rows)} articles in {time.process_time() - start:.1f} s of a processor")
    group = {a.article_id: a.copy_group for a in done}
    for kind, listed in gold.items():
        hit = sum(any(group[n] and group[n] == group[o] for o in others) for n, *others in listed)
        print(f"{kind:10} {hit}/{len(listed)}")
    report_pairs(records, gold, group)


def report_pairs(
    records: list[dict[str, str]],
    gold: dict[str, list[tuple[str, ...]]],
    group: dict[str, str | None],
) -> None:
    """Prints the pair F1 of planted families, and originals that were joined with one another."""
    families: dict[str, set[str]] = {record["doc"]: {record["doc"]} for record in records}
    for kind, listed in gold.items():
        for name, *others in listed:
            same = [o for o in others if group[o] and group[o] == group[name]]
            families[(same or others)[0] if kind == "merged" else others[0]].add(name)
    family_of = {name: root for root, members in families.items() for name in members}
    found: dict[str, list[str]] = defaultdict(list)
    for name, of in group.items():
        if of:
            found[of].append(name)
    gold_pairs = sum(len(f) * (len(f) - 1) // 2 for f in families.values())
    right = wrong = 0
    for members in found.values():
        for at, one in enumerate(members):
            for other in members[at + 1 :]:
                right += family_of[one] == family_of[other]
                wrong += family_of[one] != family_of[other]
        roots = sorted(set(members) & set(families))
        if len(roots) > 1:
            print(f"a group of {len(roots)} originals")
    precision, recall = right / max(1, right + wrong), right / max(1, gold_pairs)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"pairs: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
