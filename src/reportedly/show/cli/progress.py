"""Progress of a build on a terminal; plain lines where there is none."""

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from click import style

from reportedly.engine.progress import Progress, Silent
from reportedly.model import Reject
from reportedly.show.cli.printable import printable
from reportedly.store import inputs

if TYPE_CHECKING:
    from tqdm import tqdm

_TITLES = {"read": "Reading", "annotate": "Annotating", "reconcile": "Reconciling"}


@contextlib.contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Progress]:
    """Progress shown on standard error as bars in a terminal, as lines elsewhere, or not at all."""
    if quiet:
        yield Lines(phases=False)
    elif not sys.stderr.isatty():
        yield Lines(phases=True)
    else:
        with contextlib.closing(Drawn()) as drawn:
            yield drawn


class Lines(Silent):
    """One line for each phase (unless told not to) and for each reject."""

    def __init__(self, *, phases: bool) -> None:
        self._phases = phases

    def phase(self, name: str, total: int | None) -> None:
        """Says that a phase begins."""
        if self._phases:
            step = {"read": "input", "annotate": "article", "reconcile": "step"}[name]
            steps = step if total == 1 else f"{step}s"
            print(f"{_TITLES[name]}: {total} {steps}", file=sys.stderr)

    def rejected(self, reject: Reject) -> None:
        """Says what could not be used and why."""
        print(line_of(reject), file=sys.stderr)


class Drawn:
    """Bars that move."""

    def __init__(self) -> None:
        self._bar: tqdm | None = None

    def phase(self, name: str, total: int | None) -> None:
        """Begins a bar; the one before stays as it is."""
        from tqdm import tqdm

        self.close()
        title = f"{_TITLES[name]:<12}"
        self._bar = tqdm(total=total, desc=title, bar_format=_BAR, file=sys.stderr)

    def advance(self, steps: int = 1, note: str = "") -> None:
        """Moves it."""
        if self._bar is not None:
            self._bar.set_postfix_str(_note(note), refresh=False)
            self._bar.update(steps)

    def rejected(self, reject: Reject) -> None:
        """Writes a line above the bar."""
        from tqdm import tqdm

        tqdm.write(style(line_of(reject), fg="yellow"), file=sys.stderr)

    def close(self) -> None:
        """Leaves the bar as it is."""
        if self._bar is not None:
            self._bar.close()


#: Title, bar, steps done of all, time taken, and what is being worked on.
_BAR = "{desc} {bar:24} {n_fmt}/{total_fmt} {elapsed} {postfix}"


def _note(note: str) -> str:
    """The end of a name for the line of a bar."""
    return printable(" ".join(note.split()))[-40:]


def line_of(reject: Reject) -> str:
    """A reject as one line, without control characters that a hostile name may hold."""
    place = inputs.place(reject.path, reject.record)
    # Many reasons name the file themselves, and twice on a line it hides the reason.
    told = reject.detail if reject.path in reject.detail else f"{place}: {reject.detail}"
    line = f"not used: {told} [{reject.reason}]"
    return printable(" ".join(line.split()))
