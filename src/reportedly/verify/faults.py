"""What `verify` found wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold."""

    table: str
    row: str
    """the row's identifier"""
    problem: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.problem}"
