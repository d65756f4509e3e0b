"""What a window's scores say of its tokens: sentences, tags, heads, labels, names.

In: the raw scores of one window.  Out: columns over its tokens.  Everything is chosen within the
window, so that a text's parse is the same in any company.
"""

from dataclasses import dataclass

import numpy as np

from reportedly.annotate.encoding.model import FloatArray
from reportedly.annotate.encoding.trees import best_heads
from reportedly.annotate.encoding.words import BoolArray, IntArray

#: Columns of `Names.edges`.
_OUTSIDE, _BEGINS = 0, 1
#: What a type without any odds still has: keeps its logarithm finite.
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class WindowScores:
    """Scores of the tokens of one window, each [tokens, labels]; `arcs` [tokens, tokens].

    `arcs` scores dependents (rows) on heads (columns), roots on the diagonal; `labels` are those of
    the best head in the window; `starts` [tokens] is positive where a sentence begins.
    """

    tags: FloatArray
    arcs: FloatArray
    labels: FloatArray
    entities: FloatArray
    starts: FloatArray


@dataclass(frozen=True, slots=True)
class Names:
    """What the entity labels mean, as tables of ones and zeros [labels, …].

    `edges` has three columns: outside, begins a name, goes on with one; `types` one for each type,
    the first of which is that of no name.
    """

    edges: FloatArray
    types: FloatArray


@dataclass(frozen=True, slots=True)
class WindowColumns:
    """The chosen values; `head` counts tokens from the window's first."""

    starts_sentence: BoolArray
    tag: IntArray
    head: IntArray
    dep: IntArray
    entity: IntArray
    starts_entity: BoolArray


_NUMBERS, _FLAGS = np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.bool_)
_EMPTY = WindowColumns(_FLAGS, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, _FLAGS)


def read_window(
    scores: WindowScores, must_start: BoolArray, may_start: BoolArray, names: Names, root: int
) -> WindowColumns:
    """The best reading of one window; `root` is the number of the label of roots."""
    if not len(must_start):
        return _EMPTY
    starts = must_start | (may_start & (scores.starts > 0))
    starts[0] = True
    sentence = (np.cumsum(starts) - 1).astype(np.int32)
    head = best_heads(scores.arcs, sentence)
    entity, starts_entity = _names(scores.entities, starts, names)
    return WindowColumns(
        starts_sentence=starts,
        tag=scores.tags.argmax(1).astype(np.int32),
        head=head,
        dep=_labels(scores.labels, head, root),
        entity=entity,
        starts_entity=starts_entity,
    )


def _labels(scores: FloatArray, head: IntArray, root: int) -> IntArray:
    """The best label of each token; that of roots for roots, and for nothing else."""
    others = scores.copy()
    others[:, root] = -np.inf
    is_root = head == np.arange(len(head))
    return np.where(is_root, root, others.argmax(1)).astype(np.int32)


def _names(scores: FloatArray, starts: BoolArray, names: Names) -> tuple[IntArray, BoolArray]:
    """Type of the name that each token belongs to, and which tokens begin one.

    First where names begin and end, whatever their type; then the type that fits all of a name.
    A token that goes on with a name where there is none begins one.
    """
    odds = np.exp(scores - scores.max(1, keepdims=True))
    edge = (odds @ names.edges).argmax(1)
    inside = edge != _OUTSIDE
    begins = inside & ((edge == _BEGINS) | starts)
    begins[1:] |= inside[1:] & ~inside[:-1]
    at = np.flatnonzero(inside)
    types = np.zeros(len(scores), dtype=np.int32)
    if len(at):
        fit = np.log(odds[at] @ names.types[:, 1:] + _LEAST)
        first = np.flatnonzero(begins[at])
        best = np.add.reduceat(fit, first, axis=0).argmax(1) + 1
        types[at] = np.repeat(best, np.diff(np.append(first, len(at))))
    return types, begins


def names_of(labels: tuple[str, ...]) -> tuple[Names, tuple[str, ...]]:
    """What BIO labels mean, and the types in the order of their numbers, '' for none."""
    types = ("", *sorted({label[2:] for label in labels if label != "O"}))
    edges = [("O", "B-", "I-").index(label[:2]) for label in labels]
    own = [types.index(label[2:]) for label in labels]
    return Names(
        np.eye(3, dtype=np.float32)[edges], np.eye(len(types), dtype=np.float32)[own]
    ), types
