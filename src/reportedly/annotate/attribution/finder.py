"""The span finder: from a scene to weighed, selected candidates, by rules and the tagger."""

from collections.abc import Iterable, Iterator, Mapping

from reportedly.annotate.attribution import confidence, evidence, fusion
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.colons import find_colons
from reportedly.annotate.attribution.direct import find_direct
from reportedly.annotate.attribution.embedded import find_posts
from reportedly.annotate.attribution.fusion import Ruled
from reportedly.annotate.attribution.indirect import find_indirect
from reportedly.annotate.attribution.interviews import find_answers
from reportedly.annotate.attribution.nouns import find_nouns
from reportedly.annotate.attribution.phrases import find_phrases
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.selection import Weighed, inside, outermost, select
from reportedly.annotate.attribution.tagging import find_tagged

_RULES = (
    find_direct,
    find_indirect,
    find_phrases,
    find_nouns,
    find_colons,
    find_posts,
    find_answers,
)


def candidates(scene: Scene) -> Iterator[Candidate]:
    """Everything that any rule proposes, good and bad."""
    for rule in _RULES:
        yield from rule(scene)


def find_attributions(scene: Scene) -> list[Weighed]:
    """The attributions of a text, in order of their contents; inner ones after outer ones."""
    table = confidence.weights()
    found = list(candidates(scene))
    outer = outermost(select(_weighed_together(scene, found, table)))
    inner = inside([_weighed(c, evidence.inside(c.evidence), table) for c in found], outer)
    return sorted([*outer, *inner], key=_place)


def _weighed_together(
    scene: Scene, found: Iterable[Candidate], table: Mapping[str, float]
) -> list[Weighed]:
    """The candidates of rules and tagger; of the rules alone where there is no tagger."""
    tagged = find_tagged(scene)
    if tagged is None:
        return [_weighed(c, c.evidence, table) for c in found]
    ruled = [Ruled(c, confidence.strength(c.evidence, table)) for c in found]
    fused = fusion.weights()
    strengths = ((o.candidate, fusion.strength(o, fused)) for o in fusion.opinions(ruled, tagged))
    return [Weighed(c, s, confidence.logistic(s)) for c, s in strengths]


def _weighed(candidate: Candidate, names: Iterable[str], table: Mapping[str, float]) -> Weighed:
    strength = confidence.strength(names, table)
    return Weighed(candidate, strength, confidence.probability(strength, table))


def _place(item: Weighed) -> tuple[int, int, float, str]:
    start, end = item.candidate.reach
    return start, -end, -item.strength, item.candidate.pattern
