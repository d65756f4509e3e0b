"""Adverbs that pass on what somebody says without telling who: "is reportedly moving".

In: a scene.  Out: candidates without a source; the content is the clause of the adverb.
"""

from collections.abc import Iterator

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token
from reportedly.model import Mode
from reportedly.offsets import Span

_HEDGES = frozenset(
    ("reportedly", "allegedly", "supposedly", "purportedly", "ostensibly", "reputedly")
)
#: A content of fewer words is a name for something: "an alleged affair".
_LEAST_WORDS = 2
#: Further up the tree there is another clause.
_STEPS = 3


def find_hedges(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all such adverbs, in order."""
    for token in scene.parse.tokens:
        if token.lower in _HEDGES and not scene.is_quoted(token):
            span = _clause(scene, token)
            if sum(t.text[0].isalnum() for t in scene.tokens_between(*span)) > _LEAST_WORDS:
                mode: Mode = "mixed" if scene.has_quotation_in((span,)) else "indirect"
                yield Candidate(
                    content=(span,),
                    cue=(token.span,),
                    source=(),
                    mode=mode,
                    pattern="hedge",
                    evidence=("hedge",),
                    words=f"the word “{token.text}”",
                )


def _clause(scene: Scene, adverb: Token) -> Span:
    """The clause that the adverb stands in; the sentence where the syntax does not tell."""
    parse, head = scene.parse, scene.parse.tokens[adverb.head]
    for _ in range(_STEPS):
        if head.pos in ("VERB", "AUX") and head.dep not in ("aux", "auxpass"):
            break
        head = parse.tokens[head.head]
    sentence = scene.sentence_span(adverb)
    inside = [parse.tokens[i] for i in parse.subtree(head.i)]
    inside = [t for t in inside if t.sentence == adverb.sentence]
    if adverb not in inside:
        inside = list(parse.tokens_in(sentence))
    while len(inside) > 1 and (inside[-1].pos == "PUNCT" or not inside[-1].text[0].isalnum()):
        inside.pop()
    while len(inside) > 1 and (inside[0].pos in ("PUNCT", "CCONJ") or inside[0] is adverb):
        inside.pop(0)
    return scene.whole_quotations((inside[0].start, inside[-1].end), adverb)
