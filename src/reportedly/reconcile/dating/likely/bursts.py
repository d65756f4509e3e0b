"""Words that come and go: how well each day fits the terms of an article.

A term that the dated articles use in some weeks and not in others speaks for those weeks.  How
much it may say is seen from its own uses: how well each of them is foretold by the others.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.reconcile.dating.likely.axis import Array, Axis

#: News is spoken of for days, weeks or months.
SPREADS_DAYS = (4.0, 12.0, 30.0)
#: Added to uses seen and uses expected, so that one use more or less says little.
GROUND = 0.5
#: A term in more of the articles than this is always in the papers.
LARGEST_SHARE = 0.3
#: Uses that speak against a term at the start: one of few is foretold by chance.
DOUBT = 2.0
#: Grades of terms by how well their uses foretell one another (mean log ratio).
GRADES = (0.15, 0.5, 1.0)
#: … and one grade for terms with a single use, which foretells nothing yet.
SINGLE = len(GRADES) + 1
#: Kinds of score: each grade for names and figures, then each for pairs of plain words.
KINDS = 2 * (SINGLE + 1)


@dataclass(frozen=True, slots=True)
class Uses:
    """Terms of some texts: the numbers of the dated articles that use each, and whether its words
    are plain; and for each text which of them it has, under the text's own name for it."""

    articles: list[npt.NDArray[np.int32]]
    plain: list[bool]
    of_text: list[dict[int, str]]


@dataclass(frozen=True, slots=True)
class Bursts:
    """For each term its grade and how much more often than expected it stands in each step."""

    grades: npt.NDArray[np.intp]
    ratios: Array

    def scores(self, uses: Uses) -> Array:
        """Texts × kinds × steps: the ratios of their terms, summed by kind."""
        found = np.zeros((len(uses.of_text), KINDS, self.ratios.shape[1]), np.float32)
        for text, numbers in enumerate(uses.of_text):
            for number in numbers:
                found[text, self.grades[number]] += self.ratios[number]
        return found


def bursts_of(uses: Uses, steps: npt.NDArray[np.intp], axis: Axis) -> Bursts:
    """The bursts of all terms; `steps` are those of the dated articles that `uses` numbers."""
    counts = np.zeros((len(uses.articles), axis.steps), np.float32)
    for row, articles in enumerate(uses.articles):
        np.add.at(counts[row], steps[articles], 1.0)
    everything = np.bincount(steps, minlength=axis.steps).astype(np.float32)
    times = counts.sum(1, keepdims=True)
    best = np.full(len(counts), -np.inf, np.float32)
    ratios = np.zeros_like(counts)
    for days in SPREADS_DAYS:
        near, all_near = axis.smoothed(counts, days), axis.smoothed(everything, days)
        rest = np.maximum(all_near - 1, 0) * (times - 1) / max(1, len(steps) - 1)
        foretold = np.log((np.maximum(near - 1, 0) + GROUND) / (rest + GROUND))
        gain = (counts * foretold).sum(1) / np.maximum(times[:, 0], 1)
        better = gain > best
        best = np.where(better, gain, best)
        ratio = np.log((near + GROUND) / (all_near * times / max(1, len(steps)) + GROUND))
        ratios[better] = ratio[better]
    others = times[:, 0] - 1
    grades = np.searchsorted(GRADES, best * others / (others + DOUBT), side="right")
    grades = np.where(others == 0, SINGLE, grades)
    plain = np.array(uses.plain, np.intp)
    return Bursts(grades + plain * (SINGLE + 1), ratios)
