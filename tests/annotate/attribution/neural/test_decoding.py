"""The best path follows the label grammar, and a window decodes the same in any company."""

import itertools

import numpy as np

from reportedly.annotate.attribution.neural.decoding import Part, WordSpan, best_spans

LABELS = 7


def grammar() -> np.ndarray:
    """Transitions that forbid an inner label after anything but its own part."""
    moves = np.zeros((LABELS + 1, LABELS), dtype=np.float32)
    for before, after in itertools.product(range(LABELS + 1), range(2, LABELS, 2)):
        if before not in (after, after - 1):
            moves[before, after] = -1e4
    return moves


def test_spans_of_a_clear_path() -> None:
    """Labels that stand out become the spans they spell."""
    path = [1, 2, 3, 0, 5, 6, 6, 5]
    scores = np.full((len(path), LABELS), -3, dtype=np.float32)
    scores[range(len(path)), path] = 3
    assert best_spans([scores], grammar()) == [
        [
            WordSpan(Part.SOURCE, 0, 2),
            WordSpan(Part.CUE, 2, 3),
            WordSpan(Part.CONTENT, 4, 7),
            WordSpan(Part.CONTENT, 7, 8),
        ]
    ]


def test_an_inner_label_never_opens_a_span() -> None:
    """Scores that favour a forbidden step take the best allowed path instead."""
    scores = np.zeros((3, LABELS), dtype=np.float32)
    scores[1, 6] = 5
    (spans,) = best_spans([scores], grammar())
    assert spans == [WordSpan(Part.CONTENT, 0, 2)]


def test_the_best_path_is_the_best_of_all_paths() -> None:
    """Dynamic programming agrees with trying every path."""
    rng = np.random.default_rng(3)
    moves = grammar() + np.pad(rng.normal(size=(LABELS, LABELS)), ((0, 1), (0, 0)))
    scores = rng.normal(size=(4, LABELS))

    def total(path: tuple[int, ...]) -> float:
        steps = zip((LABELS, *path), path, strict=False)
        return sum(moves[a, b] for a, b in steps) + scores[range(4), path].sum()

    best = max(itertools.product(range(LABELS), repeat=4), key=total)
    wanted = np.full((4, LABELS), -1.0, dtype=np.float32)
    wanted[range(4), best] = 1
    assert best_spans([scores.astype(np.float32)], moves.astype(np.float32)) == best_spans(
        [wanted * 50], grammar()
    )


def test_company_does_not_matter() -> None:
    """A window beside longer, shorter and empty ones gives the same spans as alone."""
    rng = np.random.default_rng(5)
    windows = [rng.normal(size=(n, LABELS)).astype(np.float32) for n in (9, 0, 40, 1)]
    alone = [best_spans([w], grammar())[0] for w in windows]
    assert best_spans(windows, grammar()) == alone
    assert best_spans([], grammar()) == []
