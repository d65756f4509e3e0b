"""A decision in plain words."""

from collections.abc import Sequence

from reportedly.decisions.model import Decision
from reportedly.model import Place

_VERDICTS = {"dismiss": "dismissed the finding", "confirm": "confirmed the finding"}


def told(decision: Decision) -> str:
    """What was decided, as a sentence without its subject: `put “Ada” and “A. Quill” together`."""
    label = f"“{decision.target.label}”" if decision.target else ""
    other = f"“{decision.other.label}”" if decision.other else ""
    if decision.action == "merge":
        return f"put {label} and {other} together"
    if decision.action == "block":
        return f"decided that {label} is not {other}"
    if decision.action == "split":
        named = f", and called it “{decision.words}”" if decision.words else ""
        return f"took {_moved(decision.moved)} out of {label}{named}"
    if decision.action == "rename":
        return f"renamed {label} to “{decision.words}”"
    if decision.action == "speaker":
        who = f"“{decision.words}”" if decision.words else "nobody who is named"
        return f"corrected the speaker of {label} to {who}"
    if decision.action == "note":
        return f"noted on {label}: {decision.words}"
    if decision.action == "tag":
        return f"tagged {label} as “{decision.words}”"
    if decision.action in ("undo", "redo"):
        return "undid a decision" if decision.action == "undo" else "did a decision again"
    return f"{_VERDICTS[decision.action]} {label}"


def _moved(places: Sequence[Place]) -> str:
    names = [f"“{place.name}”" for place in places if place.name and not place.article_id]
    articles = len({place.article_id for place in places if place.article_id})
    if articles:
        names.append("one article" if articles == 1 else f"{articles} articles")
    return " and ".join(names)
