"""Windows of similar length put together into padded tensors."""

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from training.encoder.carrying import UNKNOWN
from training.encoder.examples import TOKEN_ROWS, Example

# [CLS] and [SEP] of the BERT vocabulary: the encoder was trained with both.
FIRST, LAST = 101, 102


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors as `Tagger` takes them, with word mask and labels."""

    examples: list[Example]
    pieces: Tensor
    features: Tensor
    mask: Tensor
    edges: Tensor
    annotator: Tensor
    words: Tensor
    labels: Tensor
    weight: Tensor
    token_edges: Tensor
    tokens: Tensor
    token_labels: Tensor


def make_batches(examples: list[Example], pieces: int, rng: random.Random) -> list[Batch]:
    """All examples in batches of about `pieces` pieces with padding, in random order."""
    ordered = sorted(examples, key=lambda e: (len(e.pieces) // 16, rng.random()))
    groups: list[list[Example]] = [[]]
    for example in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * (len(example.pieces) + 2) > pieces:
            groups.append([])
        groups[-1].append(example)
    rng.shuffle(groups)
    return [make_batch(group, rng) for group in groups]


def make_batch(examples: list[Example], rng: random.Random | None = None) -> Batch:
    """Pad `examples`; with `rng`, half of the windows say who annotated them."""
    size, length = len(examples), max(len(e.pieces) for e in examples) + 2
    width = max(len(e.labels) for e in examples)
    pieces = torch.zeros(size, length, dtype=torch.long)
    features = torch.zeros(size, length, examples[0].features.shape[1], dtype=torch.long)
    mask = torch.zeros(size, length)
    edges = torch.zeros(size, width, 2, dtype=torch.long)
    words = torch.zeros(size, width)
    labels = torch.zeros(size, width, dtype=torch.long)
    annotator = torch.zeros(size, dtype=torch.long)
    weight = torch.tensor([e.weight for e in examples])
    depth = max(1, max(len(e.token_edges) for e in examples))
    token_edges = torch.zeros(size, depth, 2, dtype=torch.long)
    tokens = torch.zeros(size, depth)
    token_labels = torch.full((len(TOKEN_ROWS), size, depth), UNKNOWN, dtype=torch.long)
    for i, e in enumerate(examples):
        count = len(e.token_edges)
        token_edges[i, :count] = torch.from_numpy(e.token_edges) + 1
        tokens[i, :count] = 1
        token_labels[:, i, :count] = torch.from_numpy(e.token_labels)
        n, w = len(e.pieces), len(e.labels)
        pieces[i, 0], pieces[i, n + 1] = FIRST, LAST
        pieces[i, 1 : n + 1] = torch.from_numpy(e.pieces)
        features[i, 1 : n + 1] = torch.from_numpy(e.features[e.piece_word])
        mask[i, : n + 2] = 1
        edges[i, :w, 0] = torch.from_numpy(e.first_piece[:-1]) + 1
        edges[i, :w, 1] = torch.from_numpy(e.first_piece[1:])
        words[i, :w] = 1
        labels[i, :w] = torch.from_numpy(e.labels)
        if rng and rng.random() < 0.5:
            annotator[i] = e.annotator
    return Batch(
        examples,
        pieces,
        features,
        mask,
        edges,
        annotator,
        words,
        labels,
        weight,
        token_edges,
        tokens,
        token_labels,
    )
