"""What a predication is."""

from dataclasses import dataclass

from reportedly.model import Statement
from reportedly.offsets import Span


@dataclass(frozen=True, slots=True)
class Predication:
    """One verb, or noun of a deed, with whom it is about."""

    article_id: str
    family: str
    """of the deed: words for the same share it"""
    actors: frozenset[str]
    """who does it; empty where that is not said"""
    others: frozenset[str]
    """to whom it is done, and who else has a part in it"""
    stems: frozenset[str]
    """what else the clause says of it: stems of words, names and numbers"""
    by_verb: bool
    """told by a verb, so that who acts and who is acted upon are known apart"""
    negated: bool
    anybody: bool
    """negated of everybody: "nobody stormed out" """
    span: Span
    """the clause"""
    at: int
    """where the verb or noun begins"""
    statement: Statement | None = None
    """in which it is said"""

    @property
    def entities(self) -> frozenset[str]:
        """All who have a part in it."""
        return self.actors | self.others

    def shared_keys(self) -> list[str]:
        """What a report and its denial have in common."""
        return [f"{entity}|{self.family}" for entity in sorted(self.entities)]
