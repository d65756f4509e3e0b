"""The exceptions that callers may want to tell apart, by who has to react.

A `DocumentRejected` costs one document: the runner records it and goes on.  A `RunAborted` ends
the run: somebody has to change something first.  Every message names the thing, the value and
the next step.
"""


def told(error: Exception) -> str:
    """What the system says of an error, in words and with the file, without its number."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    words = error.strerror[:1].lower() + error.strerror[1:]
    return f"{words} ({error.filename})" if error.filename is not None else words


class ReportedlyError(Exception):
    """Base of all errors raised by this package."""


class DocumentRejected(ReportedlyError):  # noqa: N818 - the name says what happens, not that it is bad
    """One input cannot be used; it becomes a row of `rejects` and the run goes on."""

    def __init__(self, reason: str, detail: str = "") -> None:
        """`reason` is a short fixed code (`empty`, `truncated`, …), `detail` a sentence."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class RunAborted(ReportedlyError):  # noqa: N818 - as above
    """The run cannot go on; the message says what to do."""


class ChronicleError(RunAborted):
    """A chronicle file is missing, damaged, locked or of a version unknown here."""
