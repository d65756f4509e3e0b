"""Which decisions of a log hold, and which of two made at the same time stands against which."""

from collections.abc import Iterable, Sequence

from reportedly.decisions.model import IDENTITY, VERDICTS, Decision, Target
from reportedly.decisions.telling import told


def in_force(log: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold, in their order: taken up, and not undone (or done again)."""
    holding: dict[str, Decision] = {}
    undone: set[str] = set()
    for decision in log:
        if decision.refused is not None:
            continue
        if decision.action == "undo":
            undone.add(decision.decision or "")
        elif decision.action == "redo":
            undone.discard(decision.decision or "")
        else:
            holding[decision.decision_id] = decision
    return [each for name, each in holding.items() if name not in undone]


def find_conflict(new: Decision, log: Sequence[Decision], seen: int) -> str | None:
    """Why `new` cannot be taken up, for a person to read; None when it can.

    Args:
        new: the decision that somebody wants to make.
        log: all decisions so far.
        seen: number of the last one that they saw when they decided.
    """
    holding = in_force(log)
    if new.action in ("undo", "redo"):
        return _find_undo_conflict(new, log, holding)
    for each in holding:
        if new.action == "merge" and each.action == "block" and _same_pair(new, each):
            return f"{_who(each)} decided that they are not the same; undo that first"
        if each.number > seen and _against(new, each):
            return f"{_who(each)} meanwhile decided otherwise, and {told(each)}"
    return None


def _find_undo_conflict(
    new: Decision, log: Sequence[Decision], holding: Sequence[Decision]
) -> str | None:
    about = next((each for each in log if each.decision_id == new.decision), None)
    if about is None:
        return (
            f"there is no such decision as {new.decision!r}; see: reportedly decide list CHRONICLE"
        )
    if about.refused is not None:
        return "it was refused, so there is nothing to undo"
    holds = any(each.decision_id == new.decision for each in holding)
    if new.action == "undo" and not holds:
        return "it was undone already"
    return "it holds already" if new.action == "redo" and holds else None


def _against(new: Decision, other: Decision) -> bool:
    """True when the two cannot both be taken up; what commutes or says the same can."""
    if new.action in VERDICTS and other.action in VERDICTS:
        return new.action != other.action and same(new.target, other.target)
    if new.action == other.action == "speaker":
        return same(new.target, other.target) and not _same_speaker(new, other)
    if new.action == other.action == "rename":
        return same(new.target, other.target) and new.words != other.words
    if new.action not in IDENTITY or other.action not in IDENTITY:
        return False
    if "speaker" in (new.action, other.action) or "rename" in (new.action, other.action):
        return False
    if new.action == other.action and new.action != "split":
        return False  # two merges, or two blocks, leave the same in either order
    ours, theirs = (new.target, new.other), (other.target, other.other)
    return any(same(one, two) for one in ours for two in theirs)


def _same_pair(one: Decision, other: Decision) -> bool:
    straight = same(one.target, other.target) and same(one.other, other.other)
    return straight or (same(one.target, other.other) and same(one.other, other.target))


def _same_speaker(one: Decision, other: Decision) -> bool:
    if one.other is None and other.other is None:
        return one.words == other.words
    return same(one.other, other.other)


def same(one: Target | None, other: Target | None) -> bool:
    """True when two targets are the same thing: by identifier, or by shared evidence."""
    if one is None or other is None or one.kind != other.kind:
        return False
    return one.identifier == other.identifier or bool(set(one.places) & set(other.places))


def _who(decision: Decision) -> str:
    return decision.author or "somebody"
