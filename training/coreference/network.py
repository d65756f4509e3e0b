"""The network in torch; its weights have the names that the package's numpy network reads.

In: an `Example`. Out: scores of its pairs and of taking up nothing.
"""

import numpy as np
import torch
from torch import Tensor, nn

from training.coreference.example import Example

#: Numbers of a phrase, of a pair, and of the products of two phrases' projections.
PHRASE, PAIR, PRODUCT = 192, 128, 64


class Linker(nn.Module):
    """Matrices are [in, out], as numpy multiplies them."""

    def __init__(self, width: int, phrase_features: int, pair_features: int, drop: float) -> None:
        super().__init__()
        shapes = {
            **dict.fromkeys(("head", "first", "last", "mean"), (width, PHRASE)),
            "described": (phrase_features, PHRASE),
            "later": (PHRASE, PAIR),
            "earlier": (PHRASE, PAIR),
            "left": (PHRASE, PRODUCT),
            "right": (PHRASE, PRODUCT),
            "product": (PRODUCT, PAIR),
            "pair": (pair_features, PAIR),
            "again": (PAIR, PAIR),
            "none": (PHRASE, PAIR),
        }
        for name, (rows, columns) in shapes.items():
            weight = torch.empty(rows, columns)
            nn.init.uniform_(weight, -(rows**-0.5), rows**-0.5)
            self.register_parameter(name, nn.Parameter(weight))
        for name, size in (("phrase", PHRASE), ("later", PAIR), ("again", PAIR), ("none", PAIR)):
            self.register_parameter(f"{name}_bias", nn.Parameter(torch.zeros(size)))
        for name in ("out", "none_out"):
            self.register_parameter(name, nn.Parameter(torch.randn(PAIR) * PAIR**-0.5))
        self.drop = nn.Dropout(drop)

    def forward(self, one: Example) -> tuple[Tensor, Tensor]:
        """Scores [pairs] and [phrases]."""
        w = dict(self.named_parameters())
        phrases = self._phrases(one, w)
        i, j = (torch.from_numpy(x) for x in (one.later, one.earlier))
        later, earlier = phrases @ w["later"] + w["later_bias"], phrases @ w["earlier"]
        left, right = phrases @ w["left"], phrases @ w["right"]
        product = left.index_select(0, i) * right.index_select(0, j)
        hidden = torch.from_numpy(one.described).float() @ w["pair"] + product @ w["product"]
        hidden = hidden + later.index_select(0, i) + earlier.index_select(0, j)
        hidden = torch.relu(hidden)
        hidden = hidden + torch.relu(self.drop(hidden) @ w["again"] + w["again_bias"])
        none = torch.relu(phrases @ w["none"] + w["none_bias"])
        return self.drop(hidden) @ w["out"], self.drop(none) @ w["none_out"]

    def _phrases(self, one: Example, w: dict[str, Tensor]) -> Tensor:
        vectors = torch.from_numpy(one.vectors).float()
        sums = torch.cat([torch.zeros(1, vectors.shape[1]), vectors.cumsum(0)])
        head, first, last = torch.from_numpy(one.ends).T
        mean = (sums[last + 1] - sums[first]) / (last - first + 1)[:, None]
        vectors = self.drop(vectors)
        found = torch.from_numpy(one.phrases).float() @ w["described"] + w["phrase_bias"]
        found = found + self.drop(mean) @ w["mean"]
        for name, at in (("head", head), ("first", first), ("last", last)):
            found = found + (vectors @ w[name]).index_select(0, at)
        return self.drop(torch.relu(found))


def loss_of(one: Example, pairs: Tensor, none: Tensor) -> Tensor:
    """Mean negative log-probability of all right antecedents together, or of none.

    Where only persons, places and bodies are annotated, other phrases teach nothing.
    """
    count = len(one.owner)
    i = torch.from_numpy(one.later)
    owner = torch.from_numpy(one.owner)
    right = (owner[i] >= 0) & (owner[i] == owner[torch.from_numpy(one.earlier)])
    top = none.detach().scatter_reduce(0, i, pairs.detach(), "amax")
    share, alone = torch.exp(pairs - top[i]), torch.exp(none - top)
    total = alone.index_add(0, i, share)
    good = torch.zeros(count).index_add(0, i, share * right)
    has = torch.zeros(count).index_add(0, i, right.float()) > 0
    loss = total.log() - torch.where(has, good, alone).clamp(min=1e-9).log()
    kept = torch.ones(count) if one.complete else (owner >= 0).float()
    return (loss * kept).sum() / kept.sum().clamp(min=1)


def weights_of(model: Linker, bias: float) -> dict[str, np.ndarray]:
    """What `links.npz` holds: 16 bits are enough, as scores are compared coarsely."""
    arrays = {k: v.detach().numpy().astype(np.float16) for k, v in model.named_parameters()}
    return arrays | {"bias": np.float16(bias)}
