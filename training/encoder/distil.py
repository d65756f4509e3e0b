"""Train the small encoder on what the wide teacher expects, beside what is annotated.

    python -m training.encoder.distil --shared DIR --silver FILE --teacher FILE --wide DIR
        --start FILE --out DIR [--steps 1000] [--nobody 2.5 --annotated 0.7 --rephrased 0.2]

In: what `training.encoder.train` takes, the teacher's checkpoint, and a checkpoint of the small
encoder to start from. Out: checkpoints and `last.pt`. The teacher reads every batch beside the
student, the other texts of the shared data too, of which nobody annotated the attributions.
"""

import argparse
import random
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn

from training.encoder.articles import load_articles, split_articles
from training.encoder.batches import Batch
from training.encoder.crf import Expectation
from training.encoder.losses import NAMES, losses, word_scores
from training.encoder.model import Model, base_folder, filled, read_silver, start_model
from training.encoder.other_texts import load_other_texts
from training.encoder.rephrasings import SHARE
from training.encoder.teacher import Inventory
from training.encoder.train import (
    PREDICTED_FROM,
    SEED,
    WEIGHTS,
    Material,
    make_optimizer,
    make_updates,
    set_rates,
)
from training.encoder.wide import WideTagger, same_pieces

# The annotators' labels of the articles that the teacher has learnt by heart count half as much
# as what it expects.
ANNOTATED_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Lesson:
    """Who teaches whom, for how many updates, and what weighs how much in it."""

    teacher: Model
    student: Model
    optimizer: torch.optim.AdamW
    steps: int
    nobody: float | None = None
    """weight of windows with an attribution to nobody, in both losses; None leaves the teacher's
    part alone and the annotators' as `examples` weighs it"""
    annotated: float = ANNOTATED_WEIGHT
    """weight of the annotators' labels beside what the teacher expects"""


def expected(teacher: Model, batch: Batch) -> Expectation:
    """What the teacher expects of the labels of a batch."""
    teacher.eval()
    with torch.no_grad():
        scores, _, _ = word_scores(teacher, batch)
    return teacher.field.expected(scores, batch.words)


def lesson_step(lesson: Lesson, batch: Batch, progress: float, rng: random.Random) -> Tensor:
    """One update; returns the distance to the teacher a word, and all losses."""
    set_rates(lesson.optimizer, progress)
    wanted = expected(lesson.teacher, batch)
    student = lesson.student.train()
    use_predicted = progress > PREDICTED_FROM and rng.random() < 0.7
    batch, window = weighed(batch, lesson.nobody)
    own, scores = losses(student, batch, use_predicted)
    distance = student.field.distance(scores, wanted, batch.words)
    far = (distance * window).sum() / batch.words.sum()
    weights = WEIGHTS.clone()
    weights[0] = lesson.annotated
    lesson.optimizer.zero_grad(set_to_none=True)
    (far + (own * weights).sum()).backward()
    nn.utils.clip_grad_norm_(student.parameters(), 1.0)
    lesson.optimizer.step()
    return torch.cat([far[None], own]).detach()


def weighed(batch: Batch, nobody: float | None) -> tuple[Batch, Tensor]:
    """The batch with its windows of attributions to nobody weighing `nobody`, and what each
    window [B] weighs in the distance to the teacher."""
    ones = torch.ones_like(batch.weight)
    if nobody is None:
        return batch, ones
    names_nobody = batch.weight > 1
    weight = torch.where(names_nobody, nobody, batch.weight)
    return replace(batch, weight=weight), torch.where(names_nobody, nobody, ones)


def teach(lesson: Lesson, material: Material, out: Path) -> None:
    """Make all updates."""
    print("step, seconds, distance,", ", ".join(NAMES), flush=True)
    make_updates(lesson.student, lesson.steps, material, partial(lesson_step, lesson), out)


def read_teacher(labels: Inventory, checkpoint: Path, wide: Path) -> Model:
    """The teacher as it was trained; `wide` is the folder of all-mpnet-base-v2."""
    model = filled(Model(labels, WideTagger()), torch.load(checkpoint), checkpoint)
    numbers = same_pieces(base_folder() / "tokenizer.json", wide / "tokenizer.json")
    if not torch.equal(model.tagger.body.pieces, numbers):
        raise SystemExit(f"{checkpoint} was trained with another vocabulary than {wide} has")
    return model.requires_grad_(False)


def main() -> None:
    """Read the command line and teach."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("shared", "silver", "teacher", "wide", "start", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=0.6, help="factor on all learning rates")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--nobody", type=float, help="weight of windows that name nobody")
    parser.add_argument("--annotated", type=float, default=ANNOTATED_WEIGHT)
    parser.add_argument("--rephrased", type=float, default=SHARE, help="of plain attributions")
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    labels, silver = read_silver(args.silver)
    articles = split_articles(load_articles(args.shared / "data/attribution/polnear_train"))[0]
    student = start_model(labels, args.start)
    teacher = read_teacher(labels, args.teacher, args.wide)
    optimizer = make_optimizer(student, args.rate)
    lesson = Lesson(teacher, student, optimizer, args.steps, args.nobody, args.annotated)
    others = load_other_texts(args.shared)
    teach(lesson, Material(articles, others, silver, args.rephrased), args.out)


if __name__ == "__main__":
    main()
