"""The heads that read the parse off the encoder, and what they are taught.

In: a vector for each token. Out: scores of tags, parts of speech, heads, dependency labels,
entities and sentence starts; or the loss of each against the teacher's labels.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.carrying import UNKNOWN
from training.encoder.teacher import Inventory

#: Width of what is compared to find a head, and of the hidden layer of its label.
ARC_WIDTH, LABEL_WIDTH = 128, 128
_FORBIDDEN = -1e4
# Distances in tokens beyond this are all one.
_REACH = 32


@dataclass(frozen=True, slots=True)
class TokenScores:
    """Scores of a batch of windows; `arcs` [B, N, N] has dependents in rows, roots on the diagonal.

    `dependents` and `heads` [B, N, 128] are what `ParseHeads.label_scores` takes.
    """

    tags: Tensor
    pos: Tensor
    arcs: Tensor
    entities: Tensor
    starts: Tensor
    dependents: Tensor
    heads: Tensor


class ParseHeads(nn.Module):
    """All heads over token vectors."""

    def __init__(self, width: int, labels: Inventory, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.tag = nn.Linear(width, len(labels.tags))
        self.pos = nn.Linear(width, len(labels.pos))
        self.entity = nn.Linear(width, len(labels.entities))
        self.start = nn.Linear(width, 1)
        self.root = nn.Linear(width, 1)
        self.arc_dependent = nn.Linear(width, ARC_WIDTH)
        self.arc_head = nn.Linear(width, ARC_WIDTH)
        self.near = nn.Embedding(2 * _REACH + 1, 1)
        nn.init.zeros_(self.near.weight)
        self.label_dependent = nn.Linear(width, LABEL_WIDTH)
        self.label_head = nn.Linear(width, LABEL_WIDTH, bias=False)
        self.label = nn.Linear(LABEL_WIDTH, len(labels.deps))

    def forward(self, tokens: Tensor) -> TokenScores:
        """`tokens` [B, N, width]."""
        x = self.dropout(tokens)
        arcs = self.arc_dependent(x) @ self.arc_head(x).transpose(1, 2) / ARC_WIDTH**0.5
        place = torch.arange(x.shape[1])
        apart = place[None] - place[:, None]
        arcs = arcs + self.near(apart.clamp(-_REACH, _REACH) + _REACH)[..., 0]
        eye = (apart == 0).to(arcs.dtype)
        return TokenScores(
            tags=self.tag(x),
            pos=self.pos(x),
            arcs=arcs * (1 - eye) + self.root(x) * eye,
            entities=self.entity(x),
            starts=self.start(x)[..., 0],
            dependents=self.label_dependent(x),
            heads=self.label_head(x),
        )

    def label_scores(self, scores: TokenScores, head: Tensor) -> Tensor:
        """Scores [B, N, labels] of the arc from each token to its `head` [B, N]."""
        index = head[..., None].expand(-1, -1, LABEL_WIDTH)
        both = scores.dependents + scores.heads.gather(1, index)
        return self.label(self.dropout(torch.relu(both)))

    def losses(self, tokens: Tensor, mask: Tensor, labels: Tensor) -> Tensor:
        """Loss of each of head, tag, pos, dep, entity, start; `labels` [6, B, N], `mask` [B, N]."""
        scores = self(tokens)
        head = labels[0]
        dep = self.label_scores(scores, head.clamp(min=0))
        arcs = scores.arcs.float() + ((1 - mask) * _FORBIDDEN)[:, None]
        rows = (arcs, scores.tags, scores.pos, dep, scores.entities)
        found = [
            functional.cross_entropy(
                row.float().flatten(0, 1), wanted.flatten(), ignore_index=UNKNOWN, reduction="sum"
            )
            / (wanted != UNKNOWN).sum().clamp(min=1)
            for row, wanted in zip(rows, labels, strict=False)
        ]
        known = labels[5] != UNKNOWN
        start = functional.binary_cross_entropy_with_logits(
            scores.starts.float()[known], labels[5][known].float()
        )
        return torch.stack([*found, start])
