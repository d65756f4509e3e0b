"""Progress of a build on a terminal; plain lines where there is none."""

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.engine.progress import Progress, Silent
from reportedly.model import Reject
from reportedly.show.cli.printable import printable

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

_TITLES = {"read": "Reading", "annotate": "Annotating", "reconcile": "Reconciling"}


@contextlib.contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Progress]:
    """Progress shown on standard error as bars in a terminal, as lines elsewhere, or not at all."""
    if quiet:
        yield Lines(phases=False)
    elif not sys.stderr.isatty():
        yield Lines(phases=True)
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bars

        columns = (
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("[dim]{task.fields[note]}"),
        )
        with Bars(*columns, console=Console(stderr=True)) as bars:
            yield Drawn(bars)


class Lines(Silent):
    """One line for each phase (unless told not to) and for each reject."""

    def __init__(self, *, phases: bool) -> None:
        self._phases = phases

    def phase(self, name: str, total: int | None) -> None:
        """Says that a phase begins."""
        if self._phases:
            steps = {"read": "inputs", "annotate": "articles", "reconcile": "steps"}[name]
            print(f"{_TITLES[name]}: {total} {steps}", file=sys.stderr)

    def rejected(self, reject: Reject) -> None:
        """Says what could not be used and why."""
        print(line_of(reject), file=sys.stderr)


class Drawn:
    """Bars that move."""

    def __init__(self, bars: "Bars") -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def phase(self, name: str, total: int | None) -> None:
        """Begins a bar."""
        self._task = self._bars.add_task(_TITLES[name], total=total, note="")

    def advance(self, steps: int = 1, note: str = "") -> None:
        """Moves it."""
        if self._task is not None:
            self._bars.update(self._task, advance=steps, note=_note(note))

    def rejected(self, reject: Reject) -> None:
        """Writes a line above the bars."""
        self._bars.console.print(line_of(reject), style="yellow", markup=False, highlight=False)


def _note(note: str) -> str:
    """The end of a name for the line of a bar, where brackets would be read as markup."""
    return printable(" ".join(note.split()))[-40:].replace("[", "\\[")


def line_of(reject: Reject) -> str:
    """A reject as one line, without control characters that a hostile name may hold."""
    place = reject.path if reject.record is None else f"{reject.path} (record {reject.record})"
    line = f"rejected {place}: {reject.reason}: {reject.detail}"
    return printable(" ".join(line.split()))
