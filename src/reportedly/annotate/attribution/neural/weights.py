"""What attribution knows beside the encoder: grammar of labels, link scorers, thresholds.

In: the encoder's folder. Out: `Weights`, loaded once a process; the files' hashes are checked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from reportedly.annotate.attribution.neural.calibration import Calibration
from reportedly.annotate.attribution.neural.linking import LinkScorer
from reportedly.annotate.attribution.neural.pairs import FloatArray
from reportedly.annotate.encoding.fingerprint import FOLDER
from reportedly.annotate.encoding.weights import read_card


@dataclass(frozen=True, slots=True)
class Settings:
    """Numbers chosen on held-out articles; each shifts a decision towards or away from "none".

    `begin_bonus` is added where a span begins, the two biases to the score of having no parent.
    """

    begin_bonus: float
    no_cue_bias: float
    no_source_bias: float
    min_confidence: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that turns an encoding into attributions."""

    transitions: FloatArray
    to_cue: LinkScorer
    to_source: LinkScorer
    settings: Settings
    calibration: Calibration


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights inside the package."""
    return load_weights(Path(str(FOLDER)))


def load_weights(folder: Path) -> Weights:
    """Read a model folder; raises `ModelFileError`."""
    card = read_card(folder)
    heads = np.load(folder / "heads.npz")
    return Weights(
        transitions=heads["transitions"],
        to_cue=LinkScorer(_named(heads, "to_cue.")),
        to_source=LinkScorer(_named(heads, "to_source.")),
        settings=Settings(**card["settings"]),
        calibration=Calibration(tuple(card["calibration"]["weights"]), card["calibration"]["bias"]),
    )


def _named(heads: Mapping[str, FloatArray], prefix: str) -> dict[str, FloatArray]:
    return {key.removeprefix(prefix): heads[key] for key in heads if key.startswith(prefix)}
