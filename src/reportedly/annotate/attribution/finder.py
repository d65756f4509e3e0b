"""The span finder: from a scene to weighed, selected candidates, by rules and the tagger."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.annotate.attribution import confidence, fusion, nested, plain
from reportedly.annotate.attribution.asked import without_whom_one_asks
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.colons import find_colons
from reportedly.annotate.attribution.deeds import is_deed, with_words_alone
from reportedly.annotate.attribution.direct import find_direct
from reportedly.annotate.attribution.embedded import find_posts, find_signed_quotations
from reportedly.annotate.attribution.empty import says_little, says_nothing
from reportedly.annotate.attribution.formulas import find_formulas
from reportedly.annotate.attribution.fusion import Ruled
from reportedly.annotate.attribution.hedges import find_hedges
from reportedly.annotate.attribution.indirect import find_indirect
from reportedly.annotate.attribution.interviews import find_answers
from reportedly.annotate.attribution.listed import find_listed, find_signed_after
from reportedly.annotate.attribution.mending import mended
from reportedly.annotate.attribution.nouns import find_nouns
from reportedly.annotate.attribution.phrases import find_phrases
from reportedly.annotate.attribution.rumours import with_rumour_alone
from reportedly.annotate.attribution.sayings import with_who_speaks
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.selection import (
    LEAST_STRENGTH_INSIDE,
    Around,
    Weighed,
    outermost,
    select,
)
from reportedly.annotate.attribution.strays import is_wish_for_no_name
from reportedly.annotate.attribution.tagging import find_tagged
from reportedly.annotate.attribution.unspoken import is_only_a_name

_RULES = (
    find_direct,
    find_indirect,
    find_phrases,
    find_nouns,
    find_colons,
    find_listed,
    find_signed_after,
    find_posts,
    find_signed_quotations,
    find_answers,
    find_formulas,
    find_hedges,
)


def candidates(scene: Scene) -> Iterator[Candidate]:
    """Everything that any rule proposes, good and bad."""
    for rule in _RULES:
        yield from rule(scene)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was kept of a text, in order of the contents, and everything that was weighed."""

    kept: list[Weighed]
    outer: list[Weighed]
    """all candidates, as outermost rows"""
    inner: list[Weighed]
    """those that lie inside another's content, as rows there"""


def find_attributions(scene: Scene) -> list[Weighed]:
    """The attributions of a text, in order of their contents; inner ones after outer ones."""
    return judge(scene).kept


def judge(scene: Scene) -> Judged:
    """The attributions of a text beside everything that was considered."""
    table = confidence.weights()
    found = list(candidates(scene))
    weighed = _weighed_together(scene, found, table)
    outer = outermost(select(weighed))
    inside_others = list(_weighed_inside(scene, found, Around(outer), table))
    inner = select(inside_others, LEAST_STRENGTH_INSIDE)
    return Judged(sorted([*outer, *inner], key=_place), weighed, inside_others)


def _weighed_together(
    scene: Scene, found: Sequence[Candidate], table: Mapping[str, float]
) -> list[Weighed]:
    """The candidates of rules and tagger."""
    tagged = find_tagged(scene)
    ruled = [Ruled(c, confidence.strength(c.evidence, table)) for c in found]
    fused = fusion.weights()
    strengths = (
        (_retold(scene, o.candidate), fusion.strength(o, fused))
        for o in fusion.opinions(ruled, list(mended(scene, tagged, found)))
    )
    said = (
        (c, s)
        for c, s in strengths
        if not (is_wish_for_no_name(scene, c) or is_deed(scene, c) or says_nothing(scene, c))
    )
    judged = ((c, s - _NAME_ONLY * is_only_a_name(scene, c)) for c, s in said)
    return [Weighed(c, s, _sure(scene, c, confidence.logistic(s))) for c, s in judged]


def _sure(scene: Scene, candidate: Candidate, probability: float) -> float:
    """The probability that a row tells what somebody said: less than even of whom they endorsed."""
    return min(probability, _SURE_OF_A_NAME) if says_little(scene, candidate) else probability


#: "Endorsed Quill": annotated as an attribution as often as not, and nothing that anybody said.
#: Such rows stay, and are shown as doubtful.
_SURE_OF_A_NAME = 0.45


def _retold(scene: Scene, candidate: Candidate) -> Candidate:
    """The candidate with the words and the source that its verb or colon allows."""
    candidate = with_words_alone(scene, with_who_speaks(scene, candidate))
    return without_whom_one_asks(scene, with_rumour_alone(scene, candidate))


#: What speaks against a row whose content is a title or a name in quotation marks: set by hand.
_NAME_ONLY = 3.0


#: Of rows inside others that were read by hand about nine in ten were right, and the strength of
#: the verb hardly told which: none is shown as surer than that.
_SURE_INSIDE = 0.9


def _weighed_inside(
    scene: Scene, found: Iterable[Candidate], around: Around, table: Mapping[str, float]
) -> Iterator[Weighed]:
    """What the rules found inside the contents `around`, where it is said."""
    said = (c for c in found if around.holds(c) and plain.find_evidence(c.evidence) is not None)
    for candidate in nested.candidates(scene, said):
        names = plain.find_evidence(candidate.evidence)
        if names is not None and around.holds(candidate):
            strength = confidence.strength(names, table)
            sure = _SURE_INSIDE * confidence.probability(strength, table)
            yield Weighed(candidate, strength, round(sure, 3))


def _place(item: Weighed) -> tuple[int, int, float, str]:
    start, end = item.candidate.reach
    return start, -end, -item.strength, item.candidate.pattern
