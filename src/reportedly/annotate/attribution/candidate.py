"""`Candidate`: one possible attribution with the evidence for it, before it is weighed."""

from dataclasses import dataclass

from reportedly.model import Mode
from reportedly.offsets import Span, Spans, hull


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Spans, the pattern that found them and what speaks for and against it.

    `evidence` holds names of properties that `confidence` has weights for; `words` are the words
    that carried the decision, for the reason shown to people.
    """

    content: Spans
    cue: Spans
    source: Spans
    mode: Mode
    pattern: str
    evidence: tuple[str, ...]
    words: str

    @property
    def reach(self) -> Span:
        """From the first to the last character of the content."""
        return hull(self.content)
