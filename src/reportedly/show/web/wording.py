"""Numbers, days and codes in the words of the pages."""

import calendar
import re
from collections.abc import Iterable

_DAY = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

#: What a probability means to a reader; the number always stands beside it.
_CONFIDENCE = ((0.9, "very likely"), (0.75, "likely"), (0.5, "more likely than not"))

MODES = {"direct": "quoted", "indirect": "retold", "mixed": "partly quoted"}

KINDS = {
    "person": "named person",
    "organisation": "organisation",
    "outlet": "outlet",
    "anonymous": "unnamed source",
    "collective": "a group",
    "document": "document",
    "work": "work",
    "unknown": "not said who",
}

CHANNELS = {
    "interview": "in an interview",
    "broadcast": "on air",
    "post": "in a post",
    "speech": "in a speech",
    "press_release": "in a press release",
    "document": "in a document",
    "song": "in a song",
    "message": "in a message",
    "conversation": "in conversation",
}

FINDINGS = {
    "conflict": "Cannot all be true",
    "changed_quote": "Changed on its way",
    "misattribution": "Given to someone else",
    "overtaken": "Overtaken by later news",
    "correction": "Corrected",
    "agreement": "Sources agree",
}

#: The same in a sentence, of one and of several.
FOUND = {
    "conflict": ("conflict between facts or claims", "conflicts between facts or claims"),
    "changed_quote": ("quotation that changed on its way", "quotations that changed on their way"),
    "misattribution": ("quotation given to two people", "quotations given to two people"),
    "overtaken": ("statement overtaken by later news", "statements overtaken by later news"),
    "correction": ("correction", "corrections"),
    "agreement": ("agreement of independent sources", "agreements of independent sources"),
}

CHANGES = {
    "identical": "word for word",
    "trimmed": "shortened",
    "altered": "words changed",
    "paraphrased": "retold",
}

#: What an error means to whoever meets it; its detail says more.
ERRORS = {
    403: "You may not do this here",
    404: "There is nothing at this address",
    405: "This page cannot be used that way",
    422: "This address cannot be understood",
    500: "This page failed",
    503: "The chronicle cannot be read now",
}

PUBLISHED_FROM = {
    "metadata": "the page says so",
    "text": "the text says so",
    "inferred": "worked out from other evidence",
    "likely": "likely, by its words",
}


def confidence(value: float) -> str:
    """A probability in words."""
    return next((words for floor, words in _CONFIDENCE if value >= floor), "doubtful")


def day(value: str | None) -> str:
    """An ISO date in words, as precise as it is: `21 June 2018`, `June 2018`, `2018`."""
    found = _DAY.match(value or "")
    if value is None or found is None:
        return value or "no date"
    year, month, number = found.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    name = calendar.month_name[int(month)]
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


def value(attribute: str, given: str) -> str:
    """A fact's value: dates in words, everything else as it is."""
    return day(given) if attribute.endswith("_date") else given


def stretch(first: str | None, last: str | None) -> str:
    """From one day to another, both known: `11 May 2015 to 5 April 2019`."""
    if first is None or last is None or first[:10] == last[:10]:
        return day(first or last)
    return f"{day(first)} to {day(last)}"


def number(value: int) -> str:
    """A number with thin spaces between thousands."""
    return f"{value:,}".replace(",", "\u202f")


def percent(share: float) -> str:
    """A share between 0 and 1 as `62 %`, with a thin space."""
    return f"{share * 100:.0f}\u202f%"


def counted(value: int, one: str, many: str = "") -> str:
    """`1 article`, `2 articles`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def spoken(code: str) -> str:
    """An attribute or other code as words: `birth_date` → `birth date`."""
    return code.replace("_", " ")


def sentence(text: str) -> str:
    """A message as a sentence: a capital at its start, a full stop at its end."""
    shown = text[:1].upper() + text[1:]
    return shown if shown.endswith((".", "?", "!")) else shown + "."


def other_names(name: str, aliases: Iterable[str]) -> list[str]:
    """Aliases in their order, one of those that differ in capitals only, without `name` itself."""
    shown = {name.casefold()}
    found = []
    # A headline's capitals say no more than the name as it is otherwise written.
    for alias in sorted(aliases, key=str.isupper):
        if alias.casefold() not in shown:
            shown.add(alias.casefold())
            found.append(alias)
    return found
