"""Sources named in a phrase: "according to X", "in the words of X", "per the Courier".

In: a scene.  Out: candidates whose content is the rest of the sentence.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.attribution import clauses, evidence
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.cues import ACCORDING_TO
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token
from reportedly.model import Mode
from reportedly.offsets import Span, Spans, trim

_PHRASE = re.compile(r"(?<!\w)(?:" + "|".join(ACCORDING_TO) + r")(?!\w)", re.IGNORECASE)
_NAMED_ONLY = frozenset(("per", "via"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
#: `… reported that, according to X, the van had no lights on`: what is said comes after.
_LEADING = re.compile(r"\bthat,?\s*$", re.IGNORECASE)
_LEAD_CHARS = 12
#: Words that join the phrase to the rest and belong to neither.
_EDGES = " \t\u00a0,;:.-–—―"


def find_phrases(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all such phrases, in order."""
    for match in _PHRASE.finditer(scene.text):
        tokens = scene.parse.tokens_in(match.span())
        if tokens:
            yield from _of_phrase(scene, match.span(), tokens[-1])


def _of_phrase(scene: Scene, cue: Span, last: Token) -> Iterator[Candidate]:
    source = _named(scene, last)
    if source is None:
        return
    name = " ".join(scene.text[cue[0] : cue[1]].lower().split())
    if name in _NAMED_ONLY and source.pos != "PROPN":
        return
    sentence = scene.sentence_span(last)
    phrase = clauses.noun_phrase(scene.parse, source, (cue[1], sentence[1]))
    content = _rest(scene, (cue[0], phrase[1]), sentence, source)
    if not content:
        return
    mode: Mode = "mixed" if scene.has_quotation_in(content) else "indirect"
    side = "first" if cue[0] - sentence[0] < 3 else "later"
    yield Candidate(
        content=content,
        cue=(cue,),
        source=(phrase,),
        mode=mode,
        pattern="phrase",
        evidence=(
            f"phrase={name}",
            f"phrase+side={name}+{side}",
            *(f"phrase {item}" for item in evidence.of_source(scene.parse, source)),
            *(f"phrase {item}" for item in evidence.of_content(scene, content)),
        ),
        words=f"“{name}” before “{scene.text[source.start : source.end]}”",
    )


def _named(scene: Scene, last: Token) -> Token | None:
    """The head of the noun phrase that follows the phrase's last word."""
    found = clauses.child(scene.parse, last.i, {"pobj", "dobj"})
    if found is not None and found.i > last.i:
        return found
    for token in scene.parse.tokens[last.i + 1 : last.i + 8]:
        if token.sentence != last.sentence or token.pos == "VERB":
            return None
        if token.pos in _NOMINAL and token.dep not in ("compound", "poss", "nmod"):
            return token
    return None


def _rest(scene: Scene, phrase: Span, sentence: Span, source: Token) -> Spans:
    """The sentence without the phrase: what stands before it, else after it."""
    before = bounded(scene, (sentence[0], phrase[0]))
    after = bounded(scene, (_aside_end(scene, source, phrase[1], sentence[1]), sentence[1]))
    led = _LEADING.search(scene.text[max(sentence[0], phrase[0] - _LEAD_CHARS) : phrase[0]])
    long_before = led is None and len(scene.tokens_between(*before)) > 3
    if long_before and len(scene.tokens_between(*after)) > 3 and _resumes(scene, phrase[1]):
        return before, after
    if long_before:
        return (before,)
    return (after,) if after[0] < after[1] else ()


def _resumes(scene: Scene, end: int) -> bool:
    return scene.text[end : end + 1] == ","


def _aside_end(scene: Scene, source: Token, end: int, limit: int) -> int:
    """The end of a clause about the source ("…, which was made in May, …")."""
    for at in scene.parse.children[source.i]:
        token = scene.parse.tokens[at]
        if token.dep in ("relcl", "acl") and token.start >= end:
            reach = scene.parse.subtree_span(at)[1]
            if reach < limit:
                return reach
    return end


def bounded(scene: Scene, span: Span) -> Span:
    """`span` without white space and marks of punctuation at its ends."""
    start, end = trim(scene.text, span)
    while start < end and scene.text[start] in _EDGES:
        start += 1
    while end > start and scene.text[end - 1] in _EDGES:
        end -= 1
    return start, end
