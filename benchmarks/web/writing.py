"""A build that goes on adding articles to the chronicle while its pages are timed."""

import contextlib
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from reportedly.sample import pile

#: Articles that it is given: more than it reads while the pages are timed, so that it never gets to
#: the point where it would put its own few articles in the place of the large chronicle's rows.
_ARTICLES = 4_000


@contextlib.contextmanager
def building(chronicle: Path, folder: Path) -> Iterator[None]:
    """`reportedly build` at work on `chronicle`; stopped as by Ctrl+C in the end."""
    _write_pile(folder)
    program = str(Path(sys.executable).with_name("reportedly"))
    command = [program, "build", str(folder), "--to", str(chronicle), "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
        if process.poll() is not None:
            raise SystemExit("the build ended before the pages were timed; give it more articles")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _write_pile(folder: Path) -> None:
    """The sample's pages again and again, each with a number, so that none is one read before."""
    folder.mkdir(exist_ok=True)
    pages = sorted(Path(pile()).rglob("*.html"))
    for number in range(_ARTICLES):
        page = pages[number % len(pages)].read_text("utf-8", errors="replace")
        numbered = page.replace("</p>", f" It was edition {number} of the day.</p>", 1)
        (folder / f"{number:05}.html").write_text(numbered, "utf-8")
