"""Long lists in pages: which one is asked for, and the way to the others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from reportedly.store.pages import PAGE_ROWS

#: Far beyond any list that a person pages through, and within SQLite's integers.
LAST_PAGE = 1_000_000

PageNumber = Annotated[int, Query(alias="page", ge=0, le=LAST_PAGE)]


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page lies in its list; `number` counts from 0."""

    number: int
    total: int
    first: int
    last: int
    previous: str | None
    next: str | None


def paging(number: int, total: int, link: Callable[[int], str], rows: int = PAGE_ROWS) -> Paging:
    """The paging of page `number` of a list of `total` rows; `link` gives the address of a page."""
    first = min(number * rows, total)
    return Paging(
        number=number,
        total=total,
        first=first + 1 if total else 0,
        last=min(first + rows, total),
        previous=link(number - 1) if number else None,
        next=link(number + 1) if first + rows < total else None,
    )
