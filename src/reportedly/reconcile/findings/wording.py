"""Days, outlets and lists in plain words, as explanations use them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from reportedly.calendar import ANY_DAY, Interval
from reportedly.calendar.names import MONTHS
from reportedly.content_words import words
from reportedly.model import TOGETHER, Article, Statement
from reportedly.number_words import ONES

_NUMBERS = ("no", *ONES[1:], "twenty")
_PRONOUNS = frozenset("he she they it we i you who".split())
_OPENING, _CLOSING = "“«„", "”»"
#: Between the pieces of one quotation, each with marks of its own.
_JOINT = re.compile(r"([,.!?]?)[”»\"’]?,? … [“«„\"‘]?")
_INNER_MARKS = str.maketrans({"“": "‘", "”": "’", '"': "'", "«": "‘", "»": "’"})
#: Characters of a quotation that an explanation repeats; the evidence holds the rest.
QUOTED_CHARS = 120


def number(value: int) -> str:
    """'nine' for 9; digits above twenty."""
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else str(value)


def day(value: date) -> str:
    """'2 May 2005'."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def when(interval: Interval) -> str:
    """'on 2 May 2005', 'in May 2005', 'in 2005', 'between … and …', 'by …'; '' for any day."""
    first, last = interval.earliest, interval.latest
    if first and last:
        if first == last:
            return f"on {day(first)}"
        if (first.year, first.month) == (last.year, last.month) and (last - first).days >= 27:
            return f"in {MONTHS[first.month - 1]} {first.year}"
        if first == date(last.year, 1, 1) and last == date(first.year, 12, 31):
            return f"in {first.year}"
        return f"between {day(first)} and {day(last)}"
    if last:
        return f"by {day(last)}"
    return f"on or after {day(first)}" if first else ""


def outlet(article: Article) -> str:
    """The outlet, or the headline where no outlet is known."""
    if article.outlet:
        return article.outlet
    if article.title:
        return f"“{shortened(article.title, 60)}” (outlet not known)"
    return "an article whose outlet is not known"


def report(article: Article, published: Interval) -> str:
    """'The Courier, 3 May 2015'; says when the article carries no date of its own."""
    name = outlet(article)
    undated = article.published is None or article.published_from == "inferred"
    if published.exact_day and not undated:
        return f"{name}, {day(published.exact_day)}"
    if published.earliest is None and published.latest is None:
        return f"{name}, undated"
    if undated:
        return f"{name}, undated but published {when(published)}"
    return f"{name}, published {when(published)}"


def told(article: Article, published: Interval, as_of: Interval) -> str:
    """'The Courier, 3 May 2015', with the day that its words are of where that is another."""
    place = report(article, published)
    same = as_of in (published, ANY_DAY)
    return place if same else f"{place}, of how things stood {when(as_of)}"


def listed(parts: Iterable[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def reports(parts: Sequence[str], *, most: int = 3) -> str:
    """The first `most` of some reports in words, and how many more there are."""
    distinct = list(dict.fromkeys(parts))
    if len(distinct) <= most:
        return "; ".join(distinct)
    return "; ".join(distinct[:most]) + f"; and {number(len(distinct) - most)} more"


def shortened(text: str, most: int = QUOTED_CHARS) -> str:
    """`text` on one line, cut at a word with an ellipsis when it is longer than `most`."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def quoted(text: str, most: int = QUOTED_CHARS) -> str:
    """`text` shortened, between double quotation marks; those inside become single ones."""
    inner = _without_marks(_JOINT.sub(r"\1 … ", " ".join(text.split())))
    return f"“{_without_marks(shortened(inner, most)).translate(_INNER_MARKS)}”"


def _without_marks(text: str) -> str:
    """`text` without the marks around all of it, or around what has been cut off."""
    line = text.strip().removesuffix(",")
    if line[:1] == "‘" and line[-1:] == "’" and "‘" not in line[1:]:
        return line[1:-1].strip().removesuffix(",")
    straight = line.count('"')
    if line[:1] in _OPENING or (line[:1] == '"' and (straight == 1 or line[-1:] == '"')):
        closed = next((at for at, char in enumerate(line) if char in _CLOSING), len(line))
        if closed >= len(line) - 1:
            line = line[1:].rstrip(_CLOSING + '"')
    elif line[-1:] in _CLOSING and not any(char in line for char in _OPENING):
        line = line[:-1]
    return line.strip().removesuffix(",")


def who(statement: Statement) -> str:
    """The speaker's name, else the words that the article uses for the source."""
    if statement.speaker:
        return statement.speaker.replace(TOGETHER, " and ")
    if statement.source_text and called_by_pronoun(statement):
        return f"a source that is only “{statement.source_text.lower()}” there"
    if statement.source_text:
        return f"“{shortened(_TRAILING.sub('', statement.source_text), 60)}”"
    return "a source that is not named"


#: What leads on from a source to its clause: "a juror, who asked not to be named".
_TRAILING = re.compile(r"[\s,;:–—-]*\b(?:who|which|that|whom)?[\s,;:–—-]*$")


def called_by_pronoun(statement: Statement) -> bool:
    """True when the article calls the source "he" or "she" here."""
    return (statement.source_text or "").lower() in _PRONOUNS


def sentence(text: str) -> str:
    """`text` with a capital and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if _ENDED.search(text) else ".")


#: A sentence that is over, perhaps inside quotation marks.
_ENDED = re.compile(r"[.!?…][”’]?$")


def share_a_name(a: Statement, b: Statement) -> bool:
    """True when the speakers' names have a word in common: perhaps one person under two names, or
    relatives whom an article calls by surname."""
    one, other = (_plain_words(s.speaker or "") for s in (a, b))
    return bool(one & other)


def _plain_words(name: str) -> set[str]:
    """Words of a name in lower case, accents left out, initials passed over."""
    folded = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return {word for word in words(plain) if len(word) > 1}
