"""Fits the weights of `reportedly.annotate.attribution.confidence` on annotated articles.

    python -m benchmarks.attribution.fit --shared DIR

In: `data/attribution/polnear_train` of the shared folder.  Out: `weights.tsv` in the package: one
number for each property of a candidate (logistic regression) and a calibration fitted on a fifth
of the articles that the numbers have not seen.  The same input gives the same file.
"""

import argparse
import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.attribution.corpus import Example, read_examples
from benchmarks.attribution.scorer import Scorer, load_scorer
from reportedly.annotate.attribution import confidence
from reportedly.annotate.attribution.finder import candidates
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.selection import LEAST_STRENGTH, Weighed, outermost, select
from reportedly.annotate.document import Document
from reportedly.model import Article

#: Properties seen less often than this say nothing.
LEAST_SEEN = 4
#: Weight decay: chosen on a held-out fifth of the training articles.
DECAY = 3e-6
PASSES = 14
RATE = 0.15
TARGET = Path(__file__).parents[2] / "src/reportedly/annotate/attribution/weights.tsv"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A candidate's evidence and how right it is: the overlap with gold where that counts, or 0."""

    evidence: tuple[str, ...]
    right: float


def labelled(example: Example, scene: Scene, scorer: Scorer) -> list[Labelled]:
    """All candidates of one article that the annotation can judge: none inside a gold content."""
    text = scorer.text(example.text)
    golds = [text.item(gold) for gold in example.gold]
    found = []
    for candidate in candidates(scene):
        item = text.item({"source": candidate.source, "content": candidate.content})
        cue = text.item({"source": (), "content": candidate.cue}).content
        if any(item.content | cue < gold.content for gold in golds):
            continue
        right = max((text.right(gold, item) for gold in golds), default=0.0)
        found.append(Labelled(candidate.evidence, right))
    return found


def regression(rows: Sequence[Labelled]) -> dict[str, float]:
    """Weights by AdaGrad over the rows in a fixed order."""
    seen = Counter(name for row in rows for name in row.evidence)
    names = sorted(name for name, n in seen.items() if n >= LEAST_SEEN)
    index = {name: at + 1 for at, name in enumerate(names)}
    coded = [np.array([0, *(index[n] for n in r.evidence if n in index)]) for r in rows]
    values = np.zeros(len(names) + 1)
    squares = np.full(len(names) + 1, 1e-6)
    order = np.random.default_rng(7)
    for _ in range(PASSES):
        for at in order.permutation(len(rows)):
            where = coded[at]
            guess = 1 / (1 + math.exp(-max(-30.0, min(30.0, float(values[where].sum())))))
            slope = guess - rows[at].right + DECAY * len(rows) * values[where] / 100
            squares[where] += slope**2
            values[where] -= RATE * slope / np.sqrt(squares[where])
    table = {name: float(values[at]) for name, at in index.items()}
    return {confidence.BASE: float(values[0]), **table}


def scene_of(example: Example) -> Scene:
    """One article as the rules see it."""
    article = Article(article_id=example.doc, path=example.doc, text=example.text, sha256="")
    return Scene.of(Document(article))


def calibration(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and shift that turn strengths of kept rows into probabilities (Platt)."""
    x = np.array([strength for strength, _ in pairs])
    y = np.array([float(right) for _, right in pairs])
    slope, shift = 1.0, 0.0
    for _ in range(3_000):
        error = 1 / (1 + np.exp(-(slope * x + shift))) - y
        slope -= 0.05 * float((error * x).mean())
        shift -= 0.05 * float(error.mean())
    return slope, shift


def kept_and_right(
    examples: Sequence[tuple[Example, Scene]], table: dict[str, float], scorer: Scorer
) -> list[tuple[float, bool]]:
    """Strength and rightness of every outermost row that the table would keep."""
    pairs = []
    for example, scene in examples:
        text = scorer.text(example.text)
        golds = [text.item(gold) for gold in example.gold]
        weighed = [
            Weighed(c, confidence.strength(c.evidence, table), 0.0) for c in candidates(scene)
        ]
        for kept in outermost(select(weighed)):
            item = text.item({"source": kept.candidate.source, "content": kept.candidate.content})
            if any(item.content < gold.content for gold in golds):
                continue
            pairs.append((kept.strength, any(text.right(gold, item) > 0 for gold in golds)))
    return pairs


def fit(
    examples: Sequence[Example], scorer: Scorer, scene_of: Callable[[Example], Scene]
) -> dict[str, float]:
    """The whole table: weights from four fifths for the calibration, then from all."""
    scenes = [(example, scene_of(example)) for example in examples]
    rows = [labelled(example, scene, scorer) for example, scene in scenes]
    train = [row for at, found in enumerate(rows) if at % 5 for row in found]
    held = [pair for at, pair in enumerate(scenes) if at % 5 == 0]
    slope, shift = calibration(kept_and_right(held, regression(train), scorer))
    table = regression([row for found in rows for row in found])
    return {confidence.SLOPE: slope, confidence.SHIFT: shift, **table}


def write(table: dict[str, float], target: Path) -> None:
    """One `name<TAB>weight` a line, sorted, weights that move nothing left out."""
    lines = [f"# Made by python -m benchmarks.attribution.fit; kept rows reach {LEAST_STRENGTH}"]
    lines += [f"{n}\t{w:.3f}" for n, w in sorted(table.items()) if abs(w) >= _NOTHING]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


#: A weight below this changes no probability by more than a hundredth.
_NOTHING = 0.04


def main() -> None:
    """Fit on the shared training articles and write the package's file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.shared)
    examples = read_examples(arguments.shared, "polnear_train")
    table = fit(examples, scorer, scene_of)
    write(table, TARGET)
    print(f"{len(table)} weights from {len(examples)} articles written to {TARGET.name}")


if __name__ == "__main__":
    main()
