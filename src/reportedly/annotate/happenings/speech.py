"""Where the article only reports what somebody says: inside the content of a statement."""

from collections.abc import Iterable

from reportedly.model import Statement
from reportedly.offsets import Span, hull, overlaps, within_any


class Speech:
    """The statements of one article, by place."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._statements = sorted(statements, key=lambda s: (s.content, s.statement_id))
        self._cues = [span for s in self._statements for span in s.cue]

    def reports(self, trigger: Span) -> bool:
        """True when `trigger` is itself a word that reports speech."""
        return any(overlaps(trigger, cue) for cue in self._cues)

    def retells(self, trigger: Span) -> bool:
        """True in what somebody asserts in words that are the article's own."""
        around = [s for s in self._statements if within_any(trigger, s.content)]
        return bool(around) and all(
            s.mode == "indirect" and s.polarity == "asserts" for s in around
        )

    def find_statement(self, trigger: Span) -> str | None:
        """The identifier of the smallest statement whose content holds `trigger`."""
        around = [s for s in self._statements if within_any(trigger, s.content)]
        if not around:
            return None
        return min(around, key=lambda s: (_length(s), s.statement_id)).statement_id


def _length(statement: Statement) -> int:
    start, end = hull(statement.content)
    return end - start
