"""B-cubed of stories on ECB+ subtopics.

    python benchmarks/stories/subtopics.py ecbplus.jsonl.gz [--all] [--by subtopic]

The corpus has, for each topic, reports of two events of one kind, so that telling the two apart
is what is measured.  Without `--all`, only the usual development topics, among which thresholds
were chosen; no dates are given to the stage, since the corpus has none.
"""

import argparse
import gzip
import json
import time
from pathlib import Path

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, Entity, Mention, Region
from reportedly.reconcile.stories import reconcile
from reportedly.schema import rows_of, table_of

DEVELOPMENT = {"2", "5", "12", "18", "21", "34", "35"}


def b_cubed(gold: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision = recall = 0.0
    for one in gold:
        same_gold = {n for n in gold if gold[n] == gold[one]}
        same_found = {n for n in gold if found[n] == found[one]}
        precision += len(same_gold & same_found) / len(same_found)
        recall += len(same_gold & same_found) / len(same_gold)
    p, r = precision / len(gold), recall / len(gold)
    return p, r, 2 * p * r / (p + r)


def main() -> None:
    """Reads, groups, scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--rest", action="store_true", help="all but the development topics")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    articles, gold = [], {}
    for line in gzip.decompress(arguments.corpus.read_bytes()).decode().splitlines():
        record = json.loads(line)
        development = str(record["topic"]) in DEVELOPMENT
        if not arguments.all and development == arguments.rest:
            continue
        text = record["text"]
        if record.get("url_end"):
            text = text[record["url_end"] :].lstrip()
        articles.append(
            Article(article_id=str(record["doc"]), path=str(record["doc"]), text=text, sha256="")
        )
        gold[str(record["doc"])] = record["subtopic"]
    start = time.process_time()
    tables = {"articles": table_of(Article, articles)}
    tables |= {kind.table: table_of(kind, []) for kind in (Region, Mention, Entity)}
    done = rows_of(Article, reconcile(tables, LaptopJoins())["articles"])
    found = {a.article_id: a.story_id or "" for a in done}
    p, r, f1 = b_cubed(gold, found)
    print(
        f"{len(gold)} articles, {len(set(gold.values()))} subtopics, {len(set(found.values()))} "
        f"stories, B3 {p:.3f} {r:.3f} F1 {f1:.3f}, "
        f"{time.process_time() - start:.1f} s of a processor"
    )
    if arguments.show:
        for story in sorted(set(found.values())):
            print(sorted(gold[n] for n in found if found[n] == story))


if __name__ == "__main__":
    main()
