"""The network: one six-layer encoder that reads a pair at once, or a sentence alone.

In: pieces with three features each. Out: scores of the three labels for a pair; a vector of length
one for a sentence, whose product with another is their similarity.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.network import LAYERS, POSITIONS, VOCABULARY, WIDTH, Layer, Tagger

#: Which sentence a piece is of (0, 1); whether the other has the piece too (0 not asked, 1 no, 2
#: yes); what is asked (0 similarity, 1 a pair of one scene, 2 any pair).
SEGMENTS, MATCHES, QUESTIONS = 2, 3, 3
HIDDEN = 128


class PairHead(nn.Module):
    """The head for pairs, on vectors of `width` numbers a piece."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(4 * width, HIDDEN)
        self.label = nn.Linear(HIDDEN, 3)

    def labels(self, x: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Label scores [B, 3] from the mean of each sentence, their difference and product."""
        second = features[..., 0].to(x.dtype) * mask
        a, b = mean(x, mask - second), mean(x, second)
        seen = torch.cat([a, b, (a - b).abs(), a * b], -1)
        return self.label(self.dropout(torch.tanh(self.hidden(seen))))


class PairEncoder(PairHead):
    """Encoder and the head for pairs."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__(WIDTH, dropout)
        self.piece = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Embedding(SEGMENTS, WIDTH)
        self.match = nn.Embedding(MATCHES, WIDTH)
        self.question = nn.Embedding(QUESTIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def encode(self, pieces: Tensor, features: Tensor, mask: Tensor, question: Tensor) -> Tensor:
        """A vector a piece; `pieces`, `mask` [B, T], `features` [B, T, 2], `question` [B]."""
        x = self.piece(pieces) + self.position.weight[: pieces.shape[1]]
        x = x + self.segment(features[..., 0]) + self.match(features[..., 1])
        x = self.dropout(self.norm(x + self.question(question)[:, None]))
        blocked = ((1.0 - mask) * -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, blocked)
        return x

    def vectors(self, x: Tensor, mask: Tensor) -> Tensor:
        """Vectors of length one [B, 384] of sentences alone."""
        return functional.normalize(mean(x, mask), dim=-1)

    def load_encoder(self, weights: Mapping[str, Tensor]) -> None:
        """Take over the weights of the base encoder; what is new begins as nothing."""
        base = Tagger()
        base.load_encoder(weights)
        ours = {k: v for k, v in base.state_dict().items() if k in self.state_dict()}
        ours = {k: v for k, v in ours.items() if not k.startswith("label.")}
        self.load_state_dict(ours, strict=False)
        types = weights["embeddings.token_type_embeddings.weight"]
        with torch.no_grad():
            self.match.weight.zero_()
            self.question.weight.zero_()
            self.segment.weight.copy_(types - types[0])


def mean(x: Tensor, mask: Tensor) -> Tensor:
    """Mean of the vectors where `mask` is one."""
    return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp_min(1.0)
