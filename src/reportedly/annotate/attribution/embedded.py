"""Posts and pull quotes in an article: the words, then a dash and a name, of posts a handle too.

In: a scene and the regions that reading marked as posts.  Out: candidates without a cue.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.offsets import Span, trim

#: `… — Ann Lee (@annlee) May 3, 2017`, on the post's line or on the next.
_SIGNED = re.compile(
    r"[—–―-]{1,2}[ \u00a0]*(?P<name>[^\n()—–]{2,60}?)[ \u00a0]*\((?P<handle>@\w{1,30})\)"
)


def find_posts(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all signed posts, in order."""
    for match in _SIGNED.finditer(scene.text):
        content = _words_before(scene, match.start())
        if content[0] < content[1]:
            yield Candidate(
                content=(content,),
                cue=(),
                source=(match.span("name"), match.span("handle")),
                mode="direct",
                pattern="post",
                evidence=("post",),
                words=f"signed with a name and “{match.group('handle')}”",
            )


#: `— Ann Lee, to the last` on a line of its own, as under the quotations that a page sets apart.
_NAMED_BELOW = re.compile(
    r"^[ \t\u00a0>]*[—–―-]{1,2}[ \t\u00a0]*(?P<name>[A-Z][^\n,:;()@—–]{1,60}?)[ \t\u00a0]*"
    r"(?:,[^\n]{1,80})?$",
    re.MULTILINE,
)


def signed_quotations(scene: Scene) -> Iterator[tuple[Span, Span]]:
    """(quotation, name) of all quotations under which a person's name stands, in order."""
    for match in _NAMED_BELOW.finditer(scene.text):
        quotation = scene.quotation_at(_last_before(scene.text, match.start()))
        tokens = scene.parse.tokens_in(match.span("name"))
        named = bool(tokens) and all(token.entity == "PERSON" for token in tokens)
        if quotation is None or not quotation.closed or not named:
            continue
        line = scene.line_of(quotation.start)[0]
        if not scene.text[line : quotation.start].strip(" \t\u00a0>*_"):
            yield quotation.span, match.span("name")


def find_signed_quotations(scene: Scene) -> Iterator[Candidate]:
    """Candidates of all quotations with a person's name below them, in order."""
    for quotation, name in signed_quotations(scene):
        yield Candidate(
            content=(quotation,),
            cue=(),
            source=(name,),
            mode="direct",
            pattern="signed",
            evidence=("post",),
            words=f"the name “{scene.text[slice(*name)]}” below the quotation",
        )


def _last_before(text: str, at: int) -> int:
    """Offset of the last character before `at` that is no space and no mark of a quoted line."""
    while at > 0 and (text[at - 1].isspace() or text[at - 1] == ">"):
        at -= 1
    return max(0, at - 1)


def _words_before(scene: Scene, at: int) -> Span:
    """The rest of the signature's line, or the line before when the signature stands alone."""
    region = next((r for r in scene.posts if r[0] <= at <= r[1]), None)
    if region is not None:
        return trim(scene.text, (region[0], at))
    span = trim(scene.text, (scene.line_of(at)[0], at))
    if span[0] < span[1]:
        return span
    before = at
    while before > 0 and scene.text[before - 1].isspace():
        before -= 1
    return trim(scene.text, (scene.line_of(before - 1)[0] if before else 0, before))
