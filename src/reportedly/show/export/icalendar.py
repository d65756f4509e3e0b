"""iCalendar (RFC 5545): dated events as days in a calendar, uncertain ones marked as tentative.

Words of articles are escaped, stripped of controls and folded, so that none can begin a line.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import reportedly
from reportedly.calendar.interval import Interval
from reportedly.calendar.partial import interval_from_iso
from reportedly.model import Event
from reportedly.show.export.material import Material, day, reports
from reportedly.show.web import urls, wording

#: Octets of a line, without its end (RFC 5545, 3.1).
_LINE_OCTETS = 75

#: Controls except tab; a line feed is written as `\\n` before.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

#: A longer period says "some day in these years"; as a bar it would cover everything else.
_LONGEST_DAYS = 366


def documents(material: Material) -> Iterator[tuple[str, str]]:
    """One file with all events whose period is at most a year."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//reportedly//reportedly {reportedly.__version__}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for event in material.events:
        days = interval_from_iso(event.earliest, event.latest)
        if days.width_days is not None and days.width_days <= _LONGEST_DAYS:
            lines += _event(material, event, days)
    lines.append("END:VCALENDAR")
    yield "events.ics", "".join(fold(line) + "\r\n" for line in lines)


def _event(material: Material, event: Event, days: Interval) -> list[str]:
    assert days.earliest is not None and days.latest is not None
    exact = days.exact_day is not None
    told = reports(material, event)
    articles = [article for article, _ in told]
    by = sorted({wording.outlet_of(a) + (f", says {says}" if says else "") for a, says in told})
    described = f"{wording.period(event.earliest, event.latest)}. Reported by {'; '.join(by)}"
    link = next((href for a in articles if (href := urls.outside(a.url))), None)
    return [
        "BEGIN:VEVENT",
        f"UID:{event.event_id}@reportedly.invalid",
        f"DTSTAMP:{_stamp(min((d for a in articles if (d := day(a))), default=None))}",
        f"DTSTART;VALUE=DATE:{_basic(days.earliest)}",
        f"DTEND;VALUE=DATE:{_basic(_after(days.latest))}",
        f"SUMMARY:{escaped(event.what)}",
        f"DESCRIPTION:{escaped(described)}",
        f"STATUS:{'CONFIRMED' if exact else 'TENTATIVE'}",
        "TRANSP:TRANSPARENT",
        *([f"URL:{_CONTROLS.sub('', link)}"] if link else []),
        "END:VEVENT",
    ]


def _after(last: date) -> date:
    """The end of a calendar's day is the day after it."""
    return last + timedelta(days=1) if last < date.max else last


def _basic(day: date) -> str:
    """`20150511`, also in years before 1000, which `strftime` does not pad everywhere."""
    return day.isoformat().replace("-", "")


def _stamp(published: str | None) -> str:
    """The day of the first report: the clock would make two exports of one chronicle differ."""
    digits = re.sub(r"\D", "", (published or "")[:10])
    return f"{digits if len(digits) == 8 else '19700101'}T000000Z"


def escaped(text: str) -> str:
    """`text` as a TEXT value: backslash, comma, semicolon and line feed escaped, no controls."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    for character in ",;":
        plain = plain.replace(character, "\\" + character)
    return _CONTROLS.sub("", plain.replace("\n", "\\n"))


def fold(line: str) -> str:
    """A content line cut so that no part is longer than 75 octets, never inside a character."""
    parts, octets = [""], 0
    for character in line:
        size = len(character.encode("utf-8"))
        if octets + size > _LINE_OCTETS:
            parts.append("")
            octets = 1  # the space that begins a continued line
        parts[-1] += character
        octets += size
    return "\r\n ".join(parts)
