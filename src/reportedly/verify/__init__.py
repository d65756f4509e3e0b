"""`verify`: re-reads every span of every table of a chronicle and says what does not hold.

Checked: every span lies in its article's text and is not empty; every copied word equals the words
under its span; every identifier leads to a row; findings have two pieces of evidence; chains have
their hops in order; the texts are those that were read; what is mapped to a
captured page stands there; the file itself is whole.
"""

import os
from collections.abc import Iterator

from reportedly.chronicle import Chronicle
from reportedly.verify.faults import Fault
from reportedly.verify.file import file_faults
from reportedly.verify.pages import page_faults
from reportedly.verify.references import reference_faults
from reportedly.verify.spans import span_faults

__all__ = ["Fault", "verify"]


def verify(path: str | os.PathLike[str]) -> Iterator[Fault]:
    """Every fault of the chronicle at `path`, as it is found; none when all holds.

    Raises:
        ChronicleError: the file cannot be opened as a chronicle at all.
    """
    with Chronicle.open(path) as chronicle:
        yield from file_faults(chronicle)
        yield from span_faults(chronicle)
        yield from reference_faults(chronicle)
        yield from page_faults(chronicle)
