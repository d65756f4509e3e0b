"""Candidates of the trained tagger.

In: a scene, whose encoding the tagger reads.  Out: its tagged attributions, sure or not: the
fusion weighs them.
"""

import dataclasses
import functools
import math

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.neural.tagger import tag
from reportedly.annotate.attribution.neural.weights import Weights, shipped_weights
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token
from reportedly.model import Mode
from reportedly.offsets import Span, Spans, overlaps, trim

#: Surer than this the tagger never is: further log odds would drown the rules.
MOST_SURE = 0.997


@dataclasses.dataclass(frozen=True, slots=True)
class Tagged:
    """A candidate of the tagger with its log odds of being right."""

    candidate: Candidate
    log_odds: float


def find_tagged(scene: Scene) -> tuple[Tagged, ...]:
    """Everything that the tagger proposes outside what is left alone, sure or not."""
    found = []
    for row in tag(scene.text, scene.encoding, _lenient_weights()):
        named = (name_in(scene, span) for span in row.source)
        source = tuple(whole_name(scene, span, row.content) for span in named)
        candidate = Candidate(
            content=row.content,
            cue=_without(scene.text, row.cue, source),
            source=source,
            mode=mode_of(scene, row.content),
            pattern="tagger",
            evidence=(),
            words=row.reason,
        )
        found.append(Tagged(candidate, log_odds(row.confidence)))
    return tuple(found)


def log_odds(probability: float) -> float:
    """The logarithm of the odds, finite for any probability."""
    bounded = min(max(probability, 1 - MOST_SURE), MOST_SURE)
    return math.log(bounded / (1 - bounded))


def name_in(scene: Scene, span: Span) -> Span:
    """The source on its last line, without a place before it: "From the gallery Ada Quill"."""
    start = scene.text.rfind("\n", *span) + 1 or span[0]
    tokens = scene.parse.tokens_in((start, span[1]))
    if tokens and tokens[0].tag == "IN":
        persons = (t.start for t in tokens if t.entity == "PERSON" and t.entity_starts)
        return next(persons, start), span[1]
    return trim(scene.text, (start, span[1]))


def whole_name(scene: Scene, span: Span, taken: Spans) -> Span:
    """`span` made longer where it cuts a name in two, unless the rest belongs to `taken`."""
    tokens = scene.parse.tokens
    inside = scene.parse.tokens_in(span)
    if not inside:
        return span
    first, last = inside[0].i, inside[-1].i
    while first and _goes_on(tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _goes_on(tokens[last], tokens[last + 1]):
        last += 1
    whole = min(span[0], tokens[first].start), max(span[1], tokens[last].end)
    return span if any(overlaps(whole, other) for other in taken) else whole


def _without(text: str, cue: Spans, source: Spans) -> Spans:
    """The cue without words at its beginning that turned out to belong to the source."""
    found = []
    for start, end in cue:
        after = max([start, *(s[1] for s in source if s[0] < start < s[1])])
        found.append(trim(text, (min(after, end), end)))
    return tuple((start, end) for start, end in found if start < end)


def _goes_on(token: Token, following: Token) -> bool:
    """True when `following` belongs to the name that `token` belongs to; "'s" is no part of it."""
    if token.sentence != following.sentence or "PRON" in (token.pos, following.pos):
        return False
    if token.dep == "compound" and token.pos == "PROPN" and token.head == following.i:
        return following.pos == "PROPN"
    named = bool(token.entity) and following.entity == token.entity
    return named and not following.entity_starts and following.tag != "POS"


def mode_of(scene: Scene, content: Spans) -> Mode:
    """Direct when every span is one quotation or several, mixed when one stands inside."""
    if not scene.has_quotation_in(content) and scene.quotation_at(content[0][0]) is None:
        return "indirect"
    return "direct" if all(_is_quoted(scene, span) for span in content) else "mixed"


def _is_quoted(scene: Scene, span: tuple[int, int]) -> bool:
    """True when nothing with a letter stands in the span outside quotation marks."""
    at = span[0]
    while at < span[1]:
        around = scene.quotation_at(at)
        following = around or scene.next_quotation(at)
        end = span[1] if following is None else following.start
        if around is None and any(char.isalnum() for char in scene.text[at : min(end, span[1])]):
            return False
        if following is None:
            break
        at = max(following.end, at + 1)
    return True


@functools.cache
def _lenient_weights() -> Weights:
    """The shipped weights, every proposal let through."""
    weights = shipped_weights()
    settings = dataclasses.replace(weights.settings, min_confidence=0.0)
    return dataclasses.replace(weights, settings=settings)
