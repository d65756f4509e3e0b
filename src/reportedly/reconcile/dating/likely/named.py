"""Days without a year that an article names, and how far from such days articles are published.

How far is learnt from the dated articles of the pile: those that announce a day come before it,
those that report it after.  A day that the pile speaks of at other times is taken as it is there.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from reportedly.annotate.dates.direction import find_direction
from reportedly.arrays import Numbers
from reportedly.calendar.names import month_of
from reportedly.model import Article, Timex
from reportedly.reconcile.dating.likely.axis import Array, Axis

_MONTH = re.compile(
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:XXXX|\d{4})-(\d\d)(?:-(\d\d))?")
#: The place of a wire report and its day stand at the very top.
DATELINE = "dateline"
_DATELINE_CHARS = 400
_DATELINE = re.compile(r"(?:\A|\n)[^\n.]{0,60}[A-Z]{3}[^\n]{0,20}\Z")
#: Ends of the ranges of distance (days from the day named to publication).
RANGES = (-120, -80, -50, -30, -18, -10, -5, -2, 0, 1, 2, 4, 7, 12, 20, 35, 55, 85, 125)
#: A day without a year is at most half a year away.
_WIDTHS = np.diff(np.array([-183, *RANGES, 184], float))
#: How many namings the ranges of all kinds together stand for where a kind is rare.
PRIOR_NAMINGS = 8.0
#: … and the ranges against the articles of the pile that name the very day.
PRIOR_ARTICLES = 3.0
#: Articles that speak of a day come within weeks of one another; so many speak of it all the year.
SPREAD_DAYS, COMMON_DAY = 6.0, 6
#: No distance is impossible.
GROUND = 0.02
#: Kinds of score: days, days that many name, months, datelines.
KINDS = 4


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """A day of the year that a text names (the middle of a named month), and in which way."""

    way: str
    month: int
    day: int

    def distances(self, days: Sequence[date]) -> Numbers:
        """From the nearest such day to each of `days`, in days."""
        return np.array([_distance(self, day) for day in days])


def namings_of(article: Article, timexes: Iterable[Timex]) -> list[Naming]:
    """The days and months without a year that the article names, each once."""
    found = set()
    for timex in timexes:
        named, value = _MONTH.search(timex.text), _DAY.match(timex.value)
        if not named or not value or re.search(r"\d{4}", timex.text):
            continue
        month = month_of(named[0])
        way = find_direction(article.text, timex.span) or "unsaid"
        if value[2] is None:
            found.add(Naming(f"month {way}", month, 15))
        elif int(value[1]) == month:
            found.add(Naming(_way(article.text, timex, way), month, int(value[2])))
    return sorted(found)


def _way(text: str, timex: Timex, direction: str) -> str:
    start = timex.span[0]
    head = start < _DATELINE_CHARS and _DATELINE.search(text[:start])
    return DATELINE if head else direction


def _distance(naming: Naming, day: date) -> int:
    found = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            found.append((day - date(year, naming.month, naming.day)).days)
        except ValueError:
            continue
    return min(found, key=abs, default=184)


class Distances:
    """What the dated articles show about days named and days of publication."""

    def __init__(self, told: Iterable[tuple[date, Sequence[Naming]]], axis: Axis) -> None:
        self._axis, self._days = axis, axis.days()
        self._distances: dict[tuple[int, int], Numbers] = {}
        self._ranges: dict[str, npt.NDArray[np.float64]] = {}
        self._on: dict[tuple[int, int], list[int]] = {}
        for day, namings in told:
            for naming in namings:
                counts = self._ranges.setdefault(naming.way, np.zeros(len(_WIDTHS)))
                counts[_range_of(naming.distances([day]))[0]] += 1
                if not naming.way.startswith("month"):
                    self._on.setdefault((naming.month, naming.day), []).append(axis.step_of(day))
        self._all = sum(self._ranges.values(), np.zeros(len(_WIDTHS))) + 0.5

    def scores(self, texts: Sequence[Sequence[Naming]]) -> Array:
        """Texts × kinds × steps."""
        found = np.zeros((len(texts), KINDS, self._axis.steps), np.float32)
        for text, namings in enumerate(texts):
            for naming in namings:
                kind, score = self._score(naming)
                found[text, kind] += score
        return found

    def _score(self, naming: Naming) -> tuple[int, Array]:
        counts = self._ranges.get(naming.way, np.zeros(len(_WIDTHS)))
        prior = 1.0 if naming.way == DATELINE else PRIOR_NAMINGS
        shares = counts + prior * self._all / self._all.sum()
        shares = shares / shares.sum() / _WIDTHS
        day = (naming.month, naming.day)
        if day not in self._distances:
            self._distances[day] = naming.distances(self._days)
        likely = shares[_range_of(self._distances[day])]
        likely = likely / likely.sum()
        month = naming.way.startswith("month")
        others = [] if month else self._on.get(day, [])
        if others:
            seen = np.bincount(others, minlength=self._axis.steps).astype(np.float32)
            seen = self._axis.smoothed(seen, SPREAD_DAYS)
            likely = PRIOR_ARTICLES * likely + len(others) * seen / seen.sum()
            likely = likely / likely.sum()
        kind = 2 if month else 1 if len(others) >= COMMON_DAY else 0
        kind = 3 if naming.way == DATELINE else kind
        return kind, np.log(likely * self._axis.steps + GROUND).astype(np.float32)


def _range_of(distances: Numbers) -> npt.NDArray[np.intp]:
    return np.searchsorted(RANGES, distances, side="right")
