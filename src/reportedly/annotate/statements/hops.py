"""`Hop`: one step of a chain, before it has a number."""

from dataclasses import dataclass

from reportedly.model import SourceKind
from reportedly.offsets import Span


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop before it has a number: kind, name or words, where, and the cluster if any."""

    kind: SourceKind
    name: str | None
    span: Span | None
    cluster: int | None
    on_air: bool = False
    """a programme on which something is said"""
