"""What was decided on the things of a chronicle as it now is: history, notes, verdicts, what waits.

Decisions name things by evidence; here they are found again.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from reportedly.decisions.holding import in_force
from reportedly.decisions.model import IDENTITY, ON_LOG, VERDICTS, Decision, Target
from reportedly.decisions.telling import told
from reportedly.store import found_groups, naming_things


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision in a history."""

    decision: Decision
    words: Annotated[str, "what was decided, as a sentence without its subject"]
    holds: Annotated[bool, "taken up, and not undone"]
    waits: Annotated[str | None, "why it has no effect here now; null when it has"]
    thing: Annotated[str | None, "what its target is called now"]


@dataclass(frozen=True, slots=True)
class NotSame:
    """Somebody who was decided to be another."""

    entity_id: str | None
    name: str
    decision: Decision


class Decided:
    """The decisions of a log on the chronicle that is open."""

    def __init__(self, connection: sqlite3.Connection, log: Sequence[Decision]) -> None:
        self._connection = connection
        self.log = list(log)
        self.holding = in_force(self.log)
        self._held = {each.decision_id for each in self.holding}
        self._things: dict[str, str | None] = {}
        self._in_tables = {
            each.decision_id: each.problem for each in found_groups.decided(connection)
        }

    @property
    def seen(self) -> int:
        """Number of the last decision."""
        return self.log[-1].number if self.log else 0

    def history(self) -> list[Entry]:
        """All decisions, the latest first."""
        return [self._entry(each) for each in reversed(self.log)]

    def about(self, kind: str, identifier: str) -> list[Entry]:
        """Decisions on one thing, undoing and doing again included, the latest first."""
        about = {
            each.decision_id
            for each in self.log
            if each.action not in ON_LOG and self._concerns(each, kind, identifier)
        }
        return [
            self._entry(each)
            for each in reversed(self.log)
            if each.decision_id in about or each.decision in about
        ]

    def notes(self, kind: str, identifier: str) -> list[Decision]:
        """Notes that hold on one thing, the first first."""
        return self._holding_on("note", kind, identifier)

    def tags(self, kind: str, identifier: str) -> list[Decision]:
        """Tags that hold on one thing, each once."""
        listed = self._holding_on("tag", kind, identifier)
        return list({each.words: each for each in listed}.values())

    def verdicts(self) -> dict[str, Decision]:
        """Finding → the latest verdict on it that holds."""
        found: dict[str, Decision] = {}
        for each in self.holding:
            name = self._thing(each) if each.action in VERDICTS else None
            if name is not None:
                found[name] = each
        return found

    def dismissed(self) -> list[str]:
        """Findings that are not to be shown unless asked for."""
        found = self.verdicts()
        return sorted(name for name, each in found.items() if each.action == "dismiss")

    def not_same(self, entity_id: str) -> list[NotSame]:
        """Who was decided to be somebody else than this entity."""
        found = []
        for each in self.holding:
            if each.action != "block" or each.target is None or each.other is None:
                continue
            here, there = self._thing(each), self.thing(each.other)
            if here == entity_id:
                found.append(NotSame(there, each.other.label, each))
            elif there == entity_id:
                found.append(NotSame(here, each.target.label, each))
        return found

    def waiting(self) -> list[Entry]:
        """Decisions that hold but have no effect here now, with the reason."""
        entries = [self._entry(each) for each in self.holding]
        return [entry for entry in entries if entry.waits is not None]

    def thing(self, target: Target) -> str | None:
        """What a target is called now; None when its evidence is gone."""
        key = f"{target.kind} {target.identifier} {hash(target.places)}"
        if key not in self._things:
            self._things[key] = naming_things.find_thing(self._connection, target)
        return self._things[key]

    def _thing(self, decision: Decision) -> str | None:
        return self.thing(decision.target) if decision.target else None

    def _concerns(self, decision: Decision, kind: str, identifier: str) -> bool:
        targets = [each for each in (decision.target, decision.other) if each is not None]
        return any(
            each.kind == kind and (each.identifier == identifier or self.thing(each) == identifier)
            for each in targets
        )

    def _holding_on(self, action: str, kind: str, identifier: str) -> list[Decision]:
        return [
            each
            for each in self.holding
            if each.action == action and self._concerns(each, kind, identifier)
        ]

    def _entry(self, decision: Decision) -> Entry:
        holds = decision.decision_id in self._held
        about = next((d for d in self.log if d.decision_id == decision.decision), None)
        words = told(decision)
        if about is not None:
            words = f"{'undid' if decision.action == 'undo' else 'did again'}: {told(about)}"
        shown = about or decision
        return Entry(
            decision=decision,
            words=words,
            holds=holds,
            waits=self._why_waiting(decision) if holds else None,
            thing=self._thing(shown),
        )

    def _why_waiting(self, decision: Decision) -> str | None:
        if self._thing(decision) is None:
            return "the words that it is about are not in this chronicle"
        if decision.action not in IDENTITY:
            return None
        if decision.decision_id not in self._in_tables:
            return "the next build takes it up"
        return self._in_tables[decision.decision_id]
