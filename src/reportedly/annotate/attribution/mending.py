"""The tagger's spans mended: whole quotations, no quotation in a source, no content of one "that".

In: a scene and the tagger's candidates.  Out: those that say something, their spans mended.
"""

import bisect
import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.annotate.attribution.alike import Places
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.cues import QUOTING_VERBS
from reportedly.annotate.attribution.embedded import signed_quotations
from reportedly.annotate.attribution.pieces import is_another_telling
from reportedly.annotate.attribution.quotations import Quotation
from reportedly.annotate.attribution.quoted import (
    is_whom_somebody_cites,
    with_what_is_reported,
    with_who_is_quoted_as,
)
from reportedly.annotate.attribution.sayings import (
    is_colon,
    without_clauses_before,
    without_lines_before,
    without_saying_before,
    without_signed,
)
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.strays import with_who_is_named_in_it, without_headlines
from reportedly.annotate.attribution.tagging import Tagged, mode_of
from reportedly.offsets import Span, Spans, hull, overlaps, trim

#: Words that only lead to what is said.
_EMPTY = frozenset(("that", "it", "as", "so", "whether", "if", "what", "why", "how", "who"))
_CLAUSE = re.compile(r",\s(?:who|which|whose|whom|and|but)\b")
_EDGES = " \t\n\u00a0,;:.-–—―"


def mended(scene: Scene, tagged: Iterable[Tagged], ruled: Sequence[Candidate]) -> Iterator[Tagged]:
    """The tagger's candidates with better spans; those without a content left out.

    Args:
        scene: the text.
        tagged: what the tagger found in it.
        ruled: what the rules found; its lists and interviews tell where a saying begins.
    """
    signed = tuple(quotation for quotation, _ in signed_quotations(scene))
    signed += tuple(c.content[0] for c in ruled if c.pattern == "listed" and not c.cue)
    listed = [c for c in ruled if c.cue and c.pattern in ("listed", "interview")]
    places = Places(c.content for c in listed)
    direct = sorted((c for c in ruled if c.pattern == "direct"), key=lambda c: c.content)
    items = tuple(tagged)
    apart = without_headlines(scene, [item.candidate for item in items])
    for item, candidate in zip(items, apart, strict=True):
        words = [t.lower for span in candidate.content for t in scene.parse.tokens_in(span)]
        if (len(words) == 1 and words[0] in _EMPTY) or _is_topic(scene, candidate):
            continue
        candidate = with_who_is_named_in_it(scene, candidate)
        candidate = _without_list_sign(scene, candidate)
        candidate = with_what_is_reported(scene, with_who_is_quoted_as(scene, candidate))
        if is_whom_somebody_cites(scene, candidate):
            continue
        candidate = _with_who_is_quoted(scene, _with_source_after(scene, candidate))
        candidate = _to_line_end(scene, without_saying_before(scene, candidate))
        candidate = without_lines_before(scene, without_signed(scene, candidate, signed))
        candidate = _without_topic(scene, without_clauses_before(scene, candidate))
        first = _without_what_others_said(scene, candidate)
        if first != candidate.content:
            yield from _ruled(item, direct, (first[-1][1], candidate.content[-1][1]))
            candidate = dataclasses.replace(candidate, content=first)
        own = _without_introduced(scene, candidate)
        if own != candidate.content:
            yield from _ruled(item, direct, (candidate.content[0][0], own[0][0]))
            candidate = dataclasses.replace(candidate, content=own)
        if candidate.content != item.candidate.content:
            candidate = dataclasses.replace(candidate, mode=mode_of(scene, candidate.content))
        touched = [listed[at] for at in places.touching(candidate.content)]
        candidate = _without_listed(scene, candidate, touched)
        source = tuple(
            _without_verb(scene, _without_quotation(scene, span)) for span in candidate.source
        )
        content = tuple(_to_quotation_end(scene, span) for span in candidate.content)
        if content != candidate.content:
            yield from _said_anew(item, candidate.content, content, direct)
            if _has_lost_its_cue(candidate, content):
                continue  # the rules read what stands beside each quotation
            candidate = dataclasses.replace(candidate, mode=mode_of(scene, content))
        better = dataclasses.replace(
            candidate,
            content=tuple(_with_marks(scene, span) for span in content),
            source=tuple(span for span in source if span[0] < span[1]),
        )
        yield dataclasses.replace(item, candidate=better)


def _without_list_sign(scene: Scene, candidate: Candidate) -> Candidate:
    """`- Ada Quill, to the Courier: "…"`: the colon reports, and the item ends with its line."""
    start, end = candidate.cue[0] if candidate.cue else (0, 0)
    line = scene.line_of(start)
    if scene.text[line[0] : end].strip() not in _LIST_SIGNS or len(candidate.source) != 1:
        return candidate
    said = tuple(span for span in candidate.content if start < span[0] < line[1])
    colon = scene.text.rfind(":", candidate.source[0][1], said[0][0]) if said else -1
    if colon < 0 or scene.text[colon + 1 : said[0][0]].strip():
        return candidate
    words = candidate.words.replace(f"“{scene.text[start:end]}”", "“:”", 1)
    return dataclasses.replace(candidate, cue=((colon, colon + 1),), content=said, words=words)


_LIST_SIGNS = ("-", "*", "•", "·", "–", "+")


def _is_topic(scene: Scene, candidate: Candidate) -> bool:
    """`What they said about the mill:` names what the lines below are about, no words of theirs."""
    if not candidate.cue or not scene.text[slice(*candidate.cue[-1])].lower().endswith("about"):
        return False
    start, end = scene.line_of(candidate.cue[0][0])
    asks = scene.text[start:end].lower().startswith("what ")
    said = (t for span in candidate.content for t in scene.parse.tokens_in(span))
    return asks and not any(token.pos in ("VERB", "AUX") for token in said)


def _without_topic(scene: Scene, candidate: Candidate) -> Candidate:
    """`“She has a chance,” he said of the calf.`: the words in marks are said, not the calf."""
    if not candidate.cue or not scene.text[slice(*candidate.cue[-1])].lower().endswith(" of"):
        return candidate
    said = tuple(span for span in candidate.content if scene.quotation_at(span[0]) is not None)
    return dataclasses.replace(candidate, content=said or candidate.content)


def _to_line_end(scene: Scene, candidate: Candidate) -> Candidate:
    """What a colon leads to without quotation marks: a headline ends with its line."""
    if not is_colon(scene, candidate) or scene.has_quotation_in(candidate.content):
        return candidate
    colon = candidate.cue[0][1]
    line = scene.line_of(candidate.cue[0][0])[1]
    after = [start for start, _ in candidate.content if start >= colon]
    if not after or after[0] >= line:
        return candidate
    cut = (trim(scene.text, (a, min(b, line))) for a, b in candidate.content if a < line)
    return dataclasses.replace(candidate, content=tuple(cut))


def _without_introduced(scene: Scene, candidate: Candidate) -> Spans:
    """Of "The letter is short: “Stand still.”", and a new paragraph that tells of somebody and then
    "“I did,” Quill writes", what she writes: the letter has its own words before its colon."""
    content = candidate.content
    first = candidate.cue[0][0] if candidate.cue else 0
    for at in range(len(content) - 1, 0, -1):
        before, after = content[at - 1], content[at]
        between = scene.text[before[1] : after[0]]
        line, lead = between.rfind("\n"), scene.text[: before[0]].rstrip(" “\"‘'")
        told = _SENTENCE.search(between, line + 1) is not None if line >= 0 else False
        if told and lead.endswith(":") and before[1] <= first:
            return content[at:]
    return content


def _without_what_others_said(scene: Scene, candidate: Candidate) -> Spans:
    """Of "One fan wrote: “Lovely.” Another said: “A queen.”" what the first of them wrote."""
    content = candidate.content
    if not candidate.cue or candidate.cue[-1][1] > content[0][0]:
        return content
    for at in range(1, len(content)):
        if is_another_telling(scene.tokens_between(content[at - 1][1], content[at][0])):
            return content[:at]
    return content


#: A sentence that ends before the quotation.
_SENTENCE = re.compile(r"[A-Za-z][^\n]*[.!?][\"”’)]*\s")


def _to_quotation_end(scene: Scene, span: Span) -> Span:
    """A closed quotation at the end of its paragraph goes on in the next one only in marks."""
    quotation = scene.quotation_at(span[0])
    if quotation is None or not quotation.closed or span[1] <= quotation.end:
        return span
    if _is_told_between(scene, quotation, span):
        return span[0], quotation.end
    line = scene.line_of(quotation.start)[1]
    rest = scene.text[quotation.end : line]
    following = scene.next_quotation(line)
    marked = following is not None and not scene.text[line : following.start].strip()
    ends = line < span[1] and not any(char.isalnum() for char in rest)
    return (span[0], quotation.end) if ends and not marked else span


def _said_anew(
    item: Tagged, before: Spans, after: Spans, direct: Sequence[Candidate]
) -> Iterator[Tagged]:
    """What the rules read in the words cut off, which the tagger, too, took for somebody's."""
    cut = [(a[1], b[1]) for b, a in zip(before, after, strict=True) if a[1] < b[1]]
    for span in cut:
        yield from _ruled(item, direct, span)


def _ruled(item: Tagged, direct: Sequence[Candidate], within: Span) -> Iterator[Tagged]:
    """What the rules read in some words, with the tagger's opinion of them."""
    low = bisect.bisect_left(direct, within[0], key=lambda rule: rule.content[0][0])
    high = bisect.bisect_left(direct, within[1], key=lambda rule: rule.content[0][0])
    for rule in direct[low:high]:
        if rule.content[-1][1] <= within[1]:
            said = dataclasses.replace(rule, pattern=item.candidate.pattern, evidence=())
            yield dataclasses.replace(item, candidate=said)


def _has_lost_its_cue(candidate: Candidate, content: Spans) -> bool:
    """True where the cue stood in what was cut off: it reports what stands there."""
    cut = zip(candidate.content, content, strict=True)
    return any(after[1] <= cue[0] < before[1] for before, after in cut for cue in candidate.cue)


def _is_told_between(scene: Scene, first: Quotation, span: Span) -> bool:
    """True for `“Not once.” He laughed, and then he said, “Never.”`: told of, and said anew."""
    whole = scene.text[slice(*first.inner)].rstrip()[-1:] in (".", "!", "?")
    second = scene.next_quotation(first.end)
    if not whole or span[0] != first.start or second is None or second.end > span[1]:
        return False
    between = scene.tokens_between(first.end, second.start)
    return any(token.lemma.lower() in QUOTING_VERBS for token in between)


def _without_listed(scene: Scene, candidate: Candidate, listed: Sequence[Candidate]) -> Candidate:
    """Without the sayings below it in a list or an interview, each of which has a name of its own.

    Of such a saying the name ends where the list's form says, before place, day and hearer.
    `listed` are the sayings that share words with the candidate.
    """
    if not candidate.cue:
        return candidate
    line = scene.line_of(candidate.cue[0][0])
    own = tuple(
        span
        for span in candidate.content
        if overlaps(span, line) or not any(overlaps(span, c.content[0]) for c in listed)
    )
    for saying in listed:
        (said,), (colon,) = saying.content, saying.cue
        if len(own) == 1 and line[0] <= said[0] < line[1] and candidate.cue[0][0] <= colon[0]:
            return dataclasses.replace(
                candidate,
                content=saying.content,
                cue=saying.cue,
                source=saying.source,
                mode=saying.mode,
            )
    return dataclasses.replace(candidate, content=own or candidate.content)


def _with_who_is_quoted(scene: Scene, candidate: Candidate) -> Candidate:
    """Ada Quill in `Ada Quill, quoted by the Courier: "…"`: she speaks, the paper passes it on."""
    cue = scene.text[slice(*candidate.cue[0])].lower() if candidate.cue else ""
    if not cue.startswith("quoted") or len(candidate.content) < _QUOTATION_AND_SOURCE:
        return candidate
    name, said = candidate.content[0], candidate.content[1:]
    tokens = scene.parse.tokens_in(name)
    named = bool(tokens) and all(t.pos == "PROPN" or t.text == "," for t in tokens)
    if name[1] > candidate.cue[0][0] or not named or scene.has_quotation_in((name,)):
        return candidate
    name = name[0], max(t.end for t in tokens if t.pos == "PROPN")
    return dataclasses.replace(candidate, source=(name,), content=said, mode="direct")


def _with_source_after(scene: Scene, candidate: Candidate) -> Candidate:
    """In `“Home at last”, reads the caption` the caption is the source, no second content.

    What was taken for the source stands after it, if anywhere: `the caption under the photo`.
    """
    if len(candidate.content) != _QUOTATION_AND_SOURCE or not candidate.cue:
        return candidate
    said, source = candidate.content
    if any(start < source[1] for start, _ in candidate.source):
        return candidate
    source = hull((source, *candidate.source))
    quotation = scene.quotation_at(said[0])
    apart = scene.quotation_at(source[0]) is None and not scene.has_quotation_in((source,))
    follows = not scene.text[candidate.cue[-1][1] : source[0]].strip()
    if quotation is None or not apart or not follows or candidate.cue[0][0] < said[1]:
        return candidate
    return dataclasses.replace(candidate, content=(said,), source=(source,), mode="direct")


#: Spans of a content that may be a quotation and a source taken for content.
_QUOTATION_AND_SOURCE = 2


def _without_quotation(scene: Scene, span: Span) -> Span:
    """A source ends where a quotation begins: `said Ada Quill , "and left"`."""
    quotation = scene.next_quotation(span[0] + 1)
    if quotation is None or quotation.start >= span[1] or quotation.end < span[1]:
        return span
    clause = _CLAUSE.search(scene.text, span[0], quotation.start)
    start, end = trim(scene.text, (span[0], clause.start() if clause else quotation.start))
    while end > start and scene.text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _without_verb(scene: Scene, span: Span) -> Span:
    """ "She" of "she rang Quill", to ask something: whoever is rung does not ask."""
    tokens = scene.parse.tokens_in(span)
    subject = len(tokens) > 1 and tokens[0].lower in _SUBJECTS and tokens[1].pos == "VERB"
    return tokens[0].span if subject else span


_SUBJECTS = frozenset(("i", "he", "she", "we", "they"))


def _with_marks(scene: Scene, span: Span) -> Span:
    """`span` with the marks around it when it holds all the words of a quotation."""
    quotation = scene.quotation_at(span[0])
    if quotation is None or not quotation.closed or span[1] > quotation.end:
        return span
    left = scene.text[quotation.inner[0] : max(quotation.inner[0], span[0])]
    right = scene.text[span[1] : quotation.inner[1]]
    return span if any(char.isalnum() for char in left + right) else quotation.span
