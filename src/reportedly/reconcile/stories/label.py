"""A story's label in the articles' own words: their headlines in, one of these out."""

import math
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from reportedly.model import Article
from reportedly.reconcile.hashing import places_in
from reportedly.reconcile.stories.vectors import Vectors

#: Words of a headline that can be read at a glance and still names somebody and something.
CLEAR_WORDS = range(3, 13)
#: Of an article without a headline, the first line, cut at a word.
FIRST_LINE = 90


class Labels:
    """The headlines of all articles, of which one is chosen for each story.

    Args:
        features: as `features_of` gives them.
        found: their vectors, row for row.
    """

    def __init__(self, features: pa.Table, found: Vectors) -> None:
        self._headlines: list[str] = features["headline"].to_pylist()
        called = features["called"].combine_chunks()
        self._ends = np.append(0, np.cumsum(called.value_lengths().to_numpy())).astype(np.int64)
        hashes = called.flatten().to_numpy()
        # Behind the names stands one for no feature, which weighs nothing.
        names = found.names[:-1]
        places = places_in(names, hashes)
        there = names[places] == hashes if len(names) else np.zeros(len(hashes), dtype=np.bool_)
        self._called = np.where(there, places, len(names))
        self._found = found
        self._centre = np.zeros(len(found.names))

    def label(self, group: Sequence[int], ordered: Sequence[int]) -> str:
        """The headline that says most, word for word, of what all the articles are about.

        Args:
            group: rows of articles, ascending.
            ordered: the same, the earliest first: of equal headlines that one counts.
        """
        if len(ordered) == 1:
            return self._headlines[ordered[0]]
        rows = np.array(group)
        features = self._found.features[rows].ravel()
        np.add.at(self._centre, features, self._found.weights[rows].ravel())
        clearness = [(self._clearness(row), -at) for at, row in enumerate(ordered)]
        self._centre[features] = 0.0
        return self._headlines[ordered[-max(clearness)[1]]]

    def _clearness(self, row: int) -> float:
        """How much of the story a headline names, for its length; shouting and one-word ones
        lose."""
        # Two for each word of the headline, which may be a word or a name.
        may_be = self._centre[self._called[self._ends[row] : self._ends[row + 1]]]
        named = math.fsum(np.maximum(may_be[::2], may_be[1::2]).tolist())
        headline = self._headlines[row]
        words = len(headline.split())
        clear = 1.0 if words in CLEAR_WORDS else 0.5
        calm = 0.7 if headline.isupper() or headline.endswith("?") else 1.0
        return named * clear * calm / math.sqrt(words + 2)


def headline_of(article: Article) -> str:
    """The title; without one the beginning of the text."""
    if article.title and article.title.strip():
        return article.title.strip()
    line = next((part.strip() for part in article.text.splitlines() if part.strip()), "")
    if len(line) <= FIRST_LINE:
        return line or article.path
    return line[:FIRST_LINE].rsplit(None, 1)[0] + " …"
