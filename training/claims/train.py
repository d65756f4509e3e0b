"""Train the model of pairs: labels of pairs, and the teacher's similarities of news sentences.

    python -m training.claims.train --shared DIR --teacher FILE --out DIR [--steps N]

In: the counterfactual pairs of the shared data, pairs made by rule and template, and what
`training.claims.teacher` and `training.claims.tutor` wrote. Out: `last.pt` and `curve.jsonl`. The
learning rate follows the steps, so that a run can be repeated.
"""

import argparse
import itertools
import json
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.claims.batches import Batch, Example, batches_of, examples_of, sentence_batch
from training.claims.network import PairEncoder, PairHead
from training.claims.opinions import read_opinions
from training.claims.pairs import Pair, read_pairs, turned
from training.claims.rules import rule_pairs
from training.claims.templates import template_pairs
from training.encoder.losses import fewer_bits
from training.encoder.model import base_folder

SEED = 20171016
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.2e-4, 1e-3, 0.06
BATCH = 48
SAVED_EVERY = 300
#: Pairs made by rule and template, and pairs that the tutor alone has judged, that each epoch sees.
RULES_EACH, TEMPLATES_EACH, JUDGED_EACH = 1800, 900, 6000
#: One batch of news sentences after so many batches of pairs; their number; the weight of the
#: loss, which is small since similarities are all between 0 and 1.
SIMILARITY_EVERY, NEIGHBOURS, SIMILARITY_WEIGHT = 3, 32, 15.0


@dataclass(frozen=True, slots=True)
class Teacher:
    """Sentences, the teacher's vectors, and who is near whom."""

    sentences: list[str]
    vectors: Tensor
    near: Tensor

    @classmethod
    def read(cls, path: Path) -> "Teacher":
        """What `training.claims.teacher` wrote."""
        stored = np.load(path)
        vectors = torch.from_numpy(stored["vectors"])
        near = (vectors @ vectors.T).topk(12, -1).indices
        return cls(stored["sentences"].tolist(), vectors, near)

    def batch(self, tokenizer: Tokenizer, rng: random.Random) -> tuple[Batch, Tensor]:
        """Sentences, some of which are near to each other, and their similarities."""
        chosen: dict[int, None] = {}
        while len(chosen) < NEIGHBOURS:
            one = rng.randrange(len(self.sentences))
            some = rng.sample(self.near[one].tolist(), 4)
            chosen |= dict.fromkeys([one, *some])
        picked = list(chosen)[:NEIGHBOURS]
        target = self.vectors[picked] @ self.vectors[picked].T
        return sentence_batch([self.sentences[i] for i in picked], tokenizer), target


@dataclass(slots=True)
class Run:
    """What is trained, and how."""

    model: PairEncoder
    optimizer: torch.optim.AdamW
    steps: int
    rng: random.Random
    stop: int
    step: int = 0
    curve: list[dict[str, float]] = field(default_factory=list)


def similarity_loss(model: PairEncoder, batch: Batch, target: Tensor) -> Tensor:
    """Squared difference of similarities, of all pairs of different sentences."""
    with fewer_bits():
        x = model.encode(batch.pieces, batch.features, batch.mask, batch.question)
    vectors = model.vectors(x.float(), batch.mask)
    off = 1 - torch.eye(len(vectors))
    # Close pairs are few among all pairs, and they are what the similarity is for.
    weight = off * (0.3 + target.clamp_min(0.0))
    return ((vectors @ vectors.T - target) ** 2 * weight).sum() / weight.sum()


def label_loss(model: PairEncoder, batch: Batch) -> Tensor:
    """Cross entropy of the labels."""
    with fewer_bits():
        x = model.encode(batch.pieces, batch.features, batch.mask, batch.question)
    scores = model.labels(x.float(), batch.features, batch.mask)
    return functional.cross_entropy(scores, batch.wanted)


def update(run: Run, loss: Tensor) -> None:
    """One step down the gradient."""
    descend(run.model, run.optimizer, run.step / run.steps, WARM_UP, loss)


def descend(
    model: PairHead, optimizer: torch.optim.AdamW, progress: float, warm_up: float, loss: Tensor
) -> None:
    """One step at the rate of `progress` (0 to 1), which rises until `warm_up` and falls then."""
    factor = max(min(progress / warm_up, (1 - progress) / (1 - warm_up)), 0.01)
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * factor
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()


def make_optimizer(model: PairEncoder) -> torch.optim.AdamW:
    """AdamW; a higher rate for what is new. The pieces' vectors stay as they are."""
    model.piece.weight.requires_grad_(False)
    groups: dict[bool, list[Tensor]] = {True: [], False: []}
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            groups[name.startswith(("layers", "norm", "position"))].append(weight)
    rates = {True: ENCODER_RATE, False: HEAD_RATE}
    return torch.optim.AdamW(
        [{"params": p, "rate": rates[old], "weight_decay": 0.01} for old, p in groups.items()],
        lr=ENCODER_RATE,
        betas=(0.9, 0.98),
        fused=True,
    )


@dataclass(frozen=True, slots=True)
class Material:
    """All pairs in pieces, by where they come from."""

    annotated: list[Example]
    judged: list[Example]
    ruled: list[Example]
    templated: list[Example]

    def epoch(self, rng: random.Random) -> list[Example]:
        """All annotated pairs, and some of the others."""
        others = ((self.judged, JUDGED_EACH), (self.ruled, RULES_EACH))
        chosen = [
            rng.sample(s, min(n, len(s))) for s, n in (*others, (self.templated, TEMPLATES_EACH))
        ]
        return [*self.annotated, *itertools.chain.from_iterable(chosen)]


def read_material(shared: Path, tokenizer: Tokenizer, own: bool, opinions: Path | None) -> Material:
    """The training pairs; without `own`, those of one scene alone; `opinions` are the tutor's."""
    rng = random.Random(SEED)
    pairs = read_pairs(shared / "data/claims/cad_nli_train.jsonl", same_scene=True)
    sentences = sorted({s for p in pairs for s in (p.a, p.b)})
    both = [*pairs, *rng.sample(turned(pairs), 1200)] if own else pairs
    ruled: list[Pair] = rule_pairs(sentences, rng) if own else []
    templated = template_pairs(6000, rng) if own else []
    judged, wanted = read_opinions(opinions) if opinions else ([], [])
    material = Material(
        examples_of(both, tokenizer),
        examples_of(judged, tokenizer, wanted),
        examples_of(ruled, tokenizer),
        examples_of(templated, tokenizer),
    )
    print({name: len(getattr(material, name)) for name in Material.__slots__}, flush=True)
    return material


def train(
    run: Run, material: Material, teacher: Teacher | None, tokenizer: Tokenizer, out: Path
) -> None:
    """All epochs, with a checkpoint now and then."""
    began, epoch = time.monotonic(), 0
    run.model.train()
    while run.step < run.stop:
        losses = []
        for batch in batches_of(material.epoch(run.rng), BATCH, run.rng):
            if run.step >= run.stop:
                break
            loss = label_loss(run.model, batch)
            losses.append(loss.item())
            if teacher and run.step % SIMILARITY_EVERY == 0:
                loss = loss + SIMILARITY_WEIGHT * similarity_loss(
                    run.model, *teacher.batch(tokenizer, run.rng)
                )
            update(run, loss)
            run.step += 1
            if run.step % 25 == 0:
                seconds = time.monotonic() - began
                print(f"{run.step} {seconds:.0f} s {np.mean(losses[-25:]):.3f}", flush=True)
            if run.step % SAVED_EVERY == 0:
                torch.save(run.model.state_dict(), out / f"step{run.step}.pt")
        epoch += 1
        run.curve.append(
            {"epoch": epoch, "step": run.step, "loss": round(float(np.mean(losses)), 4)}
        )


def base_tokenizer() -> Tokenizer:
    """The base encoder's tokenizer; pieces are cut and filled up by `batches`."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1700, help="the rate falls over so many")
    parser.add_argument("--stop", type=int, help="end after so many; all, if left out")
    parser.add_argument("--annotated-alone", action="store_true")
    parser.add_argument("--opinions", type=Path, help="what the tutor wrote")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = base_tokenizer()
    model = PairEncoder()
    model.load_encoder(load_file(base_folder() / "model.safetensors"))
    run = Run(
        model,
        make_optimizer(model),
        args.steps,
        random.Random(SEED),
        args.stop or args.steps,
    )
    material = read_material(args.shared, tokenizer, not args.annotated_alone, args.opinions)
    train(run, material, Teacher.read(args.teacher) if args.teacher else None, tokenizer, args.out)
    torch.save(model.state_dict(), args.out / "last.pt")
    (args.out / "curve.jsonl").write_text("".join(json.dumps(row) + "\n" for row in run.curve))


if __name__ == "__main__":
    main()
