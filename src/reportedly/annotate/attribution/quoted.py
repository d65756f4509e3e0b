"""Who is quoted by somebody: `“…,” the Courier quoted Ada Quill as saying`.

Likewise `“…,” Ada Quill was quoted as saying by the Courier`: she speaks, the paper passes it on.

In: a scene and a candidate whose content is a quotation.  Out: the candidate with her as source.
"""

import dataclasses
import re

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.cues import QUOTING_VERBS
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.parse.model import Token
from reportedly.offsets import Spans, trim

_SAYING = r"as (?:saying|having said|telling)\b"
#: "Ada Quill was quoted (by the Courier) as saying".
_PASSIVE = re.compile(
    r" (?P<cue>(?:is|was|were|are|has been|have been|had been)"
    rf" (?:\w+ly )?quoted\b(?: {_SAYING})?)"
)
#: "The Courier quoted Ada Quill as saying".
_ACTIVE = re.compile(rf"(?P<who>\S.{{1,80}}?) (?P<as>{_SAYING})")


def with_who_is_quoted_as(scene: Scene, candidate: Candidate) -> Candidate:
    """The candidate with whoever is quoted as its source."""
    if not candidate.cue or len(candidate.source) > 1 or not candidate.content:
        return candidate
    cue = scene.text[slice(*candidate.cue[0])].lower()
    if "quote" not in cue or scene.quotation_at(candidate.content[0][0]) is None:
        return candidate
    return _of_passive(scene, candidate) or _of_active(scene, candidate) or candidate


def _of_passive(scene: Scene, candidate: Candidate) -> Candidate | None:
    start, end = (candidate.source or candidate.cue)[0]
    said, rest = _parted(scene, candidate)
    if len(rest) == 1 and rest[0][1] <= candidate.cue[0][0]:
        start, end = rest[0][0], candidate.cue[0][0]  # the one quoted was taken for content
    found = _PASSIVE.search(scene.text, start, max(end, candidate.cue[-1][1]))
    if found is None or found.start() <= start:
        return None
    who = trim(scene.text, (start, found.start()))
    return dataclasses.replace(
        candidate, source=(who,), cue=(found.span("cue"),), content=said, mode="direct"
    )


def _of_active(scene: Scene, candidate: Candidate) -> Candidate | None:
    said, rest = _parted(scene, candidate)
    if len(rest) != 1 or rest[0][0] < candidate.cue[-1][1]:
        return None
    found = _ACTIVE.match(scene.text, *rest[0])
    if found is None or found.end() != rest[0][1]:
        return None
    cue = (*candidate.cue, found.span("as"))
    return dataclasses.replace(
        candidate, source=(found.span("who"),), cue=cue, content=said, mode="direct"
    )


def with_what_is_reported(scene: Scene, candidate: Candidate) -> Candidate:
    """`The Courier reported, quoting a clerk, that …`: what it reported, without who is quoted."""
    verbs = [t for span in candidate.cue for t in scene.parse.tokens_in(span) if t.pos == "VERB"]
    if len(verbs) != 1 or verbs[0].tag != "VBG" or verbs[0].lemma.lower() not in ("cite", "quote"):
        return candidate
    reported = scene.parse.tokens[verbs[0].head]
    start, end = candidate.content[0]
    cited = _CITED.match(scene.text, start, end)
    reports = reported.pos == "VERB" and reported.lemma.lower() in QUOTING_VERBS
    if cited is None or not reports or reported.i > verbs[0].i or start < verbs[0].end:
        return candidate
    content = ((cited.end(), end), *candidate.content[1:])
    return dataclasses.replace(candidate, cue=(reported.span,), content=content)


#: "A clerk, " before what the clerk is cited for.
_CITED = re.compile(r"[^,“”\"\n]{3,80}, (?=that\b|[“\"])")


def _parted(scene: Scene, candidate: Candidate) -> tuple[Spans, Spans]:
    """The spans of the content in quotation marks, and the others."""
    quoted, rest = [], []
    for start, end in candidate.content:
        quotation = scene.quotation_at(start)
        if quotation is None:
            rest.append((start, end))
        else:
            quoted.append((start, min(end, quotation.end)))
            rest += [trim(scene.text, (quotation.end, end))] if end > quotation.end else []
    return tuple(quoted), tuple(rest)


def is_whom_somebody_cites(scene: Scene, candidate: Candidate) -> bool:
    """`The Courier, citing two clerks, reported …`: who is cited is nothing that is said."""
    verbs = [t for span in candidate.cue for t in scene.parse.tokens_in(span) if t.pos == "VERB"]
    if not verbs or verbs[0].lemma.lower() not in ("cite", "quote"):
        return False
    said = [t for span in candidate.content for t in scene.parse.tokens_in(span)]
    told = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in said)
    if told or scene.has_quotation_in(candidate.content):
        return False
    inside = {t.i for t in said}
    heads = [t for t in said if t.head not in inside and t.pos in ("NOUN", "PROPN")]
    named = {t.head for t in said if t.dep == "compound" and t.entity in ("PERSON", "ORG")}
    return bool(heads) and all(t.i in named or _is_somebody(t) for t in heads)


def _is_somebody(head: Token) -> bool:
    person = noun_kind(head.lemma) == "person" or head.lemma == "people"
    return person or head.entity in ("PERSON", "ORG")
