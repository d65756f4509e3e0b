"""Statements inside statements: what speaks for them, and quotations inside quotations.

In: candidates, scenes.  Out: evidence and candidates.  The annotated articles hold outermost
attributions only, so nothing here is learned from them: a verb of saying with a named subject and
its clause is as plain inside another statement as elsewhere.
"""

import bisect
import dataclasses
import functools
from collections.abc import Iterable, Iterator, Sequence

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.direct import find_direct
from reportedly.annotate.attribution.phrases import bounded
from reportedly.annotate.attribution.quotations import Quotation
from reportedly.annotate.attribution.scene import Scene
from reportedly.offsets import Span

#: Properties of a candidate whose own words stand inside quotation marks: nobody annotated those.
QUOTED = frozenset(("in quotation marks", "noun in quotation marks"))
SAYING, PROMISING, TELLING = (
    "plain saying inside another",
    "plain promise inside another",
    "plain telling of a thing inside another",
)
QUOTING = "quotation inside another"
_ATTITUDE, _OWN = "attitude inside another", "own attitude inside another"
#: Contents of one word or two: "they criticise him".
_SHORT = frozenset(("words=0", "words=1"))
#: Verbs that say that something was said and nothing else, with the clauses that they take.
_SAYING = frozenset(
    "acknowledge add admit advise agree allege announce answer argue assert assure boast brag "
    "caution claim complain concede confess confide confirm contend declare deny disclose estimate "
    "explain hint indicate inform insist joke maintain mention note observe predict promise "
    "proclaim recall recount remark remind repeat reply report respond reveal say shout state "
    "stress suggest swear tell testify tweet vow warn whisper write".split()
)
#: Verbs with an infinitive or "-ing" for what was said.
_PROMISING = frozenset(
    "admit agree advise ask beg call deny encourage forbid instruct offer order pledge promise "
    "refuse report swear tell threaten urge vow warn".split()
)
#: Verbs with a noun for what was said.
_TELLING = frozenset(
    "accuse allege announce blame brand call claim condemn confess confirm criticise criticize "
    "denounce deny describe disclose dub label predict promise report reveal".split()
)
#: Verbs with a preposition for what was said, as in "complained of the noise".
_SPEAKING = frozenset("apologise apologize boast brag call complain object warn".split())
#: "She liked to say that …" says that she did; "she wanted to say that …" does not.
_USUAL = frozenset(f"under={verb}" for verb in "continue do go keep like love use".split())
_ASKING = frozenset(("ask", "wonder", "inquire", "enquire"))
#: In the present tense these only say what is being said now: "I tell you", "we say".
_SPEAKERS = frozenset(("source=i", "source=we", "source=you", "source=one"))
_PAST = frozenset(("tag=VBD", "tag=VBN"))


def evidence(names: Iterable[str]) -> list[str]:
    """The evidence of a candidate for being a statement inside another."""
    kept = [name for name in names if name not in QUOTED]
    if any(name.startswith("quoted=") for name in kept):
        return [*kept, QUOTING]
    plain = _find_plain(kept)
    if plain is not None:
        return [*kept, plain]
    if "phrase=according to" in kept:
        return [*kept, SAYING]
    if not any(name.startswith(("frame=", "noun=")) for name in kept):
        return kept
    return [*kept, _OWN] if frozenset(kept) & _SPEAKERS else [*kept, _ATTITUDE]


def _find_plain(names: list[str]) -> str | None:
    found = frozenset(names)
    unsaid = "tag=VB" in found and not found & _USUAL
    if "source=none" in found or "negated" in found or unsaid:
        return None
    if found & _SPEAKERS and not found & _PAST:
        return None
    verb = next((n.removeprefix("lemma=") for n in names if n.startswith("lemma=")), "")
    frame = next((n.removeprefix("frame=") for n in names if n.startswith("frame=")), "")
    if verb in _SAYING and frame.startswith(("ccomp", "dobjccomp", "relative")):
        return SAYING
    if verb in _PROMISING and frame.startswith(("xcomp", "dobjxcomp")):
        return PROMISING
    if verb in _SPEAKING and frame.startswith("prep:"):
        return PROMISING
    if verb in _ASKING and frame.startswith(("ccomp", "advcl")):
        return SAYING
    things = frame in ("dobj", "dobjoprd", "oprd")
    return TELLING if verb in _TELLING and things and not found & _SHORT else None


class _Inside(Scene):
    """What stands inside one quotation, with the quotations inside it as its own."""

    def __init__(self, scene: Scene, around: Quotation, within: tuple[Quotation, ...]) -> None:
        super().__init__(scene.text, scene.parse)
        self._around = around
        self._within = within

    @functools.cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations inside the quotation."""
        return self._within

    def line_of(self, offset: int) -> Span:
        """The inside of the quotation: nothing beyond it is looked at."""
        return self._around.inner

    @functools.cached_property
    def headline_end(self) -> int:
        """Nothing in here is a headline."""
        return 0


def candidates(scene: Scene, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """What may lie inside another: all that the rules found, and quotations inside quotations."""
    inner = scene.inner_quotations
    starts = [quotation.start for quotation in inner]
    for candidate in found:
        if candidate.pattern == "hedge" or not (candidate.source or candidate.cue):
            continue
        candidate = _with_condition(scene, candidate)
        if not _cuts(candidate, inner, starts):
            yield candidate
    yield from find_quoted_inside(scene)


def _with_condition(scene: Scene, candidate: Candidate) -> Candidate:
    """`threatened to leave if the vote went ahead`: the condition is part of what was said."""
    start, end = candidate.content[-1]
    following = scene.parse.tokens_in((end, end + _NEXT_CHARS))
    if candidate.pattern != "indirect" or not following or following[0].lower not in _CONDITIONS:
        return candidate
    limit = min(scene.sentence_span(following[0])[1], scene.limits_of(following[0])[1])
    last = bounded(scene, (start, limit))[1]
    if last <= end:
        return candidate
    return dataclasses.replace(candidate, content=(*candidate.content[:-1], (start, last)))


#: A space and the first letters of the next word.
_NEXT_CHARS = 3
_CONDITIONS = frozenset(("if", "unless", "until", "because"))


def _cuts(candidate: Candidate, inner: Sequence[Quotation], starts: Sequence[int]) -> bool:
    """True when a content begins or ends in the middle of a quotation inside another."""
    for start, end in candidate.content:
        first = bisect.bisect_right(starts, start) - 1
        last = bisect.bisect_left(starts, end) - 1
        for at in {first, last} - {-1}:
            quotation = inner[at]
            lies_in = quotation.start <= start and end <= quotation.end
            apart = quotation.end <= start or end <= quotation.start
            whole = start <= quotation.start and quotation.end <= end
            if not (lies_in or apart or whole):
                return True
            if lies_in and candidate.cue and candidate.cue[0][0] < quotation.start:
                return (start, end) != quotation.span
    return False


def find_quoted_inside(scene: Scene) -> Iterator[Candidate]:
    """Candidates for the quotations inside quotations, in order."""
    within: dict[Quotation, list[Quotation]] = {}
    for quotation in scene.inner_quotations:
        around = scene.quotation_at(quotation.start)
        if around is not None:
            within.setdefault(around, []).append(quotation)
    for around, quotations in within.items():
        yield from find_direct(_Inside(scene, around, tuple(quotations)))
