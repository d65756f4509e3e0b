"""The record this package hands out: one attribution, its three span lists and its confidence."""

from dataclasses import dataclass

#: Half-open pair of Python string indices (code points) into the text that was tagged.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """Who (`source`) reports (`cue`) what (`content`), as spans into the tagged text.

    Each list is in text order. `source` is empty when nobody is named. `confidence` is a
    calibrated probability that content and source are right; `reason` says in a few words
    what the decision rests on.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    reason: str
