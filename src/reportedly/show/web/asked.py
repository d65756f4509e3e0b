"""The words that a link to an article asks for."""

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

from reportedly.model import Span

_PLACE = re.compile(r"^(\d{1,9})-(\d{1,9})$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Words:
    """A span (`at=START-END`), a statement (`s=ID`), both or neither."""

    at: str
    span: Span | None
    statement_id: str


def _words(at: str = "", s: str = "") -> Words:
    place = _PLACE.match(at)
    span = (int(place[1]), int(place[2])) if place else None
    return Words(at if place else "", span, s)


Asked = Annotated[Words, Depends(_words)]
