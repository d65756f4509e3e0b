"""Pairs and sentences as padded tensors, those of similar length together."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from reportedly.reconcile.pairs.pieces import Pieces, alone, joined
from training.claims.pairs import LABELS, Pair

#: How probable each of the three labels is to be.
Wanted = tuple[float, ...]
SIMILARITY, ONE_SCENE, ANY_PAIR = 0, 1, 2
#: The share of a label that is spread over all three.
SMOOTHING = 0.05
#: What a sentence alone is asked: no label.
_NONE = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs of the network, and how probable each label is to be, where pairs have labels."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    question: Tensor
    wanted: Tensor


@dataclass(frozen=True, slots=True)
class Example:
    """A pair in pieces."""

    pieces: Pieces
    question: int
    wanted: Wanted


def examples_of(
    pairs: Sequence[Pair], tokenizer: Tokenizer, wanted: Sequence[Wanted] | None = None
) -> list[Example]:
    """Pairs in pieces, to be answered by their labels, or by `wanted`."""
    answers = wanted or [certain(p.label) for p in pairs]
    first = tokenizer.encode_batch([p.a for p in pairs], add_special_tokens=False)
    second = tokenizer.encode_batch([p.b for p in pairs], add_special_tokens=False)
    return [
        Example(
            joined(a.ids, b.ids),
            ONE_SCENE if pair.same_scene else ANY_PAIR,
            answer,
        )
        for a, b, pair, answer in zip(first, second, pairs, answers, strict=True)
    ]


def certain(label: str) -> Wanted:
    """Nearly all for one label: what annotators chose is not always what others would."""
    rest = SMOOTHING / len(LABELS)
    return tuple(rest + (1 - SMOOTHING) * (label == one) for one in LABELS)


def grouped(examples: Sequence[Example], size: int, rng: random.Random | None) -> list[list[int]]:
    """Places of all examples, `size` of similar length together; in random order with `rng`."""
    noise = [rng.random() if rng else 0.0 for _ in examples]
    order = sorted(range(len(examples)), key=lambda i: (len(examples[i].pieces.ids) // 3, noise[i]))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    return groups


def batches_of(examples: Sequence[Example], size: int, rng: random.Random | None) -> list[Batch]:
    """All examples, `size` a batch; in random order of batches with `rng`."""
    return [batch_of([examples[i] for i in group]) for group in grouped(examples, size, rng)]


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
    return Batch(pieces, features, mask, question, torch.tensor([e.wanted for e in examples]))


def sentence_batch(sentences: Sequence[str], tokenizer: Tokenizer) -> Batch:
    """Sentences alone, for similarity."""
    found = tokenizer.encode_batch(list(sentences), add_special_tokens=False)
    return batch_of([Example(alone(one.ids), SIMILARITY, _NONE) for one in found])
