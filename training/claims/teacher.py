"""What the bigger sentence encoder thinks of news sentences: its vectors, once.

    python -m training.claims.teacher --shared DIR --teacher FOLDER --out FILE

In: sentences of the shared data and the folder of all-mpnet-base-v2. Out: a `.npz` with the
sentences and their vectors of length one.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from training.claims.sentences import news_sentences


def main() -> None:
    """Read the command line, write the vectors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=3000)
    args = parser.parse_args()
    torch.set_num_threads(2)
    sentences = news_sentences(args.shared, args.most)
    model = SentenceTransformer(str(args.teacher), device="cpu")
    vectors = model.encode(sentences, batch_size=32, normalize_embeddings=True)
    np.savez(args.out, sentences=np.array(sentences), vectors=vectors.astype(np.float32))
    print(f"{len(sentences)} sentences")


if __name__ == "__main__":
    main()
