"""What a kind of matter is: the form of the rows of the table of frames."""

from dataclasses import dataclass
from typing import Literal

Whose = Literal["person", "couple", "thing", "parties", "context"]
"""Who must be the same: a person (or body) who acts, two persons, the thing that is acted on, a
body or thing that has a part in it, or whoever the passage speaks of."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One kind of matter and the words for it."""

    name: str
    whose: Whose
    changes: str
    """what tells that it changed: foreseen, it is to come; ruled out, it is to last"""
    lasts: str = ""
    """what tells that it stays as it is"""
    fails: str = ""
    """what tells that what was to come did not come"""
    late: str = ""
    """what tells that it came after its day"""
    tied: bool = False
    """the words are so common that somebody or something else near them must be the same, too"""
    most_days: int | None = None
    """further apart in time the words are of another occasion"""
    foresees: str = ""
    """what foretells the change by itself"""
    by_itself: bool = False
    """the thing stands before the verb: a museum charges, a group splits up"""
    comes: bool = False
    """a change that was foreseen and failed counts, too"""
