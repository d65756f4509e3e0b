"""Rules and tagger weighed together: how sure either is, and whether they agree.

In: the rules' candidates with their strengths, and the tagger's with their log odds.  Out: one list
of weighed candidates.  The few weights are fitted by `python -m benchmarks.attribution.fuse` on
articles that the tagger has not seen, and stand in `fusion.tsv` beside this file.
"""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.tagging import Tagged
from reportedly.offsets import Span, Spans, overlaps

#: Contents that share this part of their characters are the same proposal.
SAME_CONTENT = 0.5
#: Rules' candidates weaker than this say nothing; fitting and finding must use the same.
LEAST_STRENGTH = -3.0
#: Characters of a cell in which candidates are compared: the time stays linear.
_CELL_CHARS = 2_000


@dataclass(frozen=True, slots=True)
class Ruled:
    """A candidate of the rules with its strength."""

    candidate: Candidate
    strength: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """A candidate, and by name the numbers that `fusion.tsv` has weights for."""

    candidate: Candidate
    numbers: Mapping[str, float]


@functools.cache
def weights() -> Mapping[str, float]:
    """The fitted weights, read once a process."""
    lines = resources.files(__package__).joinpath("fusion.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in pairs}


def strength(opinion: Opinion, table: Mapping[str, float]) -> float:
    """The log odds that a candidate is right."""
    return math.fsum(table.get(name, 0.0) * n for name, n in opinion.numbers.items())


def opinions(ruled: Iterable[Ruled], tagged: Sequence[Tagged]) -> list[Opinion]:
    """All candidates with what both sides say of them.

    Where both propose the same content and source the tagger's spans stand for both: it was taught
    where contents begin and end, the rules only guess it from the syntax.  Pieces of a quotation
    are the exception: the rules read the marks.
    """
    strong = [item for item in ruled if item.strength >= LEAST_STRENGTH]
    by_cell = _cells((at, item.candidate.content) for at, item in enumerate(strong))
    agreed: set[int] = set()
    contradicted: dict[int, float] = {}
    found: list[Opinion] = []
    for item in tagged:
        near = sorted({at for cell in _cells_of(item.candidate.content) for at in by_cell[cell]})
        alike = [at for at in near if _same(item.candidate.content, strong[at].candidate.content)]
        same = [at for at in alike if _agree(item.candidate.source, strong[at].candidate.source)]
        other = [at for at in alike if at not in same]
        agreed.update(same)
        for at in near:
            if shared(item.candidate.content, strong[at].candidate.content):
                contradicted[at] = max(contradicted.get(at, -math.inf), item.log_odds)
        numbers = {
            "tagger": 1.0,
            "tagger: log odds": item.log_odds,
            "tagger: rules agree": float(bool(same)),
            "tagger: rules agree, strength": max((strong[at].strength for at in same), default=0.0),
            "tagger: rules say another source": float(bool(other)),
            "tagger: another source, strength": max(
                (strong[at].strength for at in other), default=0.0
            ),
        }
        found.append(Opinion(_reasoned(item, [strong[at] for at in same]), numbers))
    for at, rule in enumerate(strong):
        if at not in agreed:
            found.append(Opinion(rule.candidate, _of_rule(rule, contradicted.get(at))))
    return found


def _of_rule(rule: Ruled, contradicted: float | None) -> dict[str, float]:
    return {
        "rules": 1.0,
        "rules: strength": rule.strength,
        "rules: tagger differs": float(contradicted is not None),
        "rules: tagger differs, log odds": contradicted or 0.0,
    }


def _reasoned(item: Tagged, same: Sequence[Ruled]) -> Candidate:
    """The tagger's candidate; the rules' words tell more about why where they agree."""
    if not same:
        return item.candidate
    best = max(same, key=lambda rule: (rule.strength, rule.candidate.words))
    pieces = len(best.candidate.content) > len(item.candidate.content)
    marked = best.candidate.pattern == "direct" and pieces
    return Candidate(
        content=best.candidate.content if marked else item.candidate.content,
        cue=item.candidate.cue,
        source=item.candidate.source,
        mode=item.candidate.mode,
        pattern=item.candidate.pattern,
        evidence=(),
        words=f"{item.candidate.words}; {best.candidate.words}",
    )


def shared(a: Spans, b: Spans) -> int:
    """Characters that two contents have in common."""
    return sum(min(x[1], y[1]) - max(x[0], y[0]) for x in a for y in b if overlaps(x, y))


def _same(a: Spans, b: Spans) -> bool:
    both = shared(a, b)
    size = sum(e - s for s, e in a) + sum(e - s for s, e in b) - both
    return both > 0 and both >= SAME_CONTENT * size


def _agree(a: Spans, b: Spans) -> bool:
    return bool(shared(a, b)) if a and b else not a and not b


def _cells_of(spans: Spans) -> range:
    return range(spans[0][0] // _CELL_CHARS, spans[-1][1] // _CELL_CHARS + 1)


def _cells(items: Iterable[tuple[int, tuple[Span, ...]]]) -> "_Index":
    index = _Index()
    for at, spans in items:
        for cell in _cells_of(spans):
            index.setdefault(cell, []).append(at)
    return index


class _Index(dict[int, list[int]]):
    """Cell → candidates; a cell without any is empty."""

    def __missing__(self, key: int) -> list[int]:
        return []
