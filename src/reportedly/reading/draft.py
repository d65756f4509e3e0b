"""`Draft`: what a reader of one kind of record has found, before it becomes an `Article`."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import RegionKind
from reportedly.offsets import Span
from reportedly.reading.captures import Capture

Marked = tuple[Span, RegionKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Fields as in `model.Article`; `regions` are spans of `text` with what they are.

    `capture` is the page that it was read from, if any.
    """

    text: str
    regions: tuple[Marked, ...] = ()
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    published: str | None = None
    updated: str | None = None
    published_from: str | None = None
    given_id: str | None = None
    capture: Capture | None = None


def one_line(value: object) -> str | None:
    """`value` as one line of text; None when it is nothing, blank, or no text."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    return " ".join(str(value).replace("\x00", " ").split()) or None


def first_of(values: Iterable[str | None]) -> str | None:
    """The first of `values` that is something."""
    return next((value for value in values if value), None)
