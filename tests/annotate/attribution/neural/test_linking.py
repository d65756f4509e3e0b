"""A child goes to the parent that the weights prefer, or to nobody."""

import numpy as np

from reportedly.annotate.attribution.neural.decoding import Part, WordSpan
from reportedly.annotate.attribution.neural.linking import LinkScorer, WindowView
from reportedly.annotate.attribution.neural.pairs import PAIR_FEATURES, count_stops

WIDTH = 2
VIEW = WindowView(
    vectors=np.array([[1, 0], [0, 0], [0, 1], [0, 0]], dtype=np.float32),
    line=np.zeros(4, dtype=np.int32),
    stops=count_stops(np.zeros(4, dtype=bool)),
)
CONTENT = WordSpan(Part.CONTENT, 3, 4)
CUES = [WordSpan(Part.CUE, 0, 1), WordSpan(Part.CUE, 2, 3)]


def scorer(nobody: float) -> LinkScorer:
    """Likes parents whose first word has a large second number."""
    parent = np.zeros((1, 3 * WIDTH), dtype=np.float32)
    parent[0, 1] = 4
    return LinkScorer(
        {
            "child.weight": np.zeros((1, 3 * WIDTH), dtype=np.float32),
            "child.bias": np.zeros(1, dtype=np.float32),
            "parent.weight": parent,
            "parent.bias": np.zeros(1, dtype=np.float32),
            "pair.weight": np.zeros((1, PAIR_FEATURES), dtype=np.float32),
            "nobody": np.array([nobody], dtype=np.float32),
            "out.weight": np.ones((1, 1), dtype=np.float32),
            "out.bias": np.zeros(1, dtype=np.float32),
        }
    )


def test_the_preferred_parent_is_chosen() -> None:
    """The higher score wins, with its share of the probability."""
    (link,) = scorer(nobody=0).links(VIEW, [CONTENT], CUES, 0.0)
    assert link.parent == CUES[1]
    assert link.probability == 1 / (1 + 2 * np.exp(-4))


def test_nobody_can_win() -> None:
    """A child may have no parent: by its score, by a bias, or for want of candidates."""
    assert scorer(nobody=9).links(VIEW, [CONTENT], CUES, 0.0)[0].parent is None
    assert scorer(nobody=0).links(VIEW, [CONTENT], CUES, 5.0)[0].parent is None
    (alone,) = scorer(nobody=0).links(VIEW, [CONTENT], [], 0.0)
    assert (alone.parent, alone.probability) == (None, 1.0)


def test_nothing_to_link_gives_no_links() -> None:
    """A window without contents asks for nothing."""
    assert scorer(nobody=0).links(VIEW, [], CUES, 0.0) == []
