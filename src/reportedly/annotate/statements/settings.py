"""The setting that one sentence states and others leave out: same speaker, same occasion.

In: the answers for an article's tellings, in the order of the text, and the scenes that it sets.
Out: for each telling the channel and relays of another by the same speaker on the same occasion.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.statements.addressees import Addressee
from reportedly.annotate.statements.hops import Hop
from reportedly.model import Channel

#: Characters between two quotations of one speaker within which an article tells of one occasion.
SAME_OCCASION_CHARS = 700
#: What is said once and then quoted in pieces; a song or a talk among friends is named each time.
_LASTING = frozenset(
    ("interview", "broadcast", "post", "speech", "press_release", "message", "document")
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a telling stands, who speaks in it and what its own sentence says of the occasion."""

    start: int
    end: int
    cluster: int | None
    quoted: bool
    dated_anew: bool
    channel: Channel | None
    relays: tuple[Hop, ...]
    habitual: bool = False
    """said on more than one occasion, of which the channel is one"""
    addressee: Addressee | None = None
    """whom a scene has the speaker talk to; a telling's own is its own"""

    @property
    def states_occasion(self) -> bool:
        """True when its own sentence names channel or relay of something that lasts."""
        return self.channel in _LASTING or (self.channel is None and bool(self.relays))


def find_settings(
    settings: Sequence[Setting], scenes: Sequence[Setting] = ()
) -> list[Setting | None]:
    """For each telling the one whose channel and relays it shares, if any.

    Args:
        settings: of the tellings, in any order.
        scenes: of the sentences that only set the scene ("On Late Light X sat down with Y").
    """
    on_air = [_programme_of(mine, scenes) for mine in settings]
    settings = [
        replace(mine, relays=scene.relays) if scene is not None else mine
        for mine, scene in zip(settings, on_air, strict=True)
    ]
    following = _following(settings, scenes)
    only = _only_occasions([*settings, *scenes])
    found: list[Setting | None] = []
    for mine, scene, before in zip(settings, on_air, following, strict=True):
        shared = scene or before
        silent = mine.channel is None and not mine.relays
        if shared is None and silent and mine.cluster is not None:
            shared = _retold(mine, only.get(mine.cluster))
        found.append(shared)
    return found


def _programme_of(mine: Setting, scenes: Sequence[Setting]) -> Setting | None:
    """The scene last set, where a telling knows of the air but not of the programme."""
    if mine.channel != "broadcast" or mine.relays:
        return None
    stated = [s for s in scenes if s.cluster == mine.cluster and s.relays and s.start <= mine.start]
    stated = [s for s in stated if s.channel == mine.channel and _is_near(s, mine)]
    return max(stated, key=lambda s: (s.start, s.end), default=None)


def _is_near(scene: Setting, mine: Setting) -> bool:
    """In the same sentence, or told of just before."""
    return mine.start < scene.end or mine.start - scene.end <= SAME_OCCASION_CHARS


def _following(settings: Sequence[Setting], scenes: Sequence[Setting]) -> list[Setting | None]:
    """The setting of an earlier telling or scene with the same speaker that stands close before."""
    both = [*settings, *scenes]
    order = sorted(range(len(both)), key=lambda at: (both[at].start, -at))
    last: dict[int, tuple[int, Setting]] = {}
    found: list[Setting | None] = [None] * len(both)
    for at in order:
        mine = both[at]
        if mine.cluster is None:
            continue
        if mine.channel is not None or mine.relays:
            if (mine.channel is None or mine.channel in _LASTING) and not mine.habitual:
                last[mine.cluster] = mine.end, mine
            continue
        end, stated = last.get(mine.cluster, (-SAME_OCCASION_CHARS, None))
        if stated is None:
            continue
        within = stated.start <= mine.start < stated.end
        if mine.dated_anew and not within:
            continue
        heard = mine.quoted or within or stated.addressee is not None
        if heard and mine.start - end <= SAME_OCCASION_CHARS:
            found[at] = stated
            last[mine.cluster] = mine.end, stated
    return found[: len(settings)]


def _only_occasions(settings: Sequence[Setting]) -> dict[int, Setting]:
    """Speaker → the first telling that states the occasion, where all state the same channel."""
    stated: dict[int, list[Setting]] = {}
    for mine in settings:
        if mine.cluster is not None and (mine.channel is not None or mine.relays):
            stated.setdefault(mine.cluster, []).append(mine)
    return {
        cluster: min(found, key=lambda s: (s.start, s.end))
        for cluster, found in stated.items()
        if len({s.channel for s in found}) == 1 and _is_one(found)
    }


def _is_one(found: Sequence[Setting]) -> bool:
    """True for an occasion that others can be silent on; what one writes is named each time."""
    habitual = any(mine.habitual for mine in found)
    return found[0].states_occasion and found[0].channel != "document" and not habitual


#: Headline and lead stand within so many characters.
HEAD_CHARS = 800
#: "Quill called it a win.  “…,” she said in a statement": told ahead by so much at most.
AHEAD_CHARS = 250
#: Later than this after the occasion was stated an article may have gone on to another one.
LATER_CHARS = 1_500


def _retold(mine: Setting, occasion: Setting | None) -> Setting | None:
    """The occasion for a headline or lead that tells beforehand what was said on it, and later."""
    if occasion is None:
        return None
    ahead = occasion.start - mine.end
    if ahead >= 0 and mine.start < HEAD_CHARS:
        return occasion
    if 0 <= ahead < AHEAD_CHARS:
        return occasion if occasion.channel == "broadcast" else replace(occasion, relays=())
    if mine.dated_anew or not 0 <= mine.start - occasion.end < LATER_CHARS:
        return None
    if occasion.channel == "post" and not mine.quoted:
        return (
            None  # a post is over with its words: "She said the tour would go on" stands by itself
        )
    # A programme is one occasion; that the same paper is quoted still would be a guess.
    return occasion if occasion.channel == "broadcast" else replace(occasion, relays=())
