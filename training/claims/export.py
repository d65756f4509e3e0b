"""Turn a checkpoint into the files that the package ships.

    python -m training.claims.export --checkpoint last.pt --out DIR

In: one checkpoint, or several whose mean is taken. Out: `model.fp32.onnx`, `model.int8.onnx` and
`model.json` in `--out`.
"""

import argparse
import hashlib
import json
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.claims.batches import ANY_PAIR
from training.claims.network import PairEncoder, mean
from training.claims.pairs import LABELS


class Inference(nn.Module):
    """The network for one pair or sentence without padding."""

    def __init__(self, model: PairEncoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, features: Tensor, question: Tensor) -> tuple[Tensor, Tensor]:
        """Label scores [1, 3] and the vector [1, 384], which is for sentences alone."""
        m = self.model
        x = m.piece(pieces) + m.position.weight[: pieces.shape[1]]
        x = x + m.segment(features[..., 0]) + m.match(features[..., 1])
        x = m.norm(x + m.question(question)[:, None])
        for layer in m.layers:
            x = layer(x, 0.0)
        mask = torch.ones_like(x[..., 0])
        return m.labels(x, features, mask), nn.functional.normalize(mean(x, mask), dim=-1)


def read_checkpoints(paths: list[Path]) -> PairEncoder:
    """The mean of some checkpoints' weights."""
    states = [torch.load(path) for path in paths]
    model = PairEncoder(dropout=0.0)
    averaged = {k: sum(s[k] for s in states) / len(states) for k in states[0]}
    model.load_state_dict(averaged)
    return model.eval()


def export(model: PairEncoder, out: Path) -> None:
    """Write all files into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    fp32, int8 = out / "model.fp32.onnx", out / "model.int8.onnx"
    example = (
        torch.ones(1, 12, dtype=torch.long),
        torch.zeros(1, 12, 2, dtype=torch.long),
        torch.ones(1, dtype=torch.long),
    )
    torch.onnx.export(
        Inference(model),
        example,
        str(fp32),
        input_names=["pieces", "features", "question"],
        output_names=["labels", "vectors"],
        dynamic_axes={"pieces": {1: "T"}, "features": {1: "T"}},
        opset_version=17,
        dynamo=False,
    )
    # In 7 bits: with 8, processors without VNNI saturate and give other numbers.
    quantize_dynamic(
        str(fp32), str(int8), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )
    digests = {int8.name: hashlib.sha256(int8.read_bytes()).hexdigest()}
    card = {"labels": LABELS, "any_pair": ANY_PAIR, "sha256": digests}
    (out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    export(read_checkpoints(args.checkpoint), args.out)


if __name__ == "__main__":
    main()
