"""The losses of a batch: labels and links of attributions, and the parse.

In: a model and a batch. Out: eight numbers, in the order of `NAMES`, and the label scores.
"""

import torch
from torch import Tensor

from reportedly.annotate.attribution.neural.pairs import PAIR_FEATURES
from training.encoder.batches import Batch
from training.encoder.link_targets import LinkTarget, greedy_spans, link_targets
from training.encoder.model import Model
from training.encoder.network import LinkScorer, mean_of_edges

NAMES = ("labels", "links", "head", "tag", "pos", "dep", "entity", "starts")


def fewer_bits() -> torch.autocast:
    """Sixteen bits, where the processor has them: those without take a hundred times the time."""
    able = torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return torch.autocast("cpu", torch.bfloat16, enabled=bool(able))


def word_scores(model: Model, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Label scores and link vectors of the words, and a vector for each piece."""
    with fewer_bits():
        encoded = model.tagger.encode(batch.pieces, batch.features, batch.mask, batch.annotator)
        scores, vectors = model.tagger.words(encoded, batch.edges)
    return scores.float(), vectors.float(), encoded


def losses(model: Model, batch: Batch, use_predicted: bool) -> tuple[Tensor, Tensor]:
    """Label loss a word, link loss a link and the losses of the parse; and the label scores."""
    scores, vectors, encoded = word_scores(model, batch)
    with fewer_bits():
        tokens = mean_of_edges(encoded, batch.token_edges)
        parse = model.parse.losses(tokens, batch.tokens, batch.token_labels)
    told = (batch.words * (batch.weight > 0)[:, None]).sum().clamp(min=1)
    label_loss = (model.field.loss(scores, batch.labels, batch.words) * batch.weight).sum() / told
    best = scores.detach().argmax(-1).numpy()
    to_cue: list[tuple[int, LinkTarget]] = []
    to_source: list[tuple[int, LinkTarget]] = []
    for i, example in enumerate(batch.examples):
        if not example.weight:
            continue
        predicted = greedy_spans(best[i, : len(example.labels)]) if use_predicted else []
        cues, sources = link_targets(example, predicted)
        to_cue += [(i, t) for t in cues]
        to_source += [(i, t) for t in sources]
    link_loss = link_nll(model.to_cue, vectors, to_cue) + link_nll(
        model.to_source, vectors, to_source
    )
    return torch.stack([label_loss, link_loss, *parse]), scores


def link_nll(scorer: LinkScorer, vectors: Tensor, targets: list[tuple[int, LinkTarget]]) -> Tensor:
    """Mean negative log probability that a child goes to one of its right parents."""
    if not targets:
        return vectors.sum() * 0.0
    rows = [(b, t.child, p) for b, t in targets for p in t.parents] or [
        (targets[0][0], targets[0][1].child, targets[0][1].child)
    ]
    sums = torch.cat([vectors.new_zeros(len(vectors), 1, vectors.shape[2]), vectors.cumsum(1)], 1)
    child = span_vectors(vectors, sums, [(b, *c[1:]) for b, c, _ in rows])
    parent = span_vectors(vectors, sums, [(b, *p[1:]) for b, _, p in rows])
    pair = torch.cat([torch.from_numpy(t.features) for _, t in targets])
    if not len(pair):
        pair = vectors.new_zeros(1, PAIR_FEATURES)
    scores, _ = scorer(child, parent, pair)
    every = span_vectors(vectors, sums, [(b, *t.child[1:]) for b, t in targets])
    _, alone = scorer(every, every, vectors.new_zeros(len(targets), PAIR_FEATURES))
    width = 1 + max(len(t.parents) for _, t in targets)
    table = vectors.new_full((len(targets), width), -1e4)
    right = torch.zeros(len(targets), width, dtype=torch.bool)
    table[:, 0] = alone
    at = [(i, j + 1) for i, (_, t) in enumerate(targets) for j in range(len(t.parents))]
    if at:
        table = table.index_put(tuple(torch.tensor(at).T), scores)
    for i, (_, target) in enumerate(targets):
        right[i, [j + 1 for j in target.right] or [0]] = True
    wanted = table.masked_fill(~right, -1e4).logsumexp(1)
    return (table.logsumexp(1) - wanted).mean()


def span_vectors(vectors: Tensor, sums: Tensor, spans: list[tuple[int, int, int]]) -> Tensor:
    """First, last and mean word vector of each (window, start, end)."""
    b, s, e = torch.tensor(spans).T
    mean = (sums[b, e] - sums[b, s]) / (e - s)[:, None]
    return torch.cat([vectors[b, s], vectors[b, e - 1], mean], 1)
