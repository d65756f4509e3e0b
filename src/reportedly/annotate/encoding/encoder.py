"""One pass over a text: words, tokens, windows, the encoder on each window, and what it says.

In: a text and the spans to leave alone.  Out: its `Encoding`.  Windows never overlap and are run
one by one, so the work is linear in the length and the same in any company.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from reportedly.annotate.encoding.model import Encoding, FloatArray, TokenColumns
from reportedly.annotate.encoding.reading import WindowColumns, read_window
from reportedly.annotate.encoding.tokens import Tokens, lay_tokens
from reportedly.annotate.encoding.weights import Encoder, Window, shipped_encoder
from reportedly.annotate.encoding.windows import cut_windows
from reportedly.annotate.encoding.words import Words, split_words
from reportedly.annotate.parse.view import blank, view_of
from reportedly.offsets import Span

_Kind = TypeVar("_Kind", np.bool_, np.int32)
_Outputs = tuple[FloatArray, FloatArray, WindowColumns, FloatArray | None]


def encode(
    text: str,
    blanked: Iterable[Span] = (),
    encoder: Encoder | None = None,
    *,
    token_vectors: bool = False,
) -> Encoding:
    """The encoding of `text`; what lies in the `blanked` spans gives no words and no tokens.

    Args:
        text: the article's text.
        blanked: spans to leave alone, boilerplate for instance.
        encoder: the shipped one unless given.
        token_vectors: whether these are kept, too.

    Raises:
        ModelFileError: the encoder's files are missing or damaged.
    """
    chosen = encoder or shipped_encoder()
    seen = blank(text, blanked)
    words = split_words(seen, chosen.vocabulary)
    tokens = lay_tokens(view_of(seen), words)
    windows = cut_windows(words)
    found = list(_run_all(words, tokens, windows, chosen, token_vectors))
    return Encoding(
        words=words,
        windows=tuple(windows),
        scores=_stacked([scores for scores, _, _, _ in found]),
        vectors=_stacked([vectors for _, vectors, _, _ in found]),
        tokens=_columns(tokens, [columns for _, _, columns, _ in found]),
        inventory=chosen.inventory,
        token_vectors=_stacked([of for *_, of in found if of is not None])
        if token_vectors
        else None,
    )


def _run_all(
    words: Words,
    tokens: Tokens,
    windows: list[tuple[int, int]],
    encoder: Encoder,
    token_vectors: bool,
) -> Iterator[_Outputs]:
    """Scores and vectors of the words, columns and vectors of the tokens of each window."""
    bounds = words.first_piece[[0, *(end for _, end in windows)]]
    token_at = tokens.edges[:, 0].searchsorted(bounds).tolist()
    for (start, end), (first, last) in zip(windows, pairwise(token_at), strict=True):
        window = _window(words, tokens, (start, end), (first, last))
        scores, vectors, of_tokens, kept = encoder.run(window, token_vectors=token_vectors)
        must, may = tokens.must_start[first:last], tokens.may_start[first:last]
        columns = read_window(of_tokens, must, may, encoder.names, encoder.root)
        yield scores, vectors, columns, kept


def _window(
    words: Words, tokens: Tokens, span: tuple[int, int], token_span: tuple[int, int]
) -> Window:
    """The window over the words of `span`, which holds the tokens of `token_span`."""
    start, end = span
    first = words.first_piece[start : end + 1]
    edges = np.minimum(tokens.edges[slice(*token_span)], first[-1] - 1)
    return Window(
        pieces=words.pieces[first[0] : first[-1]],
        features=np.repeat(words.features[start:end], np.diff(first), axis=0),
        words=np.stack([first[:-1], first[1:] - 1], axis=1) - first[0],
        tokens=edges - first[0],
    )


def _stacked(arrays: list[FloatArray]) -> FloatArray:
    return np.concatenate(arrays) if arrays else np.zeros((0, 0), dtype=np.float32)


def _columns(tokens: Tokens, found: list[WindowColumns]) -> TokenColumns:
    """The columns of all windows, one after the other; heads count tokens of the text."""
    counts = np.cumsum([0, *(len(window.head) for window in found)])
    heads = [window.head + before for window, before in zip(found, counts[:-1], strict=True)]
    return TokenColumns(
        spans=tokens.spans,
        line=tokens.line,
        starts_sentence=_joined([window.starts_sentence for window in found], np.bool_),
        tag=_joined([window.tag for window in found], np.int32),
        head=_joined(heads, np.int32),
        dep=_joined([window.dep for window in found], np.int32),
        entity=_joined([window.entity for window in found], np.int32),
        starts_entity=_joined([window.starts_entity for window in found], np.bool_),
    )


def _joined(arrays: Sequence[npt.NDArray[_Kind]], kind: type[_Kind]) -> npt.NDArray[_Kind]:
    return np.concatenate([np.zeros(0, kind), *arrays]).astype(kind)
