"""Rules and tagger weighed together: how sure either is, and whether they agree.

In: the rules' candidates with their strengths, and the tagger's with their log odds.  Out: one list
of weighed candidates.  The few weights are fitted by `python -m benchmarks.attribution.fuse` on
articles that the tagger has not seen, and stand in `fusion.tsv` beside this file.
"""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources

from reportedly.annotate.attribution.alike import Places, same_content, same_source
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.tagging import Tagged
from reportedly.offsets import contains, overlaps

#: Rules' candidates weaker than this say nothing; fitting and finding must use the same.
LEAST_STRENGTH = -3.0
#: Rules stronger than this know who speaks where the tagger names nobody.
SURE_OF_SOURCE = 0.0


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
    places = Places(item.candidate.content for item in strong)
    agreed: set[int] = set()  # by identity: asked for membership only
    contradicted: dict[int, float] = {}
    found: list[Opinion] = []
    for item in tagged:
        touching = places.touching(item.candidate.content)
        alike = [strong[at] for at in touching if _alike(item.candidate, strong[at].candidate)]
        item = _named(item, alike)
        same = [r for r in alike if same_source(item.candidate.source, r.candidate.source)]
        agreed.update(id(rule) for rule in same)
        other = [rule for rule in alike if rule not in same]
        for at in touching:
            contradicted[at] = max(contradicted.get(at, -math.inf), item.log_odds)
        found.append(Opinion(_reasoned(item, same), _of_tagger(item, same, other)))
    for at, rule in enumerate(strong):
        if id(rule) not in agreed:
            found.append(Opinion(rule.candidate, _of_rule(rule, contradicted.get(at))))
    return found


def _named(item: Tagged, alike: Sequence[Ruled]) -> Tagged:
    """A content for which the tagger names nobody, with whom the rules name where they are sure.

    In articles new to the tagger four of five such rules were right, the tagger in one of five.
    """
    naming = [r for r in alike if r.candidate.source and r.strength >= SURE_OF_SOURCE]
    if item.candidate.source or not naming:
        return item
    best = max(naming, key=lambda rule: (rule.strength, rule.candidate.words))
    return replace(item, candidate=replace(item.candidate, source=best.candidate.source))


def _alike(tagged: Candidate, ruled: Candidate) -> bool:
    """True for the same content, and for a paragraph of a quotation that runs over several."""
    if same_content(tagged.content, ruled.content):
        return True
    lies_in = all(any(contains(b, a) for b in ruled.content) for a in tagged.content)
    return "paragraphs" in ruled.evidence and lies_in


def _of_tagger(item: Tagged, same: Sequence[Ruled], other: Sequence[Ruled]) -> dict[str, float]:
    return {
        "tagger": 1.0,
        "tagger: log odds": item.log_odds,
        "tagger: rules agree": float(bool(same)),
        "tagger: rules agree, strength": max((rule.strength for rule in same), default=0.0),
        "tagger: rules say another source": float(bool(other)),
        "tagger: another source, strength": max((rule.strength for rule in other), default=0.0),
    }


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
    named = item.candidate
    if any(overlaps(a, b) for a in named.source for b in named.cue):
        # The whole line was taken for what reports: a list of sayings knows better.
        named = next((r.candidate for r in same if r.candidate.pattern == "listed"), named)
    pieces = len(best.candidate.content) > len(item.candidate.content)
    marked = best.candidate.pattern == "direct" and pieces
    return Candidate(
        content=best.candidate.content if marked else item.candidate.content,
        cue=named.cue,
        source=named.source,
        mode=item.candidate.mode,
        pattern=item.candidate.pattern,
        evidence=(),
        words=f"{item.candidate.words}; {best.candidate.words}",
    )
