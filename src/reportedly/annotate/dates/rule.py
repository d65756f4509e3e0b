"""What a rule for expressions of time is: a pattern, and what its words mean in their context."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reportedly.model import TimexType


class Meaning(NamedTuple):
    """TIMEX3 type and value."""

    type: TimexType
    value: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against."""

    #: The article's own day; None when it has none.
    anchor: date | None
    #: The day that the text has last spoken of, else the anchor.
    reference: date | None
    #: True when the words around speak of the future.
    ahead: bool


Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a time.  `meaning` returns None where the words are no time after all."""

    name: str
    pattern: re.Pattern[str]
    meaning: Callable[[Match, Context], Meaning | None]
