"""How well the people behind attributions are told, on hand-labelled attributions.

    python -m benchmarks.who --shared DIR

In: `data/speakers/dev.jsonl` and the articles it labels.  The annotated source, cue and content
spans are given, so only the questions of `annotate.statements` are measured, with our own
mentions and clusters.  Out: `benchmarks/who/results.md`.

Definitions, over all labelled attributions
speaker     both null, or the same name: equal without articles and titles, or one is the other's
            short form and ends with the same word ("Quill" and "Ada Quill").
wrong name  a name was given that is not the labelled one, labelled null included.
kind        equal.
channel     F1 over the attributions in which either side states one; equal.
addressee   likewise; the same name, or at least half of all words in common.
chain       as many hops as labelled and each the same, as for addressees.  The labels leave the
            article's own outlet out, and the agency that signs it, so both are left out here too.

Below the table stands what becomes of the unnamed sources of `benchmarks.who.unnamed`.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.attribution.corpus import Example, read_examples
from benchmarks.circumstances import circumstances
from benchmarks.who.measures import Report, measure
from benchmarks.who.unnamed import outcomes, summary
from reportedly.annotate.coreference import annotate as find_mentions
from reportedly.annotate.dates import annotate as find_dates
from reportedly.annotate.document import Document
from reportedly.annotate.statements.rows import statements_of
from reportedly.annotate.statements.stated import stated_chains
from reportedly.model import Article, Attribution, Statement
from reportedly.rows import Rows

RESULTS = Path(__file__).with_name("results.md")
Labels = Mapping[str, Any]


def given(example: Example) -> Rows:
    """The annotated attributions as rows, in the order of the annotation."""
    rows = [
        Attribution(
            article_id=example.doc,
            content=_spans(gold["content"]),
            cue=_spans(gold["cue"]),
            source=_spans(gold["source"]),
            mode=_mode(example.text, _spans(gold["content"])),
            confidence=1.0,
            reason="given",
        )
        for gold in example.gold
    ]
    return Rows({Attribution: rows})


def _spans(spans: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in spans)


def _mode(text: str, content: tuple[tuple[int, int], ...]) -> Any:
    words = text[content[0][0] : content[-1][1]]
    if words[:1] in "“\"'‘" and words[-1:] in "”\"'’":
        return "direct"
    return "mixed" if any(mark in words for mark in '“"') else "indirect"


def found_in(example: Example, outlet: str | None) -> dict[str, dict[str, Any]]:
    """What we say about each attribution of one article, by its label's identifier."""
    article = Article(
        article_id=example.doc, path=example.doc, text=example.text, outlet=outlet, sha256=""
    )
    document, rows = Document(article), given(example)
    for stage in (find_mentions, find_dates):
        rows = rows.merged(stage(document, rows))
    statements, hops = statements_of(document, rows)
    chains = stated_chains(article, hops)
    return {
        str(gold["id"]): _answer(statement, chains.get(statement.statement_id, []))
        for gold, statement in zip(example.gold, statements, strict=True)
    }


def _answer(statement: Statement, chain: list[str | None]) -> dict[str, Any]:
    return {
        "speaker": statement.speaker,
        "source_kind": statement.source_kind,
        "channel": statement.channel,
        "addressee": statement.addressee,
        "chain": [name or "" for name in chain],
        "source": statement.source_text,
        "content": statement.content_text,
    }


def pairs_of(shared: Path) -> list[tuple[Labels, Labels]]:
    """(label, answer) of every labelled attribution."""
    path = shared / "data" / "speakers" / "dev.jsonl"
    labels = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    docs = {label["doc"] for label in labels}
    answers = {
        e.doc: found_in(e, None) for e in read_examples(shared, "polnear_dev") if e.doc in docs
    }
    return [(label, answers[label["doc"]][label["id"]]) for label in labels]


def as_table(reports: Mapping[str, Report]) -> str:
    """The results as a Markdown table."""
    head = "| | n | speaker | wrong name | kind | channel F1 | addressee F1 | chain |"
    lines = [head, "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    for name, r in reports.items():
        lines.append(
            f"| {name} | {r.n} | {r.speaker:.3f} | {r.wrong_name:.3f} | {r.kind:.3f} | "
            f"{r.channel:.3f} | {r.addressee:.3f} | {r.chain:.3f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    pairs = pairs_of(parser.parse_args().shared)
    sure = [(gold, found) for gold, found in pairs if not gold["flag"]]
    table = as_table({"all": measure(pairs), "without doubtful labels": measure(sure)})
    unnamed = summary(list(outcomes()))
    RESULTS.write_text(
        "# Who, on the labelled attributions\n\nMade by `python -m benchmarks.who`, which holds "
        f"the definitions. Spans are given. {circumstances()}\n\n{table}\n\n{unnamed}\n",
        encoding="utf-8",
    )
    print(table, unnamed, sep="\n\n")


if __name__ == "__main__":
    main()
