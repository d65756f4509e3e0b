"""What strays into a content: the headline above it, and who speaks where nobody was found.

In: a scene and a candidate of the tagger.  Out: the candidate without it; and whether a content
says no more than that somebody wants no name.
"""

import dataclasses
import itertools
import re
from collections.abc import Sequence

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token
from reportedly.offsets import Span, Spans, overlaps, trim

#: The end of a line that is no sentence, with nothing below it: a headline, or one within the text.
_HEADING_END = re.compile(
    r"[^\s.!?…:;,\-–—”’\"')\]][”’\"')*_]*[ \t\u00a0]*\r?\n(?=[ \t\u00a0]*\r?\n\s*[^\sa-z])"
)
#: Tokens of a name or post that ends a headline: "says former mayor Ada Quill".
_MOST_TOKENS = 6


def without_headlines(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of `Mill to reopen \\n\\n The mill will reopen, its owner said` what the sentence reports.

    A content ends where a headline ends, and what a headline quotes above is no part of what the
    sentence below reports.  A quotation of several paragraphs stays whole.  Words cut off belong to
    whoever stands right behind them: "…, sources say".
    """
    cut: list[Span] = []
    own = [_without_headline(scene, candidate, cut) for candidate in candidates]
    return [_with_clause_before(scene, candidate, cut) for candidate in own] if cut else own


def _without_headline(scene: Scene, candidate: Candidate, cut: list[Span]) -> Candidate:
    """`candidate` without words beyond a headline's end; those are added to `cut`."""
    if not candidate.cue:
        return candidate
    reach, cue = candidate.reach, candidate.cue[0]
    ends = _heading_ends(scene, (min(reach[0], cue[0]), max(reach[1], cue[1])))
    if not ends:
        return candidate
    kept: list[Span] = []
    lost: list[Span] = []
    for span in candidate.content:
        for part in _parts(scene, span, ends):
            beside = all((part[0] >= end) == (cue[0] >= end) for end in ends)
            (kept if beside else lost).append(part)
    if not kept:
        return candidate
    cut.extend(lost)
    return dataclasses.replace(candidate, content=tuple(kept))


def _heading_ends(scene: Scene, span: Span) -> list[int]:
    """Where lines end in `span` that are headlines, bylines or datelines."""
    if "\n" not in scene.text[slice(*span)]:
        return []
    plain = [
        found.end() for found in _HEADING_END.finditer(scene.text, max(0, span[0] - 1), span[1])
    ]
    return sorted({*plain, *(end for _, end in scene.heads if span[0] < end < span[1])})


def _parts(scene: Scene, span: Span, ends: Sequence[int]) -> Spans:
    """`span` cut at the `ends` in it, but not inside the quotation with which it begins."""
    quotation = scene.quotation_at(span[0])
    inside = [end for end in ends if span[0] < end < span[1]]
    if quotation is not None:
        inside = [end for end in inside if end >= quotation.end]
    edges = (span[0], *inside, span[1])
    parts = (trim(scene.text, part) for part in itertools.pairwise(edges))
    return tuple(part for part in parts if part[0] < part[1])


def _with_clause_before(scene: Scene, candidate: Candidate, cut: Sequence[Span]) -> Candidate:
    """`candidate` with the clause of `cut` that a comma parts from its source and cue."""
    if not candidate.source or not candidate.cue or candidate.cue[0][0] < candidate.source[0][1]:
        return candidate
    start = candidate.source[0][0]
    before = [s for s in cut if s[1] <= start and scene.text[s[1] : start].strip() in (",", "")]
    if not before or candidate.content[0][0] < start:
        return candidate
    said = before[-1][0], before[-1][0] + len(scene.text[slice(*before[-1])].rstrip(" ,"))
    return dataclasses.replace(candidate, content=(said, *candidate.content))


def with_who_is_named_in_it(scene: Scene, candidate: Candidate) -> Candidate:
    """The candidate with a source that was taken for content, where it has none.

    "Ferry to close, says Imre Vask" and "Quill is leaving, her agent, Bo Linden, said" can be read
    in no other way: a verb of saying has a subject.
    """
    if candidate.source or len(candidate.cue) != 1:
        return candidate
    cue, first = candidate.cue[0], candidate.content[0]
    if first[0] < cue[0] and (named := _end_of_headline(scene, cue, candidate.content)):
        content = tuple(span for span in candidate.content if span != named)
        return dataclasses.replace(candidate, content=content, source=(named,))
    last = candidate.content[-1]
    if last[1] > cue[0] or scene.quotation_at(max(last[0], last[1] - 2)) is not None:
        return candidate
    source = _post_and_name(scene, scene.parse.tokens_in((last[0], cue[0])))
    if source is None or source[0] <= last[0]:
        return candidate
    said = trim(scene.text, (last[0], scene.text.rindex(",", last[0], source[0])))
    content = (*candidate.content[:-1], said)
    return dataclasses.replace(candidate, content=content, source=(source,))


def _end_of_headline(scene: Scene, cue: Span, content: Spans) -> Span | None:
    """A name or post behind a comma and the cue, at the end of a line without a full stop."""
    line = scene.line_of(cue[0])
    named = trim(scene.text, (cue[1], line[1]))
    tokens, verb = scene.parse.tokens_in(named), scene.parse.tokens_in(cue)
    if not scene.text[line[0] : cue[0]].rstrip().endswith(",") or len(tokens) > _MOST_TOKENS:
        return None
    if any(overlaps(span, named) and span != named for span in content):
        return None
    plain = bool(tokens) and all(t.pos in _NOMINAL for t in tokens) and tokens[0].pos != "ADP"
    dated = any(t.entity in ("DATE", "TIME") for t in tokens)
    told = any(t.lemma.lower() in _TELLING for t in verb)
    return named if plain and not dated and not told and tokens[-1].text != "." else None


#: Verbs whose object is who was told, never who tells.
_TELLING = frozenset("assure inform remind tell".split())
_NOMINAL = frozenset(("PROPN", "NOUN", "ADJ", "DET", "PRON", "ADP", "PART", "PUNCT"))


def _post_and_name(scene: Scene, tokens: Sequence[Token]) -> Span | None:
    """`her agent, Bo Linden` of tokens that end in `, her agent, Bo Linden ,`."""
    at = len(tokens) - 1
    if at < 0 or tokens[at].text != ",":
        return None
    last = at = at - 1
    while at >= 0 and tokens[at].entity == "PERSON" and not tokens[at].entity_starts:
        at -= 1
    if at < 1 or tokens[at].entity != "PERSON" or tokens[at - 1].text != ",":
        return None
    at = role = at - 2
    while (
        at >= 0 and tokens[at].pos in ("NOUN", "ADJ", "PROPN", "PUNCT") and tokens[at].text != ","
    ):
        at -= 1
    owned = at >= 1 and tokens[at].tag == "PRP$" and tokens[at - 1].text == ","
    if not owned or at == role or tokens[role].pos != "NOUN":
        return None
    return tokens[at].start, tokens[last].end


#: What somebody asks for who wants no name; verbs that report it, by their base forms.
_NAMELESS = frozenset(
    "anonymity anonymous anonymously identified name named nameless unnamed".split()
)
_BESIDE = frozenset(
    "a be being by complete condition for full her his in it its kept my not of on or print public "
    "publicly published quoted remain remaining report reports stay strict that the their this to "
    "used was were withheld".split()
)
_WISHING = frozenset(
    "ask beg condition decline demand insist prefer refuse request seek want wish".split()
)


def is_wish_for_no_name(scene: Scene, candidate: Candidate) -> bool:
    """True for "not to be named" and "anonymity" of whoever asks for it: it is how they speak."""
    tokens = [
        t for span in candidate.content for t in scene.parse.tokens_in(span) if t.lower.isalpha()
    ]
    words = {t.lower for t in tokens}
    if not words & _NAMELESS or not words <= _NAMELESS | _BESIDE:
        return False
    cue = [t.lemma.lower() for span in candidate.cue for t in scene.parse.tokens_in(span)]
    return any(word in _WISHING for word in cue)
