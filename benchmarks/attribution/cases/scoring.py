"""How many of a case's attributions were found right.

In: a case and the rows found in its text.  Out: counts.  A row is right when its content shares
four fifths of the words of both, its source touches the marked one (or neither side has one), and
it lies inside the same other row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.attribution.cases.marked import Case, Marked
from reportedly.model import Attribution
from reportedly.offsets import Spans, overlaps

LEAST_SHARE = 0.8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows that are right, found and wanted; `cases` whose rows are all right, of `n_cases`."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    cases: int = 0
    n_cases: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.wanted + other.wanted,
            self.cases + other.cases,
            self.n_cases + other.n_cases,
        )

    @property
    def f1(self) -> float:
        """F1 over rows; 1 where nothing is wanted and nothing found."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0

    @property
    def clean(self) -> float:
        """The share of cases with no false row and no lost true one."""
        return self.cases / self.n_cases if self.n_cases else 1.0


def count(case: Case, found: Sequence[Attribution]) -> Counts:
    """The counts of one case."""
    pairs = _pairs(case, found)
    optional = {at for at, n in pairs.items() if case.rows[n].maybe}
    right = [at for at in pairs.keys() - optional if _is_right(case, found, pairs, at)]
    wanted = sum(not row.maybe for row in case.rows.values())
    counted = len(found) - len(optional)
    return Counts(len(right), counted, wanted, int(len(right) == counted == wanted), 1)


def _pairs(case: Case, found: Sequence[Attribution]) -> dict[int, int]:
    """For rows found the number of the marked one with the same content, each used once."""
    shares = sorted(
        (-share, at, number)
        for at, row in enumerate(found)
        for number, marked in case.rows.items()
        if (share := _share(case.text, row.content, tuple(marked.content))) >= LEAST_SHARE
    )
    pairs: dict[int, int] = {}
    for _, at, number in shares:
        if at not in pairs and number not in pairs.values():
            pairs[at] = number
    return pairs


def _is_right(case: Case, found: Sequence[Attribution], pairs: dict[int, int], at: int) -> bool:
    marked, row = case.rows[pairs[at]], found[at]
    parent = pairs.get(row.parent) if row.parent is not None else None
    same_parent = (row.parent is None) == (marked.parent is None) and parent == marked.parent
    return same_parent and _same_source(row, marked)


def _same_source(row: Attribution, marked: Marked) -> bool:
    if not row.source:
        return marked.source_maybe or not marked.source
    return any(overlaps(a, b) for a in row.source for b in marked.source)


def _share(text: str, a: Spans, b: Spans) -> float:
    one, other = _words(text, a), _words(text, b)
    return len(one & other) / len(one | other) if one | other else 0.0


def _words(text: str, spans: Spans) -> set[tuple[int, int]]:
    return {m.span() for m in _WORD.finditer(text) if any(overlaps(m.span(), s) for s in spans)}
