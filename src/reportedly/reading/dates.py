"""Dates as newsrooms write them, to ISO 8601: no more precise than they are written.

`iso_date` reads one expression of metadata; `find_date` finds the first full date in a line of
text.  No date is guessed: 03/04/2018 may be March or April and gives None, as does a day without a
year.
"""

import datetime
import re
from email.utils import parsedate_to_datetime

_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio januari jänner",
            "february feb februar février fevrier febrero febbraio februari",
            "march mar märz maerz mars marzo maart",
            "april apr avril abril aprile",
            "may mai mayo maggio mei",
            "june jun juni juin junio giugno",
            "july jul juli juillet julio luglio",
            "august aug août aout agosto augustus",
            "september sep sept septembre septiembre settembre",
            "october oct okt oktober octobre octubre ottobre",
            "november nov novembre noviembre",
            "december dec dez dezember décembre decembre diciembre dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
#: Zones that newsrooms write by name, in minutes east of Greenwich.
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "bst": 60, "ist": 330, "cet": 60, "cest": 120, "msk": 180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "et": None, "pt": None, "ct": None, "aest": 600, "aedt": 660,
}  # fmt: skip
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TIME = (
    r"(?:[T,\s]{0,4}(?:at\s+|um\s+|[-–|@]\s*)?(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?\s{0,2}(?P<half>[ap]\.?m\b\.?)?"
    r"\s{0,2}(?P<zone>Z\b|[+-]\d\d:?\d\d|(?:GMT|UTC)[+-]\d\d?(?::?\d\d)?|(?:GMT|UTC|BST|IST|CES?T|MSK|[ECMP][SD]?T|AE[SD]T)\b)?)?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHAPES = tuple(
    re.compile(shape + _TIME, re.IGNORECASE)
    for shape in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)",
        rf"(?<![\d.])(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<name>{MONTH})\b\.?,?\s+(?:de\s+|del\s+)?{_YEAR}(?!\d)",
        rf"\b(?P<name>{MONTH})\b\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"(?<![\d.])(?P<day>\d\d?)[-\s](?P<name>{MONTH})[-\s]{_YEAR}(?!\d)",
        rf"(?<![\d.])(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?{_YEAR}(?!\d)",
        rf"(?<![\d/])(?P<first>\d\d?)/(?P<then>\d\d?)/{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)",
    )
)
_COARSE = re.compile(r"^((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?$")
_MONTH_YEAR = re.compile(rf"^(?P<name>{MONTH})\.?,?\s+{_YEAR}$", re.IGNORECASE)
_RFC822 = re.compile(r"^\s*(?:\w{3},?\s+)?\d{1,2}\s+\w{3,9}\.?\s+\d{4}\s+\d\d?:\d\d")
_STAMP = re.compile(r"^1?\d{9}(?:\d{3})?$")
#: Longer strings are no dates but texts.
_LONGEST = 120


def iso_date(value: str | None) -> str | None:
    """`value` as ISO 8601 with the time and zone it has; None when it is no unambiguous date."""
    written = " ".join((value or "")[:_LONGEST].split())
    if _COARSE.match(written):
        return written
    if month := _MONTH_YEAR.match(written):
        return f"{month['year']}-{_MONTHS[month['name'].lower()]:02d}"
    if _RFC822.match(written) and (parsed := _rfc822(written)):
        return parsed
    if _STAMP.match(written):
        return _from_stamp(int(written))
    return find_date(written)


def _rfc822(written: str) -> str | None:
    try:
        parsed = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return parsed.isoformat() if 1900 <= parsed.year <= 2100 else None


def _from_stamp(seconds: int) -> str | None:
    """Seconds or milliseconds since 1970, as some programs export them."""
    seconds = seconds // 1000 if seconds > 10**11 else seconds
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat()


def find_date(line: str) -> str | None:
    """The first full date written in `line`, with its time and zone when they follow it."""
    found = [match for shape in _SHAPES if (match := shape.search(line))]
    for match in sorted(found, key=lambda m: (m.start(), -m.end())):
        written = _iso(match.groupdict())
        if written:
            return written
    return None


def _iso(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    month, day = _month_and_day(parts)
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    hour, minute = parts.get("hour"), parts.get("minute")
    if hour is None or minute is None:
        return date.isoformat()
    second = f":{parts['second']}" if parts.get("second") else ":00"
    written = f"{date.isoformat()}T{_hour24(int(hour), parts.get('half')):02d}:{minute}{second}"
    return written + _offset(parts.get("zone"))


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    """Month and day; (0, 0), which is no date, where they could be read either way."""
    if parts.get("name"):
        return _MONTHS[str(parts["name"]).lower()], int(parts["day"] or 0)
    if parts.get("first"):
        first, then = int(parts["first"] or 0), int(parts["then"] or 0)
        if first == then or then > 12:
            return first, then
        return (then, first) if first > 12 else (0, 0)
    return int(parts["month"] or 0), int(parts["day"] or 0)


def _hour24(hour: int, half: str | None) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half.lower().startswith("p") else 0)


def _offset(zone: str | None) -> str:
    """`zone` as an ISO offset; empty when there is none or it depends on the season."""
    if not zone:
        return ""
    if zone[:3].upper() in ("GMT", "UTC") and len(zone) > 3:
        digits = zone[4:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        return f"{zone[3]}{int(hours):02d}:{minutes}"
    if zone[0] in "+-":
        return f"{zone[:3]}:{zone[-2:]}"
    east = _ZONES.get(zone.lower())
    if east is None:
        return ""
    sign = "-" if east < 0 else "+"
    return f"{sign}{abs(east) // 60:02d}:{abs(east) % 60:02d}"


def day_of(written: str | None) -> str | None:
    """The day of an ISO date; None when there is none or it is coarser than a day."""
    return written[:10] if written and len(written) >= 10 else None
