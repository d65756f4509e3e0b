"""Who said something to whom, and when: what two reports of one utterance must agree in."""

from reportedly.calendar import find_intersection, interval_from_iso
from reportedly.model import TOGETHER, Statement

#: "In March": what is said of a longer time says little of when it was said.
MOST_DAYS = 31


def speaker_of(statement: Statement) -> str | None:
    """The entity that speaks, else its name; None for anonymous and unknown sources.

    Two who speak as one are the same two in either order.
    """
    name = statement.speaker
    joint = TOGETHER.join(sorted(name.split(TOGETHER))) if name else name
    return statement.speaker_id or joint


def addressee_of(statement: Statement) -> str | None:
    """The entity that is spoken to, else its name; None where nobody is told of."""
    return statement.addressee_id or statement.addressee


def are_told_alike(one: Statement, other: Statement) -> bool:
    """Did one speaker tell both to the same addressee?"""
    told = {addressee_of(one), addressee_of(other)}
    spoke = {speaker_of(one), speaker_of(other)}
    return len(told) == len(spoke) == 1 and None not in told | spoke


def are_told_at_once(one: Statement, other: Statement) -> bool:
    """Do both articles say when that was, and can it be the same time?"""
    times = [interval_from_iso(s.said_earliest, s.said_latest) for s in (one, other)]
    if any(time.width_days is None or time.width_days > MOST_DAYS for time in times):
        return False
    return find_intersection(*times) is not None


def are_said_apart(one: Statement, other: Statement) -> bool:
    """Do the articles say that these were said on different days?"""
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: Statement, other: Statement) -> bool:
    latest, earliest = one.said_latest, other.said_earliest
    if not latest or not earliest:
        return False
    # A month or a year ends with its last day.
    known = min(len(latest), len(earliest), 10)
    return latest[:known] < earliest[:known]
