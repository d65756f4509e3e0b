"""Fits the weights of `reportedly.annotate.attribution.fusion` on articles new to the tagger.

    python -m benchmarks.attribution.fuse --shared DIR

In: `data/attribution/polnear_train` of the shared folder, the hand-written cases that rules were
mended with, and the shipped tagger.  Out: `fusion.tsv` in the package: a dozen weights, by logistic
regression on articles that the tagger's training kept aside, and on these cases: the articles have
hardly any of the forms that the rules are there for.  The rules' weights are fitted anew without
these articles first, so that the strengths seen here are no better than those of any new article.
The same input gives the same file.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.attribution.cases.marked import SETS, Case, read_cases
from benchmarks.attribution.corpus import Example, is_held_out, read_examples
from benchmarks.attribution.fit import labelled, regression, scene_of
from benchmarks.attribution.scorer import Scorer, load_scorer
from reportedly.annotate.attribution import confidence
from reportedly.annotate.attribution.finder import candidates
from reportedly.annotate.attribution.fusion import Opinion, Ruled, opinions
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.tagging import find_tagged

TARGET = Path(__file__).parents[2] / "src/reportedly/annotate/attribution/fusion.tsv"
#: Pulls weights towards zero: one row's worth of doubt for each.
RIDGE = 1.0
STEPS = 30
#: A row of a hand-written case counts half of one of an article: the cases were picked to have a
#: clear answer, and at full weight probabilities come out too high on articles.
CASE_WEIGHT = 0.5
Pairs = Sequence[tuple[Example, Scene]]
Row = tuple[Mapping[str, float], bool]
Weighted = tuple[Mapping[str, float], bool, float]


def judged(example: Example, scene: Scene, table: Mapping[str, float], scorer: Scorer) -> list[Row]:
    """The numbers of each candidate and whether it is right; none inside a gold content."""
    text = scorer.text(example.text)
    golds = [text.item(gold) for gold in example.gold]
    ruled = [Ruled(c, confidence.strength(c.evidence, table)) for c in candidates(scene)]
    rows: list[Row] = []
    for opinion in opinions(ruled, find_tagged(scene)):
        if "rules" in opinion.numbers and _is_inside(opinion, golds, text):
            continue
        item = text.item({"source": opinion.candidate.source, "content": opinion.candidate.content})
        rows.append((opinion.numbers, any(text.right(gold, item) > 0 for gold in golds)))
    return rows


def _is_inside(opinion: Opinion, golds: Sequence, text: object) -> bool:
    item = text.item({"source": (), "content": opinion.candidate.content}).content  # type: ignore[attr-defined]
    cue = text.item({"source": (), "content": opinion.candidate.cue}).content  # type: ignore[attr-defined]
    return any(item | cue < gold.content for gold in golds)


def logistic_weights(rows: Sequence[Weighted]) -> dict[str, float]:
    """Logistic regression by Newton's method; the first number of a row is its constant."""
    names = list(rows[0][0])
    x = np.array([[numbers[name] for name in names] for numbers, _, _ in rows])
    y = np.array([float(right) for _, right, _ in rows])
    n = np.array([weight for _, _, weight in rows])
    doubt = np.full(len(names), RIDGE)
    doubt[0] = 0.0
    w = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        curve = (x.T * (n * p * (1 - p))) @ x + np.diag(doubt)
        w -= np.linalg.solve(curve, x.T @ (n * (p - y)) + doubt * w)
    return dict(zip(names, w.tolist(), strict=True))


def fit(trained: Pairs, held: Pairs, cases: Pairs, scorer: Scorer) -> dict[str, float]:
    """The weights of both sides."""
    table = {
        **regression([row for e, scene in trained for row in labelled(e, scene, scorer)]),
        **confidence.BY_HAND,
    }
    rows = [
        (*row, weight)
        for pairs, weight in ((held, 1.0), (cases, CASE_WEIGHT))
        for e, scene in pairs
        for row in judged(e, scene, table, scorer)
    ]
    sides = ([r for r in rows if side in r[0]] for side in ("tagger", "rules"))
    return {name: weight for side in sides for name, weight in logistic_weights(side).items()}


def mended_cases() -> list[Example]:
    """The cases that rules were mended with, but for those of which a row may be there or not."""
    cases = (case for kind in SETS for case in read_cases(kind, "development"))
    return [
        _as_example(case)
        for case in cases
        if not any(row.maybe or row.source_maybe for row in case.rows.values())
    ]


def _as_example(case: Case) -> Example:
    outer = [row for row in case.rows.values() if row.parent is None]
    gold = tuple({"source": r.source, "cue": r.cue, "content": r.content} for r in outer)
    return Example(case.name, "", case.text, gold)


def write(table: Mapping[str, float], n_articles: int, n_cases: int) -> None:
    """One `name<TAB>weight` a line."""
    made_of = f"{n_articles} articles and {n_cases} hand-written cases"
    lines = [f"# Made by python -m benchmarks.attribution.fuse on {made_of}"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in table.items()]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit on the shared training articles and write the package's file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    shared = parser.parse_args().shared
    examples = read_examples(shared, "polnear_train")
    pairs = [(e, scene_of(e)) for e in examples]
    held = [pair for pair in pairs if is_held_out(pair[0].doc)]
    trained = [pair for pair in pairs if not is_held_out(pair[0].doc)]
    cases = [(e, scene_of(e)) for e in mended_cases()]
    write(fit(trained, held, cases, load_scorer(shared)), len(held), len(cases))
    print(TARGET.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
