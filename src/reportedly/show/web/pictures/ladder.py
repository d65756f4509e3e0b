"""The way of a quotation from top to bottom, for screens too narrow for its days: a rung for each
report, and on the left a curve from the report that it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.show.web.pictures.drawing import Drawing

#: Pixels: the whole width fits the narrowest phones; a rung holds two lines of words.
_WIDTH, _RUNG, _TOP = 330.0, 52.0, 26.0

#: Where the dots stand, and how much further left a curve goes for each rung that it passes.
_DOTS, _STEP, _EDGE = 52.0, 7.0, 2.0

#: Letters of an outlet's name, and of a day, that fit beside a dot.
_LETTERS, DAY_LETTERS = 30, 36


@dataclass(frozen=True, slots=True)
class Stop:
    """One report as a rung shows it; `origin` is the place of another one in the list."""

    outlet: str
    day: str
    change: str
    href: str
    origin: int | None


@dataclass(frozen=True, slots=True)
class Rung(Drawing):
    """A dot and the words beside it."""

    y: float
    outlet: str
    day: str
    change: str
    href: str


@dataclass(frozen=True, slots=True)
class Bow(Drawing):
    """From the rung that a report comes from to its own; `path` as SVG writes it."""

    path: str
    change: str


@dataclass(frozen=True, slots=True)
class Ladder(Drawing):
    """The whole diagram."""

    width: float
    height: float
    x: float
    rungs: tuple[Rung, ...]
    bows: tuple[Bow, ...]


def ladder(stops: Sequence[Stop]) -> Ladder:
    """The reports in their order from top to bottom."""
    return Ladder(
        width=_WIDTH,
        height=_RUNG * len(stops),
        x=_DOTS,
        rungs=tuple(_rung(place, stop) for place, stop in enumerate(stops)),
        bows=tuple(
            Bow(_bow(stop.origin, place), stop.change)
            for place, stop in enumerate(stops)
            if stop.origin is not None
        ),
    )


def _rung(place: int, stop: Stop) -> Rung:
    name = stop.outlet
    short = name if len(name) <= _LETTERS else name[: _LETTERS - 1].rstrip() + "…"
    return Rung(_y(place), short, stop.day, stop.change, stop.href)


def _y(place: int) -> float:
    return _TOP + _RUNG * place


def _bow(start: int, end: int) -> str:
    """Further left the more rungs lie between, as far as there is room."""
    left = max(_EDGE, _DOTS - 14 - _STEP * abs(end - start))
    top, bottom = _y(start), _y(end)
    return f"M{_DOTS},{top} C{left},{top} {left},{bottom} {_DOTS},{bottom}"
