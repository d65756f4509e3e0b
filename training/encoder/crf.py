"""A linear-chain conditional random field over word labels."""

from dataclasses import dataclass

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
        on_path = scores.gather(2, labels[..., None])[..., 0] * mask
        steps = between[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
        total = log_sum_of_paths(scores, move, mask)
        return total - on_path.sum(1) - steps.sum(1) - start[labels[:, 0]]

    def expected(self, scores: Tensor, mask: Tensor) -> "Expectation":
        """How often each label and each step between labels is on a path, over all paths."""
        with torch.enable_grad():
            scores = scores.detach().requires_grad_()
            move = self.transitions().detach().repeat(len(scores), 1, 1).requires_grad_()
            total = log_sum_of_paths(scores, move, mask).sum()
            return Expectation(*torch.autograd.grad(total, (scores, move)))

    def distance(self, scores: Tensor, wanted: "Expectation", mask: Tensor) -> Tensor:
        """Cross entropy of each window's paths to those that another field expects there.

        Paths are compared whole and not word by word: what is expected of labels and steps is all
        that a chain's score of a path consists of.
        """
        move = self.transitions()
        on_paths = (scores * wanted.labels).sum((1, 2)) + (move * wanted.steps).sum((1, 2))
        return log_sum_of_paths(scores, move, mask) - on_paths


@dataclass(frozen=True, slots=True)
class Expectation:
    """Probability of each label of each word [B, W, 7]; expected number of each step [B, 8, 7]."""

    labels: Tensor
    steps: Tensor


def log_sum_of_paths(scores: Tensor, move: Tensor, mask: Tensor) -> Tensor:
    """Log of the summed weights of all paths of each window; `move` [8, 7] or [B, 8, 7]."""
    start, between = move[..., -1, :], move[..., :-1, :]
    alpha = scores[:, 0] + start
    for t in range(1, scores.shape[1]):
        new = torch.logsumexp(alpha[:, :, None] + between, dim=1) + scores[:, t]
        alpha = torch.where(mask[:, t, None] > 0, new, alpha)
    return torch.logsumexp(alpha, dim=1)
