"""Leave out the numbers of each layer's inner part that matter least.

    python -m training.encoder.narrow --shared DIR --silver FILE --start FILE --inner N --out FILE

In: a checkpoint and annotated articles. Out: a checkpoint whose layers have `--inner` numbers
inside. How much a number matters is its mean size times the length of the column that it is
weighed with; what it gives on average goes into the layer's bias, so that little is left to learn.
"""

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.annotate.encoding.vocabulary import load_vocabulary
from training.encoder.articles import load_articles, split_articles
from training.encoder.batches import Batch, make_batches
from training.encoder.model import Model, base_folder, read_silver, start_model
from training.encoder.train import BATCH_PIECES, SEED, Material

#: Batches of which the sizes are taken: some 80,000 pieces.
BATCHES = 40


class Sizes:
    """Sums over pieces of each inner number and of its size; call it as a forward hook."""

    def __init__(self, inner: int) -> None:
        self.total, self.size, self.pieces = torch.zeros(inner), torch.zeros(inner), 0
        self.mask = torch.zeros(0)

    def __call__(self, _: nn.Module, __: tuple[Tensor, ...], output: Tensor) -> None:
        """Take one batch in."""
        seen = functional.gelu(output.float())[self.mask > 0]
        self.total += seen.sum(0)
        self.size += seen.abs().sum(0)
        self.pieces += len(seen)


def narrow(model: Model, batches: list[Batch], inner: int) -> None:
    """Make every layer of `model` narrower, in place."""
    model.eval()
    sizes = [Sizes(layer.widen.out_features) for layer in model.tagger.layers]
    hooks = [
        layer.widen.register_forward_hook(one)
        for layer, one in zip(model.tagger.layers, sizes, strict=True)
    ]
    with torch.no_grad():
        for batch in batches:
            for one in sizes:
                one.mask = batch.mask
            model.tagger.encode(batch.pieces, batch.features, batch.mask, batch.annotator)
        for hook in hooks:
            hook.remove()
        for layer, one in zip(model.tagger.layers, sizes, strict=True):
            _keep(layer, one, inner)


def _keep(layer: nn.Module, seen: Sizes, inner: int) -> None:
    """Only the `inner` numbers that matter most stay in `layer`."""
    columns = layer.narrow.weight
    matters = seen.size / seen.pieces * columns.norm(dim=0)
    kept = matters.topk(inner).indices.sort().values
    mean = seen.total / seen.pieces
    mean[kept] = 0.0
    layer.narrow.bias += columns @ mean
    for old, axis in ((layer.widen, 0), (layer.narrow, 1)):
        old.weight = nn.Parameter(old.weight.index_select(axis, kept))
    layer.widen.bias = nn.Parameter(layer.widen.bias[kept])


def main() -> None:
    """Read the command line and narrow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--inner", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    labels, silver = read_silver(args.silver)
    articles = split_articles(load_articles(args.shared / "data/attribution/polnear_train"))[0]
    rng = random.Random(SEED)
    vocabulary = load_vocabulary(base_folder() / "tokenizer.json")
    examples = Material(articles, [], silver).examples(vocabulary, 0, rng)
    model = start_model(labels, args.start)
    narrow(model, make_batches(examples, BATCH_PIECES, rng)[:BATCHES], args.inner)
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
