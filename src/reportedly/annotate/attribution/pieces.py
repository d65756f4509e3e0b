"""Which quotations are pieces of one: `“We lost,” she said. “We will be back.”`

In: the quotations of a scene.  Out: groups of them.  Words quoted inside a sentence of the
writer (titles, nicknames, scare quotes) belong to no group.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence

from reportedly.annotate.attribution.cues import QUOTING_VERBS
from reportedly.annotate.attribution.quotations import Quotation
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Token

#: What can stand before a quotation that is no part of the writer's own sentence.
_LEADS = ".!?:,”\"'»…—–―-)"
#: "told" and whom: a title or an article and a name of two words.
_TOLD_TOKENS = 5
SENTENCE_ENDS = frozenset((".", "!", "?", ";"))

Pieces = tuple[Quotation, ...]


def groups(scene: Scene, has_cue_after: Callable[[Quotation, int], bool]) -> Iterator[Pieces]:
    """The groups of the text in order; a group never runs over the end of a line here.

    `has_cue_after(quotation, limit)` tells whether a cue follows a quotation before `limit`.
    """
    for _, line in itertools.groupby(scene.quotations, key=lambda q: q.line):
        group: list[Quotation] = []
        for quotation in line:
            if not stands_alone(scene, quotation):
                continue
            if group and not _continues(scene, group, quotation, has_cue_after):
                yield tuple(group)
                group = []
            group.append(quotation)
        if group:
            yield tuple(group)


def starts_line(scene: Scene, quotation: Quotation) -> bool:
    """True when nothing stands before the quotation in its line."""
    return not scene.text[scene.line_start_near(quotation.start) : quotation.start].strip()


def stands_alone(scene: Scene, quotation: Quotation) -> bool:
    """False for words quoted inside a sentence of the writer: `called it "a mess" again`."""
    start = scene.line_start_near(quotation.start)
    lead = scene.text[start : quotation.start].rstrip()
    if not lead or lead[-1] in _LEADS:
        return True
    tokens = scene.tokens_between(start, quotation.start)[-_TOLD_TOKENS:]
    says = bool(tokens) and (tokens[-1].lemma in QUOTING_VERBS or _is_told(tokens))
    return says and scene.text[quotation.inner[0]].isupper()


def follows_told(scene: Scene, quotation: Quotation) -> bool:
    """True for a quotation right after "told the paper", without a comma."""
    start = scene.line_start_near(quotation.start)
    return _is_told(scene.tokens_between(start, quotation.start)[-_TOLD_TOKENS:])


def _is_told(tokens: Sequence[Token]) -> bool:
    told = [at for at, token in enumerate(tokens) if token.lower in ("told", "tells")]
    after = tokens[told[-1] + 1 :] if told else ()
    return bool(after) and all(token.pos in ("PROPN", "NOUN", "DET", "PRON") for token in after)


def _continues(
    scene: Scene,
    group: list[Quotation],
    quotation: Quotation,
    has_cue_after: Callable[[Quotation, int], bool],
) -> bool:
    """True when between the last piece and this one stands one cue, or nothing."""
    if _touch(scene, group[-1], quotation):
        return True
    words = scene.tokens_between(group[-1].end, quotation.start)
    if is_another_telling(words):
        return False
    stops = [at for at, token in enumerate(words) if token.text in SENTENCE_ENDS]
    if stops and stops[0] != len(words) - 1:
        return False
    if stops and _has_own_cue(scene, quotation, has_cue_after):
        return False
    first = all(_touch(scene, a, b) for a, b in itertools.pairwise(group))
    return first and has_cue_after(group[-1], quotation.start)


def is_another_telling(words: Sequence[Token]) -> bool:
    """True for "Another said:" between two quotations: the second is not the first one's."""
    if not words or words[0].lower not in _ANOTHER or words[-1].text not in (":", ","):
        return False
    return any(t.pos == "VERB" and t.lemma.lower() in QUOTING_VERBS for t in words)


#: Who is not the one before: "another said", "a third added", "others wrote".
_ANOTHER = frozenset("a an another others someone somebody".split())


def _has_own_cue(
    scene: Scene, quotation: Quotation, has_cue_after: Callable[[Quotation, int], bool]
) -> bool:
    """True for a new sentence that goes on after its quotation: `“…,” she told reporters.`"""
    if not ends_open(scene, quotation):
        return False
    following = scene.next_quotation(quotation.end)
    limit = scene.line_of(quotation.start)[1]
    return has_cue_after(quotation, min(limit, following.start if following else limit))


def ends_open(scene: Scene, quotation: Quotation) -> bool:
    """True when the sentence goes on after the quotation: it ends with a comma or the like."""
    inner = scene.text[quotation.inner[0] : quotation.inner[1]].rstrip()
    following = scene.text[quotation.end : quotation.end + 1]
    return inner.endswith((",", "-", "–", "—", "―")) or following == ","


def _touch(scene: Scene, left: Quotation, right: Quotation) -> bool:
    return not any(char.isalnum() for char in scene.text[left.end : right.start])
