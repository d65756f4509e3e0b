"""What the tests of piles share: a pile built and scored once, and its findings that are false."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.sample.gold import Sample
from benchmarks.sample.score import Score, answers, scores
from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.model import Finding


@dataclass(frozen=True)
class Measured:
    """Each question's score, and the explanations of findings that no careful reader would make."""

    scores: dict[str, Score]
    false: list[str]


def measured(folder: Path, path: Path) -> Measured:
    """Builds the pile in `folder` into the chronicle `path` and holds it beside its gold."""
    build([folder / "pile"], path, workers=0)
    with Chronicle.open(path) as chronicle:
        sample = Sample.of(chronicle, folder / "gold.json", folder / "pile")
        false = [f.explanation for f in chronicle.rows(Finding) if not _is_right(sample, f)]
        return Measured({**scores(chronicle, sample), "outlets": _outlets(sample)}, false)


def _outlets(sample: Sample) -> Score:
    """Articles with the outlet that the gold gives them, among those that it gives one."""
    asked = [row for row in sample.gold["articles"] if "outlet" in row]
    found = [(sample.article(row), row["outlet"]) for row in asked]
    right = [article for article, outlet in found if article and article.outlet == outlet]
    return len(right), len(asked)


def _is_right(sample: Sample, finding: Finding) -> bool:
    told = f"{finding.attribute} {finding.explanation}"
    also = (kind == finding.kind and words in told for kind, words in sample.gold["also"])
    return any(also) or any(answers(sample, finding, row) for row in sample.gold["findings"])
