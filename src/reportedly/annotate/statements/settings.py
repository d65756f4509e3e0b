"""The setting that one sentence states and the next ones leave out: same speaker, same occasion.

In: the answers for an article's tellings, in the order of the text.  Out: for each the channel and
relays of an earlier telling by the same speaker that stands close enough to be one occasion.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.statements.chains import Hop
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


def find_settings(settings: Sequence[Setting]) -> list[Setting | None]:
    """For each telling the earlier one whose channel and relays it shares, if any."""
    order = sorted(range(len(settings)), key=lambda at: (settings[at].start, at))
    last: dict[int, tuple[int, Setting]] = {}
    found: list[Setting | None] = [None] * len(settings)
    for at in order:
        mine = settings[at]
        if mine.cluster is None:
            continue
        if mine.channel is not None or mine.relays:
            if mine.channel is None or mine.channel in _LASTING:
                last[mine.cluster] = mine.end, mine
            continue
        end, stated = last.get(mine.cluster, (-SAME_OCCASION_CHARS, None))
        if stated is None or mine.dated_anew:
            continue
        if mine.quoted and mine.start - end <= SAME_OCCASION_CHARS:
            found[at] = stated
            last[mine.cluster] = mine.end, stated
    return found
