"""Pairs and sentences as padded tensors, those of similar length together."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from reportedly.reconcile.pairs.pieces import Pieces, alone, joined
from training.claims.pairs import LABELS, Pair

SIMILARITY, ONE_SCENE, ANY_PAIR = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs of the network, and labels where there are any."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    question: Tensor
    labels: Tensor


@dataclass(frozen=True, slots=True)
class Example:
    """A pair in pieces."""

    pieces: Pieces
    question: int
    label: int


def examples_of(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Example]:
    """Pairs in pieces."""
    first = tokenizer.encode_batch([p.a for p in pairs], add_special_tokens=False)
    second = tokenizer.encode_batch([p.b for p in pairs], add_special_tokens=False)
    return [
        Example(
            joined(a.ids, b.ids),
            ONE_SCENE if pair.same_scene else ANY_PAIR,
            LABELS.index(pair.label),
        )
        for a, b, pair in zip(first, second, pairs, strict=True)
    ]


def batches_of(examples: Sequence[Example], size: int, rng: random.Random | None) -> list[Batch]:
    """All examples, `size` a batch; in random order of batches with `rng`."""
    noise = [rng.random() if rng else 0.0 for _ in examples]
    order = sorted(range(len(examples)), key=lambda i: (len(examples[i].pieces.ids) // 3, noise[i]))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    return [batch_of([examples[i] for i in group]) for group in groups]


def batch_of(examples: Sequence[Example]) -> Batch:
    """One padded batch."""
    size, length = len(examples), max(len(e.pieces.ids) for e in examples)
    pieces = torch.zeros(size, length, dtype=torch.long)
    features = torch.zeros(size, length, 2, dtype=torch.long)
    mask = torch.zeros(size, length)
    for i, e in enumerate(examples):
        n = len(e.pieces.ids)
        pieces[i, :n] = torch.tensor(e.pieces.ids)
        features[i, :n, 0] = torch.tensor(e.pieces.segments)
        features[i, :n, 1] = torch.tensor(e.pieces.matches)
        mask[i, :n] = 1
    question = torch.tensor([e.question for e in examples])
    return Batch(pieces, features, mask, question, torch.tensor([e.label for e in examples]))


def sentence_batch(sentences: Sequence[str], tokenizer: Tokenizer) -> Batch:
    """Sentences alone, for similarity."""
    found = tokenizer.encode_batch(list(sentences), add_special_tokens=False)
    return batch_of([Example(alone(one.ids), SIMILARITY, 0) for one in found])
