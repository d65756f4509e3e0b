"""Days and intervals in words: the same on pages, in the terminal and in exports."""

import calendar
import re

from reportedly.calendar.names import MONTHS
from reportedly.model import Article
from reportedly.store.pages import ArticleLine

_DAY = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_ISO_MOMENT = re.compile(
    r"\b(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?(?![\w:])"
)
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b(?!T)")

#: How an interval begins or ends that is more than one day, month or year: nobody takes it for the
#: day that an article gives.
_OPEN = ("between ", " or earlier", " or later")


def day(value: str | None) -> str:
    """An ISO date in words, as precise as it is: `21 June 2018`, `June 2018`, `2018`."""
    found = _DAY.match(value or "")
    if value is None or found is None:
        return value or "no date"
    year, month, number = found.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    name = MONTHS[int(month) - 1]
    return f"{name} {year}" if number is None else f"{int(number)} {name} {year}"


def period(earliest: str | None, latest: str | None) -> str:
    """An interval of days in words; no more is said than it says."""
    if earliest is None and latest is None:
        return "no date"
    if earliest is None:
        return f"{day(latest)} or earlier"
    if latest is None:
        return f"{day(earliest)} or later"
    if earliest[:10] == latest[:10]:
        return day(earliest)
    return _whole(earliest, latest) or f"between {_start(earliest, latest)} and {day(latest)}"


def _start(earliest: str, latest: str) -> str:
    """The first day without the month or year that the last one shares with it."""
    if len(earliest) < 10 or len(latest) < 10 or earliest[:4] != latest[:4]:
        return day(earliest)
    words = day(earliest).split()
    return words[0] if earliest[:7] == latest[:7] else " ".join(words[:2])


def _whole(earliest: str, latest: str) -> str | None:
    """The interval's name if it is a whole month or year."""
    first, last = earliest[:10], latest[:10]
    if first[4:] == "-01-01" and last[4:] == "-12-31" and first[:4] == last[:4]:
        return first[:4]
    if len(first) == len(last) == 10 and first[:7] == last[:7] and first[8:] == "01":
        end = calendar.monthrange(int(first[:4]), int(first[5:7]))[1]
        if int(last[8:]) == end:
            return day(first[:7])
    return None


def as_of(earliest: str | None, latest: str | None) -> str:
    """The day or days for which something is said: `as of 11 May 2015`."""
    words = period(earliest, latest)
    return words if words.startswith("between") else f"as of {words}"


def stretch(first: str | None, last: str | None) -> str:
    """From one day to another, both known: `11 May 2015 to 5 April 2019`."""
    if first is None or last is None or last.startswith(first[:10]):
        return day(first or last)
    return f"{day(first)} to {day(last)}"


def is_dated(article: Article | ArticleLine) -> bool:
    """True when the article itself, or the page around it, gives its day."""
    return bool(article.published) and article.published_from in ("metadata", "text", None)


def published(article: Article | ArticleLine) -> str:
    """When an article was published, as exactly as it is known; what the program worked out can be
    told from what the article says: `3 May 2015`, `between 3 and 9 May 2015`, `May 2015 (worked
    out)`, `undated`."""
    if is_dated(article):
        return day(article.published)
    first = article.published_earliest or article.published
    last = article.published_latest or article.published
    if first is None and last is None:
        return "undated"
    words = period(first, last)
    if article.published_from == "likely":
        return f"likely {words}"
    is_open = words.startswith(_OPEN[0]) or words.endswith(_OPEN[1:])
    return words if is_open else f"{words} (worked out)"


def in_words(text: str) -> str:
    """`text` with its ISO dates and moments in words, as the reasons of a row have them."""
    timed = _ISO_MOMENT.sub(lambda found: " ".join([f"{day(found[1])},", *_time(found)]), text)
    return _ISO_DAY.sub(lambda found: day(found[0]), timed)


def _time(moment: re.Match[str]) -> list[str]:
    """The hour and minute of a moment, and the zone where it names one."""
    zone = {None: [], "Z": ["UTC"], "+00:00": ["UTC"]}.get(moment[3], [moment[3]])
    return [moment[2], *zone]
