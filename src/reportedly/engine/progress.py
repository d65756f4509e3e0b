"""What a run tells while it goes on; the command line draws it, a library call may ignore it."""

from typing import Protocol

from reportedly.model import Reject


class Progress(Protocol):
    """Told by the runner; must not raise."""

    def phase(self, name: str, total: int | None) -> None:
        """A phase begins: `read`, `annotate` or `reconcile`, with its number of steps if known."""
        ...

    def advance(self, steps: int = 1, note: str = "") -> None:
        """Some steps of the phase are done."""
        ...

    def rejected(self, reject: Reject) -> None:
        """An input could not be used."""
        ...


class Silent:
    """Progress that tells nobody."""

    def phase(self, name: str, total: int | None) -> None:
        """Nothing."""

    def advance(self, steps: int = 1, note: str = "") -> None:
        """Nothing."""

    def rejected(self, reject: Reject) -> None:
        """Nothing."""
