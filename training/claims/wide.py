"""The tutor's network: all-mpnet-base-v2, whose lower half stays as it is, with the head for pairs.

In: pairs in pieces of the small encoder's vocabulary. Out: scores of the three labels. It is never
shipped: what it thinks of pairs is what the small encoder is taught by.
"""

from torch import Tensor, nn

from training.claims.batches import Batch
from training.claims.network import MATCHES, QUESTIONS, SEGMENTS, PairHead
from training.encoder.wide import FIRST_POSITION, WIDTH, WideBody

#: Layers whose weights stay. What they give is worked out once for each pair.
FROZEN = 6


class WidePairEncoder(PairHead):
    """Encoder and head; whose a piece is and whether both have it comes in half-way."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__(WIDTH, dropout)
        self.body = WideBody(dropout)
        self.segment = nn.Embedding(SEGMENTS, WIDTH)
        self.match = nn.Embedding(MATCHES, WIDTH)
        self.question = nn.Embedding(QUESTIONS, WIDTH)
        for table in (self.segment, self.match, self.question):
            nn.init.zeros_(table.weight)

    def lower(self, batch: Batch) -> Tensor:
        """What the frozen layers give [B, T, 768]; to be called without gradients, in `eval`."""
        body = self.body
        x = body.piece(body.pieces[batch.pieces])
        x = body.norm(x + body.position.weight[FIRST_POSITION : FIRST_POSITION + x.shape[1]])
        bias = body.bias(batch.mask)
        for layer in body.layers[:FROZEN]:
            x = layer(x, bias)
        return x

    def upper(self, x: Tensor, batch: Batch) -> Tensor:
        """Label scores [B, 3] from what `lower` gives."""
        features = batch.features
        x = x + self.segment(features[..., 0]) + self.match(features[..., 1])
        x = x + self.question(batch.question)[:, None]
        bias = self.body.bias(batch.mask).detach()
        for layer in self.body.layers[FROZEN:]:
            x = layer(x, bias)
        return self.labels(x, features, batch.mask)
