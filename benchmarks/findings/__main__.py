"""Prints the findings of a chronicle for reading by hand, with the words around their evidence.

    python -m benchmarks.findings EXPORT_DIR [--kind KIND] [--most N]

In: a folder that `reportedly export CHRONICLE --format jsonl --to EXPORT_DIR` has written.  Out:
on the terminal, each finding with its passages in their context, in the order of reading.  Verdicts
go to `README.md` beside this file, by finding and reason, without the articles' words.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from reportedly.model import Article, Finding, RowT
from reportedly.schema import read_row
from reportedly.store.looking_up import reading_order

#: Characters of context on each side of a passage.
CONTEXT_CHARS = 160


def rows(folder: Path, kind: type[RowT]) -> list[RowT]:
    """The rows of one exported table."""
    path = folder / f"{kind.table}.jsonl"
    with path.open(encoding="utf-8") as lines:
        return [read_row(kind, json.loads(line)) for line in lines]


def in_context(article: Article, span: tuple[int, int]) -> str:
    """The words under `span` between marks, with what stands around them, on one line."""
    start, end = span
    before = article.text[max(0, start - CONTEXT_CHARS) : start]
    after = article.text[end : end + CONTEXT_CHARS]
    return " ".join(f"…{before}>>{article.text[start:end]}<<{after}…".split())


def shown(finding: Finding, articles: dict[str, Article]) -> list[str]:
    """The lines of one finding."""
    head = f"{finding.finding_id} {finding.kind} {finding.attribute or ''} {finding.confidence}"
    lines = [head, f"  {finding.explanation}"]
    for evidence in finding.evidence:
        article = articles[evidence.article_id]
        place = f"{article.outlet or '?'} {article.published or 'undated'} {article.path}"
        lines += [f"  - {place}", f"    {in_context(article, evidence.span)}"]
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Print findings for reading."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=Path)
    parser.add_argument("--kind")
    parser.add_argument("--most", type=int, default=100)
    given = parser.parse_args(arguments)
    articles = {row.article_id: row for row in rows(given.export, Article)}
    findings = sorted(rows(given.export, Finding), key=reading_order)
    chosen = [f for f in findings if given.kind in (None, f.kind)]
    for finding in chosen[: given.most]:
        sys.stdout.write("\n".join(shown(finding, articles)) + "\n\n")


if __name__ == "__main__":
    main()
