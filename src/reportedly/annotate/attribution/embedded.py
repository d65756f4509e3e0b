"""Posts of social networks that stand in an article: the words, then a dash, name and handle.

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
                words=f"signed with a name and '{match.group('handle')}'",
            )


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
