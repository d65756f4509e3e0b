"""Decisions that hold, as the input table of the stage of entities."""

from collections.abc import Iterable

from reportedly.calendar.names import MONTHS
from reportedly.decisions.model import Decision
from reportedly.model import Constraint


def constraints_of(holding: Iterable[Decision], first: int) -> list[Constraint]:
    """One row for each decision on who is who, numbered from `first`."""
    rows: list[Constraint] = []
    for each in holding:
        if each.target is None or each.action in ("dismiss", "confirm", "note", "tag"):
            continue
        places = each.moved if each.action == "split" else each.other.places if each.other else ()
        rows.append(
            Constraint(
                number=first + len(rows),
                decision_id=each.decision_id,
                action=each.action,  # type: ignore[arg-type]  # the others were passed over
                one=each.target.places,
                other=places,
                name=each.words or (each.other.label if each.other else None)
                if each.action in ("rename", "split", "speaker")
                else None,
                given=given_by(each),
            )
        )
    return rows


def given_by(decision: Decision) -> str:
    """`Ada Quill on 22 November 2026`; `you` without an author."""
    year, month, day = decision.made[:10].split("-")
    name = MONTHS[int(month) - 1]
    return f"{decision.author or 'you'} on {int(day)} {name} {year}"
