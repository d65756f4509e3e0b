"""The network: a six-layer BERT-like encoder with added word features, and its two heads.

In: pieces, features and word boundaries of a batch of windows. Out: label scores and a small
vector for each word; the link scorer works on those vectors.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.annotate.encoding.words import FEATURE_SIZES

#: all-MiniLM-L6-v2
WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
LABEL_COUNT = 7
#: Numbers kept of each word for the link scorer, and width of its hidden layer.
LINK_WIDTH, LINK_HIDDEN = 128, 128
#: Annotators of the corpus, and 0 for "not said", which is what inference uses.
ANNOTATORS = 7


class Layer(nn.Module):
    """One transformer layer, layer norm after each half."""

    def __init__(self, dropout: float, inner: int = INNER) -> None:
        super().__init__()
        self.query, self.key, self.value, self.merge = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.last_norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.widen, self.narrow = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, blocked: Tensor) -> Tensor:
        """`blocked` is added to the attention scores: 0 or a large negative number."""
        batch, length, _ = x.shape
        shape = (batch, length, HEADS, WIDTH // HEADS)
        q, k, v = (f(x).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + blocked
        mixed = self.dropout(scores.softmax(-1)) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.dropout(self.merge(mixed)))
        return self.last_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class WordHeads(nn.Module):
    """On top of an encoder of `width` numbers: label head and the words' link vectors."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.width = width
        self.features = nn.ModuleList(nn.Embedding(size, width) for size in FEATURE_SIZES)
        self.annotator = nn.Embedding(ANNOTATORS, width)
        for table in (*self.features, self.annotator):
            nn.init.normal_(table.weight, std=0.01)
        self.dropout = nn.Dropout(dropout)
        self.label = nn.Linear(width, LABEL_COUNT)
        self.link = nn.Linear(width, LINK_WIDTH)

    def words(self, x: Tensor, edges: Tensor) -> tuple[Tensor, Tensor]:
        """Label scores [B, W, 7] and link vectors [B, W, 128] of the words between `edges`."""
        words = self.dropout(mean_of_edges(x, edges))
        return self.label(words), torch.tanh(self.link(words))


class Tagger(WordHeads):
    """The encoder that ships; `inner` numbers in the inner layer of each of its layers."""

    def __init__(self, dropout: float = 0.1, inner: int = INNER) -> None:
        super().__init__(WIDTH, dropout)
        self.piece = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout, inner) for _ in range(LAYERS))

    def encode(self, pieces: Tensor, features: Tensor, mask: Tensor, annotator: Tensor) -> Tensor:
        """A vector for each piece; `pieces` and `mask` are [B, T], `features` [B, T, 4]."""
        x = self.piece(pieces) + self.position.weight[: pieces.shape[1]]
        for i, table in enumerate(self.features):
            x = x + table(features[..., i])
        x = self.dropout(self.norm(x + self.annotator(annotator)[:, None]))
        blocked = ((1.0 - mask) * -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, blocked)
        return x

    def load_encoder(self, weights: Mapping[str, Tensor]) -> None:
        """Take over the weights of a BERT checkpoint (token type 0 is folded into positions)."""
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "merge": "attention.output.dense",
            "norm": "attention.output.LayerNorm",
            "widen": "intermediate.dense",
            "narrow": "output.dense",
            "last_norm": "output.LayerNorm",
        }
        state = renamed_layers(weights, LAYERS, names)
        first_type = weights["embeddings.token_type_embeddings.weight"][0]
        state["position.weight"] = weights["embeddings.position_embeddings.weight"] + first_type
        state["piece.weight"] = weights["embeddings.word_embeddings.weight"]
        for kind in ("weight", "bias"):
            state[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        missing = self.load_state_dict(state, strict=False).missing_keys
        ours = ("features.", "annotator.", "label.", "link.")
        if any(not name.startswith(ours) for name in missing):
            raise ValueError(f"encoder weights are incomplete: {missing}")


def renamed_layers(
    weights: Mapping[str, Tensor], layers: int, names: Mapping[str, str]
) -> dict[str, Tensor]:
    """The layers' weights of a published checkpoint under our names; `names` is ours to theirs."""
    return {
        f"layers.{i}.{ours}.{kind}": weights[f"encoder.layer.{i}.{theirs}.{kind}"]
        for i in range(layers)
        for ours, theirs in names.items()
        for kind in ("weight", "bias")
    }


def mean_of_edges(x: Tensor, edges: Tensor) -> Tensor:
    """Mean of the vectors of first and last piece; `edges` [B, W, 2]."""
    index = edges[..., None].expand(-1, -1, -1, x.shape[2])
    return (x.gather(1, index[:, :, 0]) + x.gather(1, index[:, :, 1])) * 0.5


class LinkScorer(nn.Module):
    """How well two spans fit together: content with its cue, cue with its source.

    A span is its first, last and mean word vector; a pair adds embedded distance features.
    """

    def __init__(self, pair_feature_count: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.child = nn.Linear(3 * LINK_WIDTH, LINK_HIDDEN)
        self.parent = nn.Linear(3 * LINK_WIDTH, LINK_HIDDEN)
        self.pair = nn.Linear(pair_feature_count, LINK_HIDDEN, bias=False)
        self.nobody = nn.Parameter(torch.zeros(LINK_HIDDEN))
        self.out = nn.Linear(LINK_HIDDEN, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, child: Tensor, parent: Tensor, pair: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [pairs] of aligned rows, and scores [pairs] of "no parent" of each child."""
        left = self.child(child)
        both = torch.relu(left + self.parent(parent) + self.pair(pair))
        alone = torch.relu(left + self.nobody)
        return self.out(self.dropout(both))[:, 0], self.out(self.dropout(alone))[:, 0]
