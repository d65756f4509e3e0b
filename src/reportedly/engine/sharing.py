"""Decisions from a colleague's log into this one."""

import json
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportedly import schema
from reportedly.decisions.model import Action, Decision, TargetKind
from reportedly.engine import deciding
from reportedly.errors import ReportedlyError
from reportedly.store import connection as store
from reportedly.store import decision_log

_ACTIONS = frozenset(typing.get_args(Action))
_KINDS = frozenset(typing.get_args(TargetKind))


def take_in(chronicle: Path, lines: Iterable[str], source: str) -> list[Decision]:
    """Adds shared decisions to the log of `chronicle` and takes them up in its tables.

    Args:
        chronicle: the chronicle's file.
        lines: JSON, one decision a line, as `reportedly decide export` writes them.
        source: what to call the lines in a message.

    Returns:
        the new entries; those that stand against what was decided here are refused.

    Raises:
        ReportedlyError: a line is no decision; nothing is taken in then.
    """
    store.open_existing(chronicle).close()
    shared = list(_read(lines, source))
    log = decision_log.open_log(chronicle)
    try:
        added = decision_log.take_in(log, shared)
    finally:
        log.close()
    if added:
        deciding.take_up(chronicle)
    return added


def _read(lines: Iterable[str], source: str) -> Iterator[Decision]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _decision(json.loads(line))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise ReportedlyError(
                    f"{source}, line {number}: no decision ({error}); give a file that "
                    "`reportedly decide export` wrote"
                ) from error


def _decision(values: dict[str, Any]) -> Decision:
    decision: Decision = schema.read_record(Decision, values)
    for target in (decision.target, decision.other):
        if target is not None and target.kind not in _KINDS:
            raise ValueError(f"kind {target.kind!r}")
    texts = [decision.decision_id, decision.made, decision.author or "", decision.words or ""]
    if decision.action not in _ACTIONS or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"action {decision.action!r}")
    if decision.target is None and decision.action not in ("undo", "redo"):
        raise ValueError("it is about nothing")
    return decision
