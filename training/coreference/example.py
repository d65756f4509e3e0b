"""One annotated document, or a part of one, as arrays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

#: Phrases of one example of LitBank, whose documents are long.
PART = 320


@dataclass(frozen=True)
class Example:
    """One document, or a part of one; `owner` [phrases] numbers the annotated cluster or is -1."""

    doc: str
    genre: str
    split: str
    complete: bool
    vectors: npt.NDArray[np.float16]
    ends: npt.NDArray[np.int64]
    """[phrases, 3]: head, first and last token"""
    phrases: npt.NDArray[np.float16]
    later: npt.NDArray[np.int64]
    earlier: npt.NDArray[np.int64]
    described: npt.NDArray[np.uint8]
    owner: npt.NDArray[np.int64]


def parts(whole: Example) -> Iterator[Example]:
    """The example, or pieces of at most `PART` phrases of it."""
    count = len(whole.owner)
    if count <= 2 * PART:
        yield whole
        return
    for start in range(0, count - PART // 2, PART):
        end = min(start + PART, count)
        kept = (whole.earlier >= start) & (whole.later >= start) & (whole.later < end)
        yield replace(
            whole,
            ends=whole.ends[start:end],
            phrases=whole.phrases[start:end],
            later=whole.later[kept] - start,
            earlier=whole.earlier[kept] - start,
            described=whole.described[kept],
            owner=whole.owner[start:end],
        )
