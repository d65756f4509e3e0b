"""Train the network that links phrases.

    python -m training.coreference.train --examples FILE --out DIR [--without-dev]

In: the examples. Out: `links.npz`, a running mean of the last updates in 16 bits, and `model.json`.
GUM's news are never trained on, so that they can be measured on; `--without-dev` keeps the corpus'
own dev documents too, on which numbers are chosen.
"""

import argparse
import hashlib
import json
import pickle
import time
from pathlib import Path

import numpy as np
import torch

from reportedly.annotate.encoding.fingerprint import FOLDER
from training.coreference.example import Example
from training.coreference.network import Linker, loss_of, weights_of

SEED = 8
HELD_OUT = "news"
RATE, DECAY, DROP = 1.5e-3, 0.02, 0.4
#: Updates: each is one document, or a part of one of LitBank.
UPDATES, WARM = 1100, 60
#: Updates of LitBank for one of GUM, and their weight: novels, and other rules of annotation.
NOVELS, NOVEL_WEIGHT = 0.1, 0.4
#: Of the weights' running mean, which is what is kept.
MEAN = 0.99
#: Added to every link: chosen on GUM's dev documents.
BIAS = 0.0


def choose(examples: list[Example], dev: bool) -> tuple[list[Example], list[Example]]:
    """(GUM, LitBank) without what is kept from training."""
    kept = [e for e in examples if e.genre != HELD_OUT and (dev or e.split != "dev")]
    return [e for e in kept if e.complete], [e for e in kept if not e.complete]


def train(examples: list[Example], dev: bool) -> Linker:
    """The trained network."""
    torch.set_num_threads(1)  # sums in a fixed order
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    articles, novels = choose(examples, dev)
    first = articles[0]
    model = Linker(first.vectors.shape[1], first.phrases.shape[1], first.described.shape[1], DROP)
    means = {name: weight.detach().clone() for name, weight in model.named_parameters()}
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    started, losses = time.monotonic(), []
    for step in range(1, UPDATES + 1):
        group = novels if random.random() < NOVELS / (1 + NOVELS) else articles
        one = group[random.integers(len(group))]
        for options in optimizer.param_groups:
            options["lr"] = RATE * min(step / WARM, 1 - step / (UPDATES + 1))
        loss = loss_of(one, *model(one))
        optimizer.zero_grad()
        (loss * (1.0 if one.complete else NOVEL_WEIGHT)).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            for name, weight in model.named_parameters():
                means[name].lerp_(weight, 1 - min(MEAN, step / (step + 10)))
        losses += [loss.item()] if one.complete else []
        if step % 100 == 0:
            print(f"{step} {time.monotonic() - started:.0f} s {np.mean(losses):.3f}", flush=True)
            losses.clear()
    model.load_state_dict(means)
    return model


def write(model: Linker, folder: Path) -> None:
    """The weights, their hash, and the hash of the encoder whose vectors they read."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = folder / "links.npz"
    np.savez(weights, **weights_of(model, BIAS))
    encoder = json.loads(FOLDER.joinpath("model.json").read_text(encoding="utf-8"))
    card = {
        "encoder": encoder["sha256"]["model.int8.onnx"],
        "sha256": {weights.name: hashlib.sha256(weights.read_bytes()).hexdigest()},
    }
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line, train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without-dev", action="store_true")
    args = parser.parse_args()
    with args.examples.open("rb") as file:
        examples = pickle.load(file)
    write(train(examples, not args.without_dev), args.out)


if __name__ == "__main__":
    main()
