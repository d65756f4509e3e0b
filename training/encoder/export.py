"""Turn a checkpoint into the files that the package ships.

    python -m training.encoder.export --checkpoint last.pt --silver FILE --out DIR

In: a checkpoint and the label sets that the silver file begins with. Out: `model.fp32.onnx`,
`model.int8.onnx`, `heads.npz` (transitions and link scorers), `tokenizer.json` and, for
`training.encoder.tune`, `labels.json` in `--out`.
"""

import argparse
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder.model import Model, base_folder, read_silver, start_model
from training.encoder.teacher import Inventory

OUTPUTS = (
    *("scores", "vectors"),
    *("tags", "pos", "arcs", "labels", "entities", "starts"),
    "token_vectors",
)


class Inference(nn.Module):
    """The network for one window without padding and without an annotator."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, pieces: Tensor, features: Tensor, edges: Tensor, token_edges: Tensor
    ) -> tuple[Tensor, ...]:
        """All `OUTPUTS`; inputs have a batch axis of one, outputs have none."""
        t = self.model.tagger
        x = t.piece(pieces) + t.position.weight[: pieces.shape[1]]
        for i, table in enumerate(t.features):
            x = x + table(features[..., i])
        x = t.norm(x + t.annotator.weight[0])
        for layer in t.layers:
            x = layer(x, 0.0)
        words, tokens = ((x[0, e[0, :, 0]] + x[0, e[0, :, 1]]) * 0.5 for e in (edges, token_edges))
        found = self.model.parse(tokens[None])
        labels = self.model.parse.label_scores(found, found.arcs.argmax(-1))
        return (
            t.label(words),
            torch.tanh(t.link(words)),
            *(y[0] for y in (found.tags, found.pos, found.arcs, labels)),
            *(y[0] for y in (found.entities, found.starts)),
            tokens,
        )


def export(checkpoint: Path, out: Path, labels: Inventory) -> None:
    """Write all files into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    model = start_model(labels, checkpoint).eval()
    fp32, int8 = out / "model.fp32.onnx", out / "model.int8.onnx"
    example = (
        torch.ones(1, 12, dtype=torch.long),
        torch.zeros(1, 12, 4, dtype=torch.long),
        torch.ones(1, 9, 2, dtype=torch.long),
        torch.ones(1, 7, 2, dtype=torch.long),
    )
    torch.onnx.export(
        Inference(model),
        example,
        str(fp32),
        input_names=["pieces", "features", "edges", "token_edges"],
        output_names=list(OUTPUTS),
        dynamic_axes={
            "pieces": {1: "T"},
            "features": {1: "T"},
            "edges": {1: "W"},
            "token_edges": {1: "N"},
        },
        opset_version=17,
        dynamo=False,
    )
    # Weights of seven bits: processors without VNNI add up pairs of products in 16 bits, which
    # weights of eight bits overflow, so that they would find other rows than newer processors.
    quantize_dynamic(
        str(fp32), str(int8), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )
    np.savez(out / "heads.npz", **heads(model))
    (out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
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
    parser.add_argument("--silver", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    labels, _ = read_silver(args.silver)
    export(args.checkpoint, args.out, labels)


if __name__ == "__main__":
    main()
