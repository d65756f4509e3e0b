"""The cue and the source beside a quotation: after it, before it, or in the sentence before.

In: a scene and a quotation.  Out: `Found`, or None.  Only words outside the marks are looked at,
because parsers fail inside long quotations; syntax helps where it stays in that region.
"""

from dataclasses import dataclass

from reportedly.annotate.attribution import clauses, evidence
from reportedly.annotate.attribution.cues import QUOTING_VERBS
from reportedly.annotate.attribution.pieces import SENTENCE_ENDS, starts_line
from reportedly.annotate.attribution.quotations import Quotation
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token
from reportedly.offsets import Span, Spans

#: Tokens between a quotation and its verb: "said" is rarely further away than this.
REACH_TOKENS = 30
#: After a full stop inside the marks only a tail as short as `… there.” Lee said` can belong to it.
_TAIL_TOKENS = 4
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
#: What a name before a colon is made of.
_NAME_PARTS = frozenset(("PROPN", "NOUN", "ADJ", "DET", "NUM"))
_NAME_LINKS = frozenset(("of", "and", "&", "'s", "’s", "the", "."))
_PARTS = frozenset(("compound", "poss", "pobj"))
#: An inverted subject ("said the tall man") begins within so many tokens of its verb.
_INVERTED_TOKENS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A cue beside a quotation, who it names, and the pattern it was found by."""

    cue: Token
    source: Token | None
    source_spans: Spans
    pattern: str
    region: Span


def find_after(scene: Scene, quotation: Quotation, limit: int) -> Found | None:
    """The cue that follows: `said X`, `X said`, `X, a doctor in Y, told the paper`."""
    words: list[Token] = []
    for token in scene.tokens_between(quotation.end, limit):
        if token.text in SENTENCE_ENDS and words:
            break
        words.append(token)
        if len(words) > REACH_TOKENS:
            break
    if _is_closed(scene, quotation) and len(words) > _TAIL_TOKENS:
        return None
    return _cue_in(scene, words, (quotation.end, limit), "after")


def find_before(scene: Scene, quotation: Quotation) -> Found | None:
    """The cue that goes before: `X said: "…"`, `In a statement, X wrote that "…"`."""
    start = scene.line_start_near(quotation.start)
    if starts_line(scene, quotation):
        start = _introducing_line(scene, start)
    begin = max([start, *(q.end for q in scene.quotations_before(quotation, start))])
    words = _sentence_back(scene, begin, quotation.start)
    if not words or words[-1].text == ".":
        return None
    region = words[0].start, quotation.start
    if words[-1].text == ":":
        found = _named_before_colon(scene, words, region)
        found = found or _named_with_occasion(scene, words, region)
        if found is not None:
            return found
    found = _cue_in(scene, words, region, "before")
    if found is None and words[-1].text == ":":
        # `A "close friend" of the couple: "…"`: words in marks may be part of who speaks.
        whole = _sentence_back(scene, start, quotation.start)
        return _caption(scene, whole, (whole[0].start, region[1]))
    return found


def _caption(scene: Scene, words: list[Token], region: Span) -> Found | None:
    """`Ada Quill at the mill on Saturday: “…”`: no verb, whom the picture shows speaks.

    Where it shows two, nobody says which.
    """
    for token in words:
        if token.pos == "PROPN" and token.dep not in ("compound", "poss", "pobj"):
            if any(scene.parse.tokens[i].dep == "conj" for i in scene.parse.children[token.i]):
                return Found(words[-1], None, (), "before:caption", region)  # one of two, or both
            spans = (clauses.noun_phrase(scene.parse, token, (region[0], token.end)),)
            return Found(words[-1], token, spans, "before:caption", region)
    first = words[0]
    thing = next((t for t in words if t.pos == "NOUN" and t.dep not in _PARTS), None)
    if thing is None or first.tag not in ("DT", "PRP$") or any(t.pos == "VERB" for t in words):
        return None
    spans = (clauses.noun_phrase(scene.parse, thing, (region[0], words[-1].start)),)
    return Found(words[-1], thing, spans, "before:thing", region)


def find_in_sentence_before(scene: Scene, quotation: Quotation) -> Found | None:
    """The cue of a whole sentence that leads to the quotation: `X agreed. "…"`."""
    start = scene.line_start_near(quotation.start)
    begin = max([start, *(q.end for q in scene.quotations_before(quotation, start))])
    words = _sentence_back(scene, begin, quotation.start)
    if not words or words[-1].text != ".":
        return None
    return _cue_in(scene, words, (words[0].start, quotation.start), "prior")


def _sentence_back(scene: Scene, begin: int, end: int) -> list[Token]:
    """The tokens of the last sentence that ends at `end`, at most `REACH_TOKENS`."""
    words: list[Token] = []
    for token in reversed(scene.tokens_between(begin, end)):
        if token.text in SENTENCE_ENDS and words:
            break
        words.insert(0, token)
        if len(words) > REACH_TOKENS:
            break
    return words


def _is_closed(scene: Scene, quotation: Quotation) -> bool:
    """True when the sentence ends with the quotation: nothing in it waits for "she said"."""
    inner = scene.text[quotation.inner[0] : quotation.inner[1]].rstrip()
    following = scene.text[quotation.end : quotation.end + 1]
    stopped = inner.endswith(".") and not inner.endswith("...")
    return stopped and following not in (",", "-", "—", "–")


def _introducing_line(scene: Scene, start: int) -> int:
    """Start of the line before the one at `start` when it ends with a colon, else `start`."""
    lead = start
    while lead > 0 and scene.text[lead - 1].isspace():
        lead -= 1
    if not lead or scene.text[lead - 1] != ":":
        return start
    return scene.line_of(lead - 1)[0]


def _named_before_colon(scene: Scene, words: list[Token], region: Span) -> Found | None:
    """`Ann Lee of the Courier: "…"`: nothing but a name between a break and the colon."""
    name: list[Token] = []
    for token in reversed(words[:-1]):
        if token.pos not in _NAME_PARTS and token.lower not in _NAME_LINKS:
            break
        name.insert(0, token)
    before = words[len(words) - 2 - len(name)] if len(name) < len(words) - 1 else None
    if before is not None and before.pos != "PUNCT":
        return None
    head = next((t for t in name if t.pos == "PROPN" and t.dep != "compound"), None)
    if head is None:
        return None
    return Found(words[-1], head, ((name[0].start, name[-1].end),), "before:colon", region)


def _named_with_occasion(scene: Scene, words: list[Token], region: Span) -> Found | None:
    """`Ann Lee, on Late Light: "…"`, `Bo Tarn, to his staff: "…"`: a line of a list of sayings."""
    start = scene.line_start_near(words[0].start)
    end = next((at for at, t in enumerate(words) if t.text == "," or t.lower in _OCCASION), 0)
    name, rest = words[:end], words[end + (words[end].text == ",") :]
    if scene.text[start : words[0].start].strip() or not rest:
        return None
    if rest[0].lower in _RELAYED:
        rest = rest[1:]  # "Ann Lee, quoted by the Courier"
    elif rest[0].pos != "ADP":
        return None
    if any(t.pos != "PROPN" for t in name) or any(t.pos in ("VERB", "AUX") for t in rest):
        return None
    head = next((t for t in name if t.entity == "PERSON" and t.dep != "compound"), None)
    if head is None:
        return None
    return Found(words[-1], head, ((name[0].start, name[-1].end),), "before:occasion", region)


#: Where, to whom or when: "Ann Lee to the Courier", "Ann Lee on Late Light".
_OCCASION = frozenset(("to", "on", "in", "at", "during"))
_RELAYED = frozenset(("quoted", "speaking", "talking", "writing", "interviewed"))


def _cue_in(scene: Scene, words: list[Token], region: Span, side: str) -> Found | None:
    """The word among `words` that reports, the nearest to the quotation first."""
    verbs = [t for t in words if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")]
    known = [t for t in verbs if t.lemma.lower() in QUOTING_VERBS and t.lemma not in ("be", "put")]
    if not known:
        found = _according(scene, words, region, side)
        if found is not None:
            return found
    ordered = known or verbs
    if not ordered:
        return None
    verb = ordered[0] if side == "after" else ordered[-1]
    source, spans, pattern = _source(scene, verb, words, region)
    return Found(verb, source, spans, f"{side}:{pattern}", region)


def _according(scene: Scene, words: list[Token], region: Span, side: str) -> Found | None:
    phrase = next((t for t in words if t.lower == "according"), None)
    if phrase is None:
        return None
    begin = scene.parse.tokens[min(phrase.i + 1, len(scene.parse.tokens) - 1)].end
    for token in words:
        if token.i > phrase.i + 1 and token.pos in _NOMINAL and token.dep != "compound":
            spans = (clauses.noun_phrase(scene.parse, token, (begin, region[1])),)
            return Found(phrase, token, spans, f"{side}:according", region)
    return None


def _source(
    scene: Scene, verb: Token, words: list[Token], region: Span
) -> tuple[Token | None, Spans, str]:
    """Who, by syntax where it stays in the region, else by the nearest noun phrase."""
    parse = scene.parse
    inside = {token.i for token in words}
    own = [i for i in parse.children[verb.i] if parse.tokens[i].dep == "nsubj" and i in inside]
    subject = parse.tokens[own[-1]] if own else clauses.find_subject(parse, verb)
    if subject is not None and clauses.is_passive(parse, verb):
        subject = clauses.find_agent(parse, verb) or subject
    if subject is not None and subject.i in inside:
        return subject, evidence.source_spans(parse, subject, region), "subject"
    for token in [t for t in words if t.i > verb.i][:_INVERTED_TOKENS]:
        if token.pos in _NOMINAL and parse.tokens[token.head].pos != "PROPN":
            return token, (clauses.noun_phrase(parse, token, region),), "inverted"
        if token.pos in ("VERB", "ADP", "SCONJ"):
            break
    for token in reversed([t for t in words if t.i < verb.i]):
        if token.pos in _NOMINAL and token.dep not in ("pobj", "dobj", "appos"):
            return token, (clauses.noun_phrase(parse, token, region),), "preceding"
    if subject is not None and not scene.is_quoted(subject):
        return subject, evidence.source_spans(parse, subject, scene.line_of(verb.start)), "shared"
    return None, (), "none"
