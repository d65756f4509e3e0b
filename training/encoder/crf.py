"""A linear-chain conditional random field over word labels."""

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


class ChainField(nn.Module):
    """Learned transition scores; an I- label follows only B- or I- of its own part."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__()
        count = len(labels)
        blocked = torch.zeros(count + 1, count)
        for i, before in enumerate((*labels, "START")):
            for j, after in enumerate(labels):
                if after.startswith("I-") and before[1:] != after[1:]:
                    blocked[i, j] = FORBIDDEN
        self.register_buffer("blocked", blocked)
        self.free = nn.Parameter(torch.zeros(count + 1, count))

    def transitions(self) -> Tensor:
        """Scores [labels + 1, labels] of going from a label (last row: the start) to another."""
        return self.free + self.blocked

    def loss(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood of each window; `mask` [B, W] is 1 on words."""
        move = self.transitions()
        start, between = move[-1], move[:-1]
        alpha = scores[:, 0] + start
        for t in range(1, scores.shape[1]):
            new = torch.logsumexp(alpha[:, :, None] + between, dim=1) + scores[:, t]
            alpha = torch.where(mask[:, t, None] > 0, new, alpha)
        total = torch.logsumexp(alpha, dim=1)
        on_path = scores.gather(2, labels[..., None])[..., 0] * mask
        steps = between[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
        return total - on_path.sum(1) - steps.sum(1) - start[labels[:, 0]]
