"""Turn a checkpoint into the files that the package ships.

    python -m training.attribution.export --checkpoint last.pt --out DIR

In: a checkpoint. Out: `model.fp32.onnx`, `model.int8.onnx`, `heads.npz` (transitions and link
scorers) and `tokenizer.json` in `--out`.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.attribution.network import Tagger
from training.attribution.train import Model, base_folder


class Inference(nn.Module):
    """The tagger for one window without padding and without an annotator."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, features: Tensor, edges: Tensor) -> tuple[Tensor, Tensor]:
        """Label scores and link vectors; all inputs have a batch axis of one."""
        t = self.tagger
        x = t.piece(pieces) + t.position.weight[: pieces.shape[1]]
        for i, table in enumerate(t.features):
            x = x + table(features[..., i])
        x = t.norm(x + t.annotator.weight[0])
        for layer in t.layers:
            x = layer(x, 0.0)
        words = (x[0, edges[0, :, 0]] + x[0, edges[0, :, 1]]) * 0.5
        return t.label(words), torch.tanh(t.link(words))


def export(checkpoint: Path, out: Path, reduce_range: bool) -> None:
    """Write all files into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    model = Model()
    model.load_state_dict(torch.load(checkpoint))
    model.eval()
    fp32, int8 = out / "model.fp32.onnx", out / "model.int8.onnx"
    example = (
        torch.ones(1, 12, dtype=torch.long),
        torch.zeros(1, 12, 4, dtype=torch.long),
        torch.ones(1, 9, 2, dtype=torch.long),
    )
    torch.onnx.export(
        Inference(model.tagger),
        example,
        str(fp32),
        input_names=["pieces", "features", "edges"],
        output_names=["scores", "vectors"],
        dynamic_axes={"pieces": {1: "T"}, "features": {1: "T"}, "edges": {1: "W"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        str(fp32),
        str(int8),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=reduce_range,
    )
    np.savez(out / "heads.npz", **heads(model))
    shutil.copy(base_folder() / "tokenizer.json", out / "tokenizer.json")


def heads(model: Model) -> dict[str, np.ndarray]:
    """Everything that is computed outside the graph."""
    arrays = {"transitions": model.field.transitions().detach().numpy()}
    for name, scorer in (("to_cue", model.to_cue), ("to_source", model.to_source)):
        for key, value in scorer.state_dict().items():
            arrays[f"{name}.{key}"] = value.numpy()
    return arrays


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reduce-range", action="store_true")
    args = parser.parse_args()
    export(args.checkpoint, args.out, args.reduce_range)


if __name__ == "__main__":
    main()
