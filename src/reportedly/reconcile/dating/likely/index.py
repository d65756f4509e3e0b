"""The dated articles of a pile by the terms they use, and the terms that texts share with them."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from reportedly.arrays import Flags
from reportedly.reconcile.dating.likely.bursts import LARGEST_SHARE, Uses
from reportedly.reconcile.dating.likely.terms import PLAIN

Kept = npt.NDArray[np.int32]


class Index:
    """Term → the numbers of the dated articles that use it, for the terms asked for."""

    def __init__(self, texts: Iterable[frozenset[str]], wanted: frozenset[str]) -> None:
        sizes = []
        self._articles: dict[str, array[int]] = {}
        for number, terms in enumerate(texts):
            sizes.append(len(terms))
            for term in terms & wanted:
                self._articles.setdefault(term, array("i")).append(number)
        self.sizes = np.array(sizes, float)

    def uses(self, texts: Sequence[frozenset[str]], left_out: Flags) -> Uses:
        """The terms of `texts` and the articles that use them, numbered without those left out.

        Terms that exactly the same articles use say one thing, so a text has the first of them.
        """
        kept = np.where(left_out, -1, np.cumsum(~left_out) - 1).astype(np.int32)
        most = LARGEST_SHARE * int((~left_out).sum())
        found = Uses([], [], [])
        rows: dict[tuple[bool, bytes], int] = {}
        for terms in texts:
            mine: dict[bytes, tuple[int, str]] = {}
            for term in sorted(terms & self._articles.keys()):
                articles = kept[np.frombuffer(self._articles[term], np.int32)]
                articles = articles[articles >= 0]
                if not 1 <= len(articles) <= most:
                    continue
                key = articles.tobytes()
                row = rows.setdefault((term.startswith(PLAIN), key), len(found.articles))
                if row == len(found.articles):
                    found.articles.append(articles)
                    found.plain.append(term.startswith(PLAIN))
                mine.setdefault(key, (row, term))
            found.of_text.append(dict(mine.values()))
        return found
