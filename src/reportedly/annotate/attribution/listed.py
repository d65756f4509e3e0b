"""Sayings in a list: a name, perhaps where or to whom, a colon and a quotation, at a line's start.

In: a scene.  Out: candidates: `Ada Quill on Late Light, 2013: "We will stay."`, `A clerk, to the
Lantern: "She wept."`, `Bo Tarn, the same week: the mill "will
stand"`.  What follows the quotation in the line is somebody else's remark.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.colons import LABELS
from reportedly.annotate.attribution.cues import QUOTING_VERBS
from reportedly.annotate.attribution.quotations import Quotation
from reportedly.annotate.attribution.scene import Scene
from reportedly.offsets import Span

_NAME = r"[A-Z][\w.’'-]*(?:[ \u00a0](?:[A-Z][\w.’'-]*|of|the|de|van|von)){0,4}"
_UNNAMED = r"An?(?: [\w-]+){1,5}"
_WHERE = r"(?:on|to|in|at|during|after|before|for|from|via)"
_WHEN = r"(?:(?:the|that) (?:same|next|following) |(?:19|20)\d\d|[A-Z][a-z]+ (?:19|20)\d\d)"
_OCCASION = rf"(?:,? {_WHERE}\b|, {_WHEN})[^\n:“”\"«»]{{0,80}}"
#: The sign of a list in front of an item.
_SIGN = r"(?:(?:[-*•·–+]|\d{1,2}[.)])[ \t\u00a0]+)?"
_LISTED = re.compile(
    rf"^[ \t\u00a0]*{_SIGN}"
    rf"(?:(?P<name>{_NAME})(?P<at>{_OCCASION})?|(?P<unnamed>{_UNNAMED}){_OCCASION})"
    r"(?P<colon>:)[ \t\u00a0]*(?P<lead>[^\W\d_][^\n.:;?!“”\"«»]{0,60} )?(?P<mark>[\"“«„‘'])",
    re.MULTILINE,
)


def find_listed(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all lines that begin so, in order."""
    for match in _LISTED.finditer(scene.text):
        quotation = scene.quotation_at(match.start("mark"))
        if quotation is None or quotation.start != match.start("mark"):
            continue
        whole = _is_whole(scene, quotation) or (match["lead"] and _ends_line(scene, quotation))
        source = match.span("name" if match["name"] is not None else "unnamed")
        if not whole or _tells(scene, (source[0], match.start("colon"))):
            continue
        named = match["name"] is not None
        if named and not _is_somebody(scene, match.span("name"), bool(match["at"])):
            continue
        lead = match.start("lead") if match["lead"] else None
        if lead is not None and not (match["at"] and _ends_line(scene, quotation)):
            continue  # a heading and a sentence
        yield Candidate(
            content=((quotation.start if lead is None else lead, quotation.end),),
            cue=(match.span("colon"),),
            source=(source if named else (source[0], match.start("colon")),),
            mode="direct" if lead is None else "mixed",
            pattern="listed",
            evidence=("listed",),
            words="a name, a colon and a quotation at the start of the line",
        )


def find_signed_after(scene: Scene) -> Iterator[Candidate]:
    """`"We will stay."  Ada Quill, on Late Light, 2013.`: a quotation at a line's start, and who
    said it where or when, in a sentence without a verb."""
    for match in _OPENS.finditer(scene.text):
        quotation = scene.quotation_at(match.start("mark"))
        if quotation is None or quotation.start != match.start("mark") or not quotation.closed:
            continue
        inner = scene.text[slice(*quotation.inner)].rstrip()
        after = _SIGNED_AFTER.match(scene.text, quotation.end)
        if after is None or not inner.endswith((".", "!", "?", "…")):
            continue
        tokens = scene.parse.tokens_in(after.span("name"))
        verbs = any(t.pos in ("VERB", "AUX") for t in scene.parse.tokens_in(after.span("told")))
        if verbs or not any(token.entity == "PERSON" for token in tokens):
            continue
        yield Candidate(
            content=(quotation.span,),
            cue=(),
            source=(after.span("name"),),
            mode="direct",
            pattern="listed",
            evidence=("listed",),
            words="a quotation at the start of the line and a name behind it",
        )


#: A quotation that begins a line.
_OPENS = re.compile(rf"^[ \t\u00a0]*{_SIGN}(?P<mark>[\"“«„])", re.MULTILINE)
#: Behind it a dash, a name, and where or when it was said, up to the end of that sentence.
_SIGNED_AFTER = re.compile(
    rf"[ \t\u00a0]*(?:[-–—―]+[ \t\u00a0]*)?(?P<told>(?P<name>{_NAME})"
    rf"(?:,? {_WHERE}\b|, {_WHEN})[^\n.:;!?“”\"«»]{{0,80}})(?:\.|$)",
    re.MULTILINE,
)


def _is_whole(scene: Scene, quotation: Quotation) -> bool:
    """False where the sentence goes on after it: `Bo Tarn: ‘Of course’ the mill stays open`."""
    rest = scene.text[quotation.end : scene.line_of(quotation.start)[1]].strip()
    inner = scene.text[slice(*quotation.inner)].rstrip()
    return quotation.closed and (not rest or inner.endswith((".", "!", "?", "…")))


def _ends_line(scene: Scene, quotation: Quotation) -> bool:
    """True where nothing but a full stop follows the quotation in its line."""
    return not scene.text[quotation.end : scene.line_of(quotation.start)[1]].strip(" \t\u00a0.")


def _tells(scene: Scene, before: Span) -> bool:
    """True where a verb reports: `Bo Tarn, who owns the mill, said: "…"`."""
    tokens = scene.parse.tokens_in(before)
    return any(t.pos == "VERB" and t.lemma.lower() in QUOTING_VERBS for t in tokens)


def _is_somebody(scene: Scene, name: Span, told_where: bool) -> bool:
    """True for a person's name, and for any of two words and more where a place or hearer follows:
    a headline or a label is not said anywhere."""
    tokens = scene.parse.tokens_in(name)
    words = scene.text[slice(*name)].lower().split()
    if LABELS & {words[0].strip("."), words[-1]} or not tokens:
        return False
    person = any(token.entity == "PERSON" for token in tokens)
    if tokens[0].pos != "PROPN":
        # "Grace", "Hope" as given names are often read as the words that they are.
        return told_where and person and tokens[0].pos == "NOUN" and len(tokens) > 1
    if person:
        return True
    return told_where and len(tokens) > 1 and all(token.pos == "PROPN" for token in tokens)
