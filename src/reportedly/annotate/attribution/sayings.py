"""Lists of sayings: who said it, where or to whom, a colon, and the words; one after another.

In: a scene and candidates.  Out: the candidates without what belongs to the saying before, and
with a source that is only who speaks: Ada Quill in `Ada Quill on Late Light, 2013: "…"`.
"""

import dataclasses
import re

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.offsets import Span, Spans, trim

#: Where, to whom or when: what a list of sayings puts between a name and its colon.
_OCCASION = re.compile(
    r",\s(?:(?:on|to|in|at|during|after|before|for|from)\s"
    r"|(?:the|that) same (?:day|evening|morning|month|night|week|year)\b|(?:19|20)\d\d\b)"
)
#: The same right after a name: "Ada Quill on Late Light", "Bo Tarn to the Lantern".
_AFTER_NAME = re.compile(r"[ \u00a0](?:on|to|in|at|during)[ \u00a0](?:the )?[A-Z]")
#: What ends a sentence, and with it a saying.
_ENDS = (".", "!", "?", "…")


def is_colon(scene: Scene, candidate: Candidate) -> bool:
    """True where nothing but a colon reports."""
    return len(candidate.cue) == 1 and scene.text[slice(*candidate.cue[0])] == ":"


def with_who_speaks(scene: Scene, candidate: Candidate) -> Candidate:
    """The candidate of a colon without place, day and hearer in its source."""
    if not is_colon(scene, candidate):
        return candidate
    source = tuple(_without_occasion(scene, span) for span in candidate.source)
    return dataclasses.replace(candidate, source=source)


def _without_occasion(scene: Scene, span: Span) -> Span:
    """Ann Lee in `Ann Lee, on Late Light: "…"` and in `Ann Lee to the Lantern: "…"`."""
    found = _OCCASION.search(scene.text, *span)
    end = found.start() if found is not None else span[1]
    after = _AFTER_NAME.search(scene.text, span[0], end)
    if after is None:
        return span[0], end
    tokens = scene.parse.tokens_in((span[0], after.start()))
    named = bool(tokens) and all(t.pos == "PROPN" and t.entity == "PERSON" for t in tokens)
    return span[0], after.start() if named else end


def without_saying_before(scene: Scene, candidate: Candidate) -> Candidate:
    """`"…."  Bo Tarn: "…"`: a colon leads to what follows, not to what is before.

    In a list of sayings the one before is somebody else's, in another paragraph or in the same.
    """
    if not is_colon(scene, candidate):
        return candidate
    start = _start_of_saying(scene, candidate)
    below = tuple(span for span in candidate.content if span[0] >= start)
    after = [span for span in below if span[0] >= candidate.cue[0][1]]
    return dataclasses.replace(candidate, content=below) if after else candidate


def _start_of_saying(scene: Scene, candidate: Candidate) -> int:
    """Where the line begins, or the saying before ends that stands whole in front of the source."""
    line = scene.line_start_near(candidate.cue[0][0])
    if not candidate.source:
        return line
    end = candidate.source[0][0]
    while end > line and scene.text[end - 1].isspace():
        end -= 1
    before = scene.quotation_at(end - 1) if end > line else None
    if before is None or before.end != end:
        return line
    inner = scene.text[slice(*before.inner)].rstrip()
    return end if inner.endswith(_ENDS) else line


def without_lines_before(scene: Scene, candidate: Candidate) -> Candidate:
    """`‘….’ \\n\\n Ann Lee said that it rained`: a quotation of another paragraph is not hers.

    What she said is told in the sentence of the cue; what stands above, a caption's words perhaps,
    has a teller of its own.
    """
    if not candidate.cue or len(candidate.content) == 1 or is_colon(scene, candidate):
        return candidate
    start, end = scene.line_of(candidate.cue[0][0])
    here = tuple(span for span in candidate.content if start <= span[0] < end)
    told = any(scene.quotation_at(span[0]) is None for span in here)
    above = all(span[1] <= start for span in candidate.content if span not in here)
    return dataclasses.replace(candidate, content=here) if told and above else candidate


def without_clauses_before(scene: Scene, candidate: Candidate) -> Candidate:
    """`…that he would not.  Asked whether he would, …`: each clause hangs on the verb before it."""
    if not candidate.cue or len(candidate.content) == 1:
        return candidate
    own = {s.index for s in scene.parse.sentences_in(candidate.cue[0])}
    rest = tuple(span for span in candidate.content if not _is_clause_of_others(scene, span, own))
    return dataclasses.replace(candidate, content=rest or candidate.content)


def _is_clause_of_others(scene: Scene, span: Span, own: set[int]) -> bool:
    first = scene.parse.tokens_in(span)[:1]
    if not first or first[0].sentence in own or scene.quotation_at(span[0]) is not None:
        return False
    return first[0].tag in ("WP", "WDT", "WRB") or (
        first[0].lower in ("that", "whether") and first[0].dep == "mark"
    )


def without_signed(scene: Scene, candidate: Candidate, signed: Spans) -> Candidate:
    """The candidate without quotations that are `signed` with a name below or behind them."""
    rest = tuple(
        trim(scene.text, (span[0], min([span[1], *(s for s, _ in signed if s > span[0])])))
        for span in candidate.content
        if not _starts_in(span, signed)
    )
    if not rest or rest == candidate.content:
        return candidate
    return dataclasses.replace(candidate, content=rest)


def _starts_in(span: Span, spans: Spans) -> bool:
    return any(start <= span[0] < end for start, end in spans)
