"""`Walk`: one input while it is being read — its path, the limits, and how many records it gave."""

from dataclasses import dataclass

from reportedly.model import Reject
from reportedly.paths import shown_path
from reportedly.reading.codes import REJECT_CODES
from reportedly.reading.records import Kind, Limits, Record
from reportedly.reading.streams import Part


@dataclass(slots=True)
class Walk:
    """Counts the usable members of one input, so that each has its index."""

    path: str
    limits: Limits
    seen: int = 0

    @property
    def full(self) -> bool:
        """True when the input has given as many records as the limits allow."""
        return self.seen >= self.limits.members

    def number(self) -> int:
        """The index of the next record of an archive, a list or a feed."""
        self.seen += 1
        return self.seen - 1

    def reject(self, reason: str, detail: str, record: int | None = None) -> Reject:
        """A row for this input; raises ValueError for a code that is not in the table."""
        if reason not in REJECT_CODES:
            raise ValueError(f"unknown reject code {reason!r}")
        return Reject(path=self.path, record=record, reason=reason, detail=shown_path(detail))

    def fault_of(self, part: Part) -> Reject | None:
        """The reject for what went wrong while `part` was read, None when nothing did."""
        if part.stream.fault is None:
            return None
        reason, detail = part.stream.fault
        return self.reject(reason, f"{part.name}: {detail}")

    def content_of(self, part: Part) -> bytes | Reject:
        """All bytes of `part`, or why it cannot be had whole."""
        limit = self.limits.record_bytes
        content = part.reader.read(limit + 1)
        fault = self.fault_of(part)
        if fault is not None:
            return fault
        if len(content) > limit:
            detail = f"{part.name} has more than {limit:,} bytes; split it or raise the limit"
            return self.reject("too_large", detail, self.number() if part.inside else None)
        return content

    def document(self, part: Part, kind: Kind) -> Record | Reject:
        """`part` as one record of `kind`."""
        content = self.content_of(part)
        if isinstance(content, Reject):
            return content
        return Record(self.path, self.number() if part.inside else None, kind, content)
