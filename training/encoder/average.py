"""Average the weights of checkpoints of one lineage.

    python -m training.encoder.average --out average.pt CHECKPOINT CHECKPOINT...

In: checkpoints, each trained on from another. Out: one checkpoint with their mean.
"""

import argparse
from pathlib import Path

import torch


def average(checkpoints: list[Path], out: Path) -> None:
    """Write the mean of every weight, summed in double precision."""
    states = [torch.load(path) for path in checkpoints]
    mean = {
        name: (sum(state[name].double() for state in states) / len(states)).to(weight.dtype)
        for name, weight in states[0].items()
    }
    torch.save(mean, out)


def main() -> None:
    """Read the command line and average."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    args = parser.parse_args()
    average(args.checkpoints, args.out)


if __name__ == "__main__":
    main()
