"""Statements inside statements: those that the rules found, and quotations inside quotations.

In: a scene and candidates.  Out: candidates for rows inside others.  What is only imagined ("if he
said that …") and those to whom something is said ("when asked to leave") are left out.
"""

import bisect
import dataclasses
import functools
from collections.abc import Iterable, Iterator, Sequence

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.direct import find_direct
from reportedly.annotate.attribution.phrases import bounded
from reportedly.annotate.attribution.plain import MODALS, USUAL
from reportedly.annotate.attribution.quotations import Quotation
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Parse, Token
from reportedly.offsets import Span


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
        if _has_happened(scene.parse, candidate) and not _cuts(candidate, inner, starts):
            yield candidate
    yield from (c for c in find_quoted_inside(scene) if _has_happened(scene.parse, c))


def _has_happened(parse: Parse, candidate: Candidate) -> bool:
    """False for what would, could or should be said, and for a participle about who was told."""
    verb = next((t for s in candidate.cue for t in parse.tokens_in(s) if t.pos == "VERB"), None)
    if verb is None:
        return True
    if any(t.lower in _ANYBODY for s in candidate.source[:1] for t in parse.tokens_in(s)[:1]):
        return False
    parts = [parse.tokens[at] for at in parse.children[verb.i]]
    possible = any(t.dep == "aux" and t.lower in MODALS for t in parts)
    told = verb.tag == "VBN" and not any(t.dep in ("aux", "auxpass") for t in parts)
    to_say = candidate.mode == "direct" and verb.tag == "VB" and not _is_usual(parse, verb, parts)
    told = told and verb.dep in _PARTICIPLES
    return not (possible or told or to_say or _is_imagined(parse, verb))


def _is_usual(parse: Parse, verb: Token, parts: Sequence[Token]) -> bool:
    """True for `she used to say` and `she would say`."""
    often = verb.dep == "xcomp" and parse.tokens[verb.head].lemma in USUAL
    return often or any(token.lower in _DID for token in parts)


def _is_imagined(parse: Parse, verb: Token) -> bool:
    """True inside a clause with "if"."""
    for _ in range(_STEPS):
        if any(parse.tokens[at].lower in _UNREAL for at in parse.children[verb.i]):
            return True
        if verb.head == verb.i:
            break
        verb = parse.tokens[verb.head]
    return False


#: Who may say something one day, whoever they are: "anybody who complains about the smell".
_ANYBODY = frozenset(("anybody", "anyone", "whoever"))
#: Clauses that a word of saying can lie deep in, counted in heads.
_STEPS = 4
_UNREAL = frozenset(("if", "unless"))
_DID = frozenset(("would", "'d", "’d", "did", "does", "do"))
_PARTICIPLES = frozenset(("acl", "advcl", "amod", "ROOT"))


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
#: What was said goes on after these.
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
