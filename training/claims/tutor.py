"""Teach a wide encoder the labels of pairs, and write down what it thinks of other pairs.

    python -m training.claims.tutor --shared DIR --teacher FOLDER --out DIR [--steps N]

In: the counterfactual pairs of the shared data and the folder of all-mpnet-base-v2. Out:
`tutor.pt`, and `opinions.npz` with pairs that nobody labelled, and the logarithms of the three
labels' odds. The lower half of the encoder is frozen: what it gives is kept in memory (half a
gigabyte).
"""

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.claims.batches import Batch, Example, batch_of, examples_of, grouped
from training.claims.pairs import read_pairs, turned
from training.claims.train import SEED, base_tokenizer, descend
from training.claims.unlabelled import unlabelled_pairs
from training.claims.wide import FROZEN, WidePairEncoder
from training.encoder.model import base_folder

ENCODER_RATE, HEAD_RATE, WARM_UP = 5e-5, 1e-3, 0.08
BATCH = 48
#: Contradictions that are shown the other way round too.
TURNED = 1200


def lower_states(model: WidePairEncoder, examples: Sequence[Example]) -> list[Tensor]:
    """What the frozen layers give of each example [T, 768], in half precision."""
    states: list[Tensor | None] = [None] * len(examples)
    model.eval()
    with torch.no_grad():
        for group in grouped(examples, 64, None):
            batch = batch_of([examples[i] for i in group])
            found = model.lower(batch).half()
            for row, i in enumerate(group):
                states[i] = found[row, : len(examples[i].pieces.ids)].clone()
    return [state for state in states if state is not None]


def scores(model: WidePairEncoder, states: Sequence[Tensor], batch: Batch) -> Tensor:
    """Label scores of a batch [B, 3], `states` being what `lower_states` gave of its rows."""
    padded = nn.utils.rnn.pad_sequence([s.float() for s in states], batch_first=True)
    return model.upper(padded, batch)


def make_optimizer(model: WidePairEncoder) -> torch.optim.AdamW:
    """AdamW over the upper half and, at a higher rate, over what is new."""
    upper = list(model.body.layers[FROZEN:].parameters())
    new = [p for n, p in model.named_parameters() if not n.startswith("body.")]
    return torch.optim.AdamW(
        [
            {"params": upper, "rate": ENCODER_RATE, "weight_decay": 0.01},
            {"params": new, "rate": HEAD_RATE, "weight_decay": 0.01},
        ],
        lr=ENCODER_RATE,
        betas=(0.9, 0.98),
        fused=True,
    )


def teach(model: WidePairEncoder, examples: Sequence[Example], steps: int) -> None:
    """So many updates over the labelled pairs."""
    began, rng, step = time.monotonic(), random.Random(SEED), 0
    states = lower_states(model, examples)
    print(f"lower half of {len(states)} pairs: {time.monotonic() - began:.0f} s", flush=True)
    optimizer = make_optimizer(model)
    model.train()
    losses: list[float] = []
    while step < steps:
        for group in grouped(examples, BATCH, rng):
            if step == steps:
                break
            batch = batch_of([examples[i] for i in group])
            found = scores(model, [states[i] for i in group], batch)
            loss = functional.cross_entropy(found, batch.wanted)
            descend(model, optimizer, step / steps, WARM_UP, loss)
            losses.append(loss.item())
            step += 1
            if step % 25 == 0:
                seconds = time.monotonic() - began
                print(f"{step} {seconds:.0f} s {np.mean(losses[-25:]):.3f}", flush=True)


def opinions(model: WidePairEncoder, examples: Sequence[Example]) -> np.ndarray:
    """Logarithms of the labels' odds of each example [N, 3]."""
    found = np.zeros((len(examples), 3), np.float32)
    model.eval()
    with torch.no_grad():
        for group in grouped(examples, 64, None):
            batch = batch_of([examples[i] for i in group])
            found[group] = model.upper(model.lower(batch), batch).log_softmax(-1).numpy()
    return found


def main() -> None:
    """Read the command line, teach, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer, rng = base_tokenizer(), random.Random(SEED)
    labelled = read_pairs(args.shared / "data/claims/cad_nli_train.jsonl", same_scene=True)
    model = WidePairEncoder()
    model.body.load(args.teacher, base_folder() / "tokenizer.json")
    shown = [*labelled, *rng.sample(turned(labelled), TURNED)]
    if (kept := args.out / "tutor.pt").exists():
        model.load_state_dict(torch.load(kept))
    else:
        teach(model, examples_of(shown, tokenizer), args.steps)
        torch.save(model.state_dict(), kept)
    dev = read_pairs(args.shared / "data/claims/cad_nli_dev.jsonl", same_scene=True)
    asked = examples_of(dev, tokenizer)
    right = opinions(model, asked).argmax(-1) == [np.argmax(e.wanted) for e in asked]
    print(f"dev {right.mean():.3f}", flush=True)
    judged = unlabelled_pairs(labelled, rng)
    np.savez(
        args.out / "opinions.npz",
        first=np.array([p.a for p in judged]),
        second=np.array([p.b for p in judged]),
        scores=opinions(model, examples_of(judged, tokenizer)),
    )
    print(f"{len(judged)} pairs judged", flush=True)


if __name__ == "__main__":
    main()
