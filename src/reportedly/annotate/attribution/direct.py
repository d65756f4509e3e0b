"""Quotations that are sentences of their own, each with its cue and source.

In: a scene.  Out: one candidate for each group of pieces: `“…,” said X. “…”`, `X said: “…”`,
quotations that run over several paragraphs, and paragraphs that go on quoting whoever spoke last.
"""

import dataclasses
from collections.abc import Iterator

from reportedly.annotate.attribution import beside, clauses, evidence
from reportedly.annotate.attribution.beside import Found
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.cues import QUOTING_NOUNS, QUOTING_VERBS
from reportedly.annotate.attribution.pieces import (
    Pieces,
    ends_open,
    follows_told,
    groups,
    starts_line,
)
from reportedly.annotate.attribution.scene import Scene

#: Text between a quotation and the one before, in characters, beyond which the speaker has changed.
FLOATING_CHARS = 600


@dataclasses.dataclass(frozen=True, slots=True)
class _Spoken:
    """A group with what was found beside it."""

    pieces: Pieces
    found: Found


def find_direct(scene: Scene) -> Iterator[Candidate]:
    """Candidates for the quotations of the text, in order."""
    last: _Spoken | None = None
    for pieces in groups(scene, lambda q, limit: beside.find_after(scene, q, limit) is not None):
        if last is not None and _runs_on(scene, last, pieces):
            last = _Spoken((*last.pieces, *pieces), last.found)
            continue
        if last is not None:
            yield _candidate(scene, last)
        found = _find(scene, pieces) or _find_floating(scene, pieces, last)
        last = _Spoken(pieces, found) if found is not None else None
    if last is not None:
        yield _candidate(scene, last)


def _runs_on(scene: Scene, last: _Spoken, pieces: Pieces) -> bool:
    """True for the next paragraph of a quotation whose closing mark has not come yet."""
    end = last.pieces[-1]
    if end.closed or not starts_line(scene, pieces[0]):
        return False
    return not scene.text[end.end : pieces[0].start].strip()


def _find(scene: Scene, pieces: Pieces) -> Found | None:
    """The cue before the first piece, or after one of them."""
    after = None
    for at, quotation in enumerate(pieces):
        following = pieces[at + 1].start if at + 1 < len(pieces) else None
        limit = following or scene.line_of(quotation.start)[1]
        after = beside.find_after(scene, quotation, limit)
        if after is not None:
            break
    before = beside.find_before(scene, pieces[0])
    if before is not None and (
        after is None or not ends_open(scene, pieces[0]) or _is_surer(before, after)
    ):
        return before
    return after or beside.find_in_sentence_before(scene, pieces[0])


def _is_surer(before: Found, after: Found) -> bool:
    """True for `he said, “…,” and left`: only the word before the quotation reports."""
    known = QUOTING_VERBS - _ALSO_ELSE
    return before.cue.lemma.lower() in known and after.cue.lemma.lower() not in known


#: Verbs beside a quotation that more often do something else.
_ALSO_ELSE = frozenset(("be", "go", "put", "read", "call"))


def _find_floating(scene: Scene, pieces: Pieces, last: _Spoken | None) -> Found | None:
    """A paragraph in quotation marks after somebody has spoken: still them, most likely."""
    if last is None or not starts_line(scene, pieces[0]):
        return None
    if pieces[0].start - last.pieces[-1].end > FLOATING_CHARS:
        return None
    return dataclasses.replace(last.found, pattern="floating")


def _candidate(scene: Scene, spoken: _Spoken) -> Candidate:
    found = spoken.found
    content = tuple(piece.span for piece in spoken.pieces)
    lemma = found.cue.lemma.lower()
    first = next((t.text for t in scene.tokens_between(*found.region)), "")
    floating = found.pattern == "floating"
    near = evidence.of_distance(scene, found.cue, content[:1])
    return Candidate(
        content=content,
        cue=() if floating else (clauses.cue_of(scene.parse, found.cue),),
        source=found.source_spans,
        mode="direct",
        pattern="direct",
        evidence=(
            f"quoted={found.pattern}",
            f"quoted+lemma={lemma}",
            f"known verb={lemma in QUOTING_VERBS}",
            f"pieces={min(len(spoken.pieces), 3)}",
            f"noun={lemma in QUOTING_NOUNS}",
            f"next={first if first in (',', ':') else ''}",
            *(("quoted told",) if follows_told(scene, spoken.pieces[0]) else ()),
            *(("paragraphs",) if spoken.pieces[0].line != spoken.pieces[-1].line else ()),
            f"closed={spoken.pieces[-1].closed}",
            f"begins small={scene.text[spoken.pieces[0].inner[0]].islower()}",
            f"begins small+{found.pattern}={scene.text[spoken.pieces[0].inner[0]].islower()}",
            *(f"quoted {name}" for name in near),
            *(f"quoted {name}" for name in evidence.of_source(scene.parse, found.source)),
            *(f"quoted {name}" for name in evidence.of_content(scene, content)),
        ),
        words=_words(scene, found),
    )


def _words(scene: Scene, found: Found) -> str:
    who = "" if found.source is None else scene.text[found.source.start : found.source.end]
    if found.pattern == "floating":
        return f"a paragraph in quotation marks after one by “{who}”"
    return f"quotation marks beside “{found.cue.text}”" + (f" and “{who}”" if who else "")
