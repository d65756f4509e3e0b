"""Evidence for the day an article was published: metadata, address, visible dates, dated events.

Each piece is an interval of days with its reason in words and, where words carry it, their span.
Nothing is weighed here; `publication` puts the pieces together.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from reportedly.annotate.dates.recognise import Expression, find_expressions
from reportedly.annotate.dates.tense import reports_the_past, speaks_of_the_future
from reportedly.annotate.document import Document
from reportedly.calendar import ANY_DAY, Interval, find_interval
from reportedly.calendar.names import WEEKDAY
from reportedly.calendar.timex import find_timex_interval
from reportedly.model import DayEvidence
from reportedly.offsets import Span, overlaps

#: Rules whose value needs no other day to be read.
_EXPLICIT_DAYS = frozenset({"month day year", "day month year", "iso day"})
_EXPLICIT = _EXPLICIT_DAYS | {"month year", "year"}
#: A date that stands for the publication is near the top; this is two or three lines of a page.
_HEAD_CHARS = 600
#: A line that holds little more than a date is about the article, a longer one is part of it.
_LINE_CHARS = 90
#: Wire copy is published within days of its dateline; weeklies take longest.
_DATELINE_DAYS = 7

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)(?:[/-](\d\d?))?(?=[/_-])", re.ASCII)
_CAPTURED = re.compile(
    r"\b(?:archived|captured?|retrieved|accessed|saved|printed|snapshot)\b", re.I
)
_CHANGED = re.compile(r"\b(?:updated|modified|revised|corrected|edited)\b", re.I)
#: "This article was amended on …", at the end of many pages: what comes before its day.
_NOTE = re.compile(
    r"\bthis (?:article|story|page|post|piece)\b[^.]*\b(?:amended|updated|corrected|changed)\b"
    r"[^.]*\Z|\b(?:correction|clarification) was (?:made|added|appended)\b[^.]*\Z",
    re.I,
)
#: "Yesterday, on 4 May 2019": a full day with its distance to the article's own.
_TOLD_DAY = re.compile(
    r"\b(?:(?P<today>today)|yesterday),?\s+(?:on\s+)?(?:the\s+|\(\s*)?\Z", re.IGNORECASE
)
#: Whatever else the lines of such notes name are days of what they set right, not of the page.
_NOTE_LINE = re.compile(
    r"\bthis (?:article|story|page|post|piece)\b[^.]*\b(?:amended|corrected|changed)\b"
    r"|\b(?:earlier|previous|original) version\b|^\W*(?:corrections?|clarifications?)\b",
    re.I,
)
#: What any such line has, whichever date is left out of it.
_NOTE_WORD = re.compile(
    r"this (?:article|story|page|post|piece)|version|correction|clarification", re.I
)
#: A bare year dates its sentence only where it is said to: not in "the 2016 race".
_IN_YEAR = re.compile(r"\b(?:in|since)\s+\Z", re.IGNORECASE)
#: An event before this bounds no day that would help: no outlet's page is so old.
_FIRST_YEAR = 1900
#: What stands beside a date of publication; a headline has other words.
_LABELS = re.compile(
    r"\b(?:first )?(?:published|posted|date|added|filed|issued|created|updated|last|modified"
    r"|revised|corrected|edited|archived|captured?|retrieved|accessed|saved|printed|snapshot|from|on|at|of"
    rf"|the|original(?:ly)?|story|article|page|{WEEKDAY}"
    r"|\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|[A-Z]{2,4}T|GMT|UTC|BST)\b|\W",
    re.IGNORECASE,
)
#: "The Reed Review, 12 November 2022": an outlet, or a place, and the day.
_NAMED = re.compile(r"[*_#\s]*[A-Z][\w'’&.-]*(?:\s+(?:of|the|and|&|[A-Z][\w'’&.-]*)){0,5},\s*\Z")
#: "Transcript of episode 88 (20 January 2022)".
_OF_EDITION = re.compile(
    r"\b(?:transcript|episode|edition|issue|broadcast|aired|recorded|transmitted)\b[^.!?]*[(,]\s*\Z",
    re.IGNORECASE,
)
_MASTHEAD_CHARS = 300
#: Behind the day nothing stands, or what the line says of its article: "2 July 2021. Ann Doe on …".
_BESIDE = re.compile(r"[\s*_)]*(?:\Z|[.|·•]\s+[A-Z]|\s[–—-]\s+[A-Z])")
_BYLINE = re.compile(r"^\s*by\s+[A-Z]|[|•·]", re.IGNORECASE)
#: Before a place and a day, or a day; "On 4 May 2017, she said, the bridge will open" has no place.
_NO_PLACE = (
    r"(?:(?i:after|as|at|back|before|between|beginning|but|by|during|early|effective|ending|for|from"
    r"|in|it|late|no|of|on|only|since|starting|then|through|till|to|today|until|when|while"
    r"|yesterday)\b|(?i:an?|her|his|its|my|our|that|the|their|this)\s*\Z)"
)
_DATELINE = re.compile(
    rf"\s*(?!{_NO_PLACE})"
    r"(?:[A-Z][A-Z.'’ -]{2,}|[A-Z][\w.]+)(?:, [A-Z][\w. ]+)?,? *\(?\Z"
)


def find_evidence(document: Document, expressions: Sequence[Expression]) -> list[DayEvidence]:
    """All evidence that one article gives for its own day, in no particular order of strength."""
    found = list(_metadata(document))
    found += _address(document)
    found += _masthead(document)
    heads = list(_visible_dates(document, expressions))
    taken = {row.span for row in heads}
    rest = [e for e in expressions if (e.start, e.end) not in taken]
    return found + heads + list(_events(document, rest))


def _row(document: Document, kind: str, days: Interval, span: Span | None, why: str) -> DayEvidence:
    earliest, latest = days.iso()
    return DayEvidence(
        article_id=document.article.article_id,
        kind=kind,
        earliest=earliest,
        latest=latest,
        span=span,
        reason=why,
    )


def _metadata(document: Document) -> Iterator[DayEvidence]:
    article = document.article
    if days := find_interval(article.published):
        origin = "text" if article.published_from == "text" else "metadata"
        where = "the page shows" if origin == "text" else "its metadata say"
        yield _row(document, origin, days, None, f"{where} {article.published}")
    elif (days := find_interval(article.updated)) and days.latest:
        why = f"it was changed on {article.updated}, so it was not published later"
        yield _row(document, "updated", Interval(None, days.latest), None, why)


def _address(document: Document) -> Iterator[DayEvidence]:
    matched = _IN_ADDRESS.search(document.article.url or "")
    if matched is None:
        return
    year, month, day = matched.groups()
    iso = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    days = find_interval(iso) or find_interval(iso[:7])
    if days:
        # Addresses are made when an article is created, in the outlet's own zone.
        why = f"its address names {iso}"
        yield _row(document, "address", days.widened(after_days=2), None, why)


def _line_around(text: str, span: Span) -> tuple[str, str]:
    """The words before and after `span` on its line."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    return text[start : span[0]], text[span[1] : len(text) if end < 0 else end]


def _visible_dates(document: Document, expressions: Sequence[Expression]) -> Iterator[DayEvidence]:
    """Full dates that stand alone near the top, and datelines with a year."""
    text = document.text
    tops = (*document.spans_of("byline"), *document.spans_of("dateline"))
    for expression in expressions:
        span = (expression.start, expression.end)
        near_top = expression.start < _HEAD_CHARS or any(overlaps(span, top) for top in tops)
        if expression.rule not in _EXPLICIT_DAYS or not near_top:
            continue
        before, after = _line_around(text, span)
        day, words = find_timex_interval(expression.value), text[slice(*span)]
        if day is None:
            continue
        in_head = any(overlaps(span, top) for top in tops)
        alone = expression.start < _MASTHEAD_CHARS and _BESIDE.match(after)
        named = alone and (_NAMED.match(before) or _OF_EDITION.search(before))
        if named or _is_about_article(before, after, in_head):
            yield _of_line(document, day, span, before + after)
        elif _DATELINE.match(before):
            days = day.widened(after_days=_DATELINE_DAYS)
            yield _row(document, "dateline", days, span, f"its dateline names {words}")


def _masthead(document: Document) -> Iterator[DayEvidence]:
    """The day beside the outlet's name at the top, which else is left out with menus."""
    for start, end in document.spans_of("boilerplate"):
        words = document.text[start:end]
        if start > _MASTHEAD_CHARS or len(words) > _LINE_CHARS:
            continue
        for expression in find_expressions(words, None):
            span = (start + expression.start, start + expression.end)
            day = find_timex_interval(expression.value)
            before, after = words[: expression.start], words[expression.end :]
            named = _NAMED.match(before) and not after.strip(" *_\n")
            if expression.rule in _EXPLICIT_DAYS and day and named:
                yield _of_line(document, day, span, "")


def _in_markup(text: str, span: Span) -> bool:
    """True inside a tag that an archive has left in the text: its dates are not told by anybody."""
    opened = text.rfind("<", max(0, span[0] - 200), span[0])
    return opened >= 0 and ">" not in text[opened : span[0]] and "=" in text[opened : span[0]]


def _is_about_article(before: str, after: str, in_head: bool) -> bool:
    """True for a line that holds a date and little else: labels, a time, a byline."""
    if len(before) + len(after) > _LINE_CHARS or after.strip().endswith("."):
        return False
    rest = _LABELS.sub(" ", f"{before} {after}")
    return in_head or not re.search(r"\w", rest) or bool(_BYLINE.search(before + after))


def _of_line(document: Document, day: Interval, span: Span, around: str) -> DayEvidence:
    words = document.text[slice(*span)]
    if _CAPTURED.search(around):
        why = f"it was captured on {words}, so it was not published later"
        return _row(document, "captured", Interval(None, day.latest), span, why)
    if _CHANGED.search(around):
        why = f"it was changed on {words}, so it was not published later"
        return _row(document, "updated", Interval(None, day.latest), span, why)
    return _row(document, "visible_date", day, span, f"{words} stands by itself near the top")


def _is_in_year(before: str, words: str) -> bool:
    """True for "in 2015", "since late 2015", "late in 2015"."""
    return bool(_IN_YEAR.search(before) or re.match(r"\w+ in ", words))


def _events(document: Document, expressions: Sequence[Expression]) -> Iterator[DayEvidence]:
    """The latest dated past and the earliest dated future that the article speaks of."""
    past: list[tuple[date, Span]] = []
    future: list[tuple[date, Span]] = []
    #: By line, for a text without line breaks is one line around each of its dates.
    notes: dict[int, bool] = {}
    for expression in expressions:
        span = (expression.start, expression.end)
        days = find_timex_interval(expression.value) or ANY_DAY
        if expression.rule not in _EXPLICIT or not days.earliest or not days.latest:
            continue
        line = _line_around(document.text, span)
        # Such a note has no full stop within, so that it cannot begin before the last one.
        if _NOTE.search(line[0].rpartition(".")[2]):
            yield _of_line(document, days, span, "updated")
            continue
        begin = span[0] - len(line[0])
        if begin not in notes:
            notes[begin] = bool(_NOTE_WORD.search(document.text[begin : span[1] + len(line[1])]))
        if notes[begin] and _NOTE_LINE.search("".join(line)):
            continue
        before = document.text[max(0, span[0] - 24) : span[0]]
        if expression.rule in _EXPLICIT_DAYS and (told := _TOLD_DAY.search(before)):
            day = days.earliest + timedelta(days=0 if told["today"] else 1)
            words = " ".join(document.text[span[0] - len(told[0]) : span[1]].split())
            why = f"it says “{words}”"
            yield _row(document, "told_day", Interval.of_day(day), span, why)
        if days.earliest.year < _FIRST_YEAR or _in_markup(document.text, span):
            continue
        if expression.rule == "year" and not _is_in_year(before, document.text[slice(*span)]):
            continue
        if speaks_of_the_future(document.text, span):
            future.append((days.latest, span))
        elif reports_the_past(document.text, span):
            past.append((days.earliest, span))
    if past:
        day, span = max(past)
        why = f"it tells of {document.text[slice(*span)]} as past"
        yield _row(document, "after_event", Interval(day, None), span, why)
    # Quoted plans can be old, so a day ahead counts only when nothing later is past.
    ahead = [(day, span) for day, span in future if not past or day >= max(past)[0]]
    if ahead:
        day, span = min(ahead)
        why = f"it tells of {document.text[slice(*span)]} as still to come"
        yield _row(document, "before_event", Interval(None, day + timedelta(days=1)), span, why)
