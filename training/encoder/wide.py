"""The attribution teacher's network: all-mpnet-base-v2, twelve layers, with the same heads.

In: pieces of the small encoder's vocabulary, which are the same strings in this one's, numbered
otherwise. Out: what `network.Tagger` gives, from vectors twice as wide. It is never shipped.
"""

import math
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.network import VOCABULARY, WordHeads, renamed_layers

WIDTH, LAYERS, HEADS, INNER = 768, 12, 12, 3072
WIDE_VOCABULARY, POSITIONS, FIRST_POSITION = 30527, 514, 2
#: Relative positions are told apart in so many classes, up to so many pieces away (as in T5).
CLASSES, REACH = 32, 128
# Where the two vocabularies call a special piece differently.
_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[UNK]": "[UNK]"}


class WideLayer(nn.Module):
    """One transformer layer, layer norm after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.merge = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.last_norm = (nn.LayerNorm(WIDTH, eps=1e-5) for _ in range(2))
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`bias` is added to the attention scores: position, and a large negative number."""
        batch, length, _ = x.shape
        shape = (batch, length, HEADS, WIDTH // HEADS)
        q, k, v = (f(x).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm(x + self.dropout(self.merge(mixed.transpose(1, 2).reshape(x.shape))))
        return self.last_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class WideBody(nn.Module):
    """The encoder; `pieces` maps each piece of the small vocabulary to its number here."""

    pieces: Tensor

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Embedding(WIDE_VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.relative = nn.Embedding(CLASSES, HEADS)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(WideLayer(dropout) for _ in range(LAYERS))
        self.register_buffer("pieces", torch.zeros(VOCABULARY, dtype=torch.long))

    def forward(self, pieces: Tensor, added: Tensor, mask: Tensor) -> Tensor:
        """A vector for each piece [B, T, 768]; `added` is what else is known of each, as wide."""
        x = self.piece(self.pieces[pieces])
        x = x + self.position.weight[FIRST_POSITION : FIRST_POSITION + pieces.shape[1]]
        x = self.dropout(self.norm(x + added))
        bias = self.bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def bias(self, mask: Tensor) -> Tensor:
        """What is added to attention [B, heads, T, T]: distance, and a large negative number."""
        at = torch.arange(mask.shape[1])
        near = self.relative(distance_class(at[None] - at[:, None])).permute(2, 0, 1)[None]
        return near + ((1.0 - mask) * -1e4)[:, None, None]

    def load(self, folder: Path, small: Path) -> None:
        """The weights in the folder of all-mpnet-base-v2; `small` is the small one's tokenizer."""
        self.load_encoder(load_file(folder / "model.safetensors"))
        self.pieces.copy_(same_pieces(small, folder / "tokenizer.json"))

    def load_encoder(self, weights: Mapping[str, Tensor]) -> None:
        """Take over the weights of an MPNet checkpoint."""
        names = {
            "query": "attention.attn.q",
            "key": "attention.attn.k",
            "value": "attention.attn.v",
            "merge": "attention.attn.o",
            "norm": "attention.LayerNorm",
            "widen": "intermediate.dense",
            "narrow": "output.dense",
            "last_norm": "output.LayerNorm",
        }
        state = renamed_layers(weights, LAYERS, names)
        state["relative.weight"] = weights["encoder.relative_attention_bias.weight"]
        state["piece.weight"] = weights["embeddings.word_embeddings.weight"]
        state["position.weight"] = weights["embeddings.position_embeddings.weight"]
        for kind in ("weight", "bias"):
            state[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        self.load_state_dict(state, strict=False)


class WideTagger(WordHeads):
    """The wide encoder with the heads of `network.Tagger`."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__(WIDTH, dropout)
        self.body = WideBody(dropout)

    def encode(self, pieces: Tensor, features: Tensor, mask: Tensor, annotator: Tensor) -> Tensor:
        """A vector for each piece; `pieces` and `mask` are [B, T], `features` [B, T, 4]."""
        added = self.annotator(annotator)[:, None]
        for i, table in enumerate(self.features):
            added = added + table(features[..., i])
        return self.body(pieces, added, mask)


def distance_class(distance: Tensor) -> Tensor:
    """The class of each relative position: exact when near, by its logarithm further away."""
    half = CLASSES // 2
    exact = half // 2
    far = distance.abs()
    scale = (half - exact) / math.log(REACH / exact)
    log = exact + (torch.log(far.float().clamp(min=1) / exact) * scale).long()
    return (distance > 0).long() * half + torch.where(far < exact, far, log.clamp(max=half - 1))


def same_pieces(small: Path, wide: Path) -> Tensor:
    """For each piece of the small vocabulary the wide one's number; both are tokenizer files."""
    there = Tokenizer.from_file(str(wide)).get_vocab()
    numbers = torch.full((VOCABULARY,), there["<unk>"])
    for piece, number in Tokenizer.from_file(str(small)).get_vocab().items():
        numbers[number] = there.get(_SPECIAL.get(piece, piece), there["<unk>"])
    return numbers
