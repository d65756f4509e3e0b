"""The line under a headline that says whose page it is: "Ada Quill, Notes from the Mill", "Fern
Letter, 4 November 2019", "Fern Notes, by Ada Quill", "Fern Notes · 4 November 2019 · by Ada Quill".

In: that line and the text below it.  Out: outlet, author and day, as far as they are plain.  One
word with a day may be a place, so it is no outlet unless the text calls itself so.
"""

import re
from dataclasses import dataclass

from reportedly.reading.dates import MONTH, find_date
from reportedly.reading.masthead import calls_itself, in_usual_letters, is_newspaper, is_paper

_MONTH = rf"(?i:{MONTH})"
_DAY = rf"(?:(?:\w+day,? )?\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}})"
_NAME = r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|the|from|and|for|in|on|&)){0,5}"
_PERSON = r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){1,2}"
_BY = re.compile(rf"(?P<name>{_NAME})(?:, [a-z][^,.]{{2,60}})?, by (?P<by>{_PERSON})")
_DATED = re.compile(rf"(?P<name>{_NAME}), (?P<day>{_DAY})(?=\Z|[.:] )")
#: "Second Helpings, a blog about food. 8 March 2016": a name, what it is, and the day.
_SORTED = re.compile(
    rf"(?P<name>{_NAME}), (?:an?|the) [a-z][^.·|]{{0,50}}?\b(?:blog|newsletter|diary|magazine"
    rf"|weekly|journal|monthly|podcast|notebook|fanzine)\b[^.·|]{{0,60}}[.,·|—–]?(?:\s+(?P<day>{_DAY}))?\.?"
)
#: "A diary of the mill, by Ada Quill": what the page is, and whose.
_DESCRIBED = re.compile(rf"An? [a-z][a-z’' -]{{3,60}},? by (?P<by>{_PERSON})")
_SIGNED = re.compile(rf"(?P<by>{_PERSON}), (?P<name>{_NAME})(?:, (?P<day>{_DAY}))?")
#: "The Fern. Ada Quill": a name with its article, a full stop, and who wrote there.
_TITLED = re.compile(rf"(?P<name>The [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,3}})\. (?P<by>{_PERSON})")
#: Marks between the pieces of such a line, and what a piece can be.
_MARKS = re.compile(r"\s+[·•|—–/]\s+")
_BY_PIECE = re.compile(
    rf"(?:(?:[Pp]osted |[Ww]ritten |[Pp]ublished )?[Bb]y|[Ww]ords:|[Tt]ext:)\s+(?P<by>{_PERSON})"
)
_MOST_PIECES = 4
#: What stands before "by" and is a sort of article.
_SORTS = frozenset(
    """analysis column comment commentary editorial essay exclusive feature interview letter news
    obituary opinion profile report review sport story""".split()
)
_LONGEST_CHARS = 120
#: The head of a clipping: "Long Post, 7 June 2016, p. 4", "From The Post of 7 June 2016".
_PAGE = r"(?:[\s,;:·•|—–-]+\(?(?:page|pages|pp?\.?|p) ?[A-Z]?\d{1,3}(?:[-–]\d{1,3})?\)?)?"
_CLIPPED = (
    re.compile(
        rf"(?:[Ff]rom (?:the )?)?(?P<name>{_NAME}?)(?: of |,? \(|\s*[,;:·•|—–-]\s*|, dated )"
        rf"(?P<day>{_DAY})\)?{_PAGE}\.?"
    ),
    re.compile(rf"(?P<day>{_DAY})(?:\s*[,;:·•|—–-]\s*)(?P<name>{_NAME}){_PAGE}\.?"),
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the line says, and how many of its characters say so."""

    outlet: str | None
    byline: str | None
    published: str | None
    length: int


def find_imprint(line: str, body: str) -> Imprint | None:
    """What a line right under a headline says of its page; None for the article's first line."""
    start = line[:_LONGEST_CHARS]
    if by := _BY.fullmatch(line):
        sort = by["name"].lower() in _SORTS
        return Imprint(None if sort else by["name"], by["by"], None, len(line))
    if described := _DESCRIBED.fullmatch(line):
        return Imprint(None, described["by"], None, len(line))
    if told := _SORTED.fullmatch(line):
        day = find_date(told["day"]) if told["day"] else None
        return Imprint(told["name"], None, day, len(line))
    if titled := _TITLED.fullmatch(line):
        return Imprint(titled["name"], titled["by"], None, len(line))
    if signed := _SIGNED.fullmatch(line):
        outlet = signed["name"] if _is_outlet(signed["name"], body) else None
        day = find_date(signed["day"]) if signed["day"] else None
        plain = outlet is not None or day is not None
        return Imprint(outlet, signed["by"], day, len(line)) if plain else None
    if pieces := _find_pieces(line, body):
        return pieces
    dated = _DATED.match(start)
    if dated is None:
        return None
    name = dated["name"] if _is_outlet(dated["name"], body) else None
    # A day in a line that goes on is weighed with what else the article says of its day.
    day = find_date(dated["day"]) if dated.end() == len(line) else None
    return Imprint(name, None, day, dated.end())


def find_clipped_from(line: str, body: str) -> Imprint | None:
    """Outlet and day that somebody wrote above a clipping; None where the name may be another's.

    A name that is no paper's ("Marl, 3 May 2016", "Ada Quill, 3 May 2016") is a place or a person
    unless the text below calls itself so by all of it.
    """
    found = next((f for form in _CLIPPED if (f := form.fullmatch(line.strip(" *_#")))), None)
    if found is None:
        return None
    name = found["name"]
    known = is_newspaper(name) or (" " in name and calls_itself(body, name))
    day = find_date(found["day"])
    return Imprint(in_usual_letters(name, body), None, day, len(line)) if known and day else None


def is_imprint(line: str) -> bool:
    """True for pieces between marks of which one is a day with its year: no row of a menu."""
    found = _find_pieces(line, "") or find_clipped_from(line, "")
    return found is not None and found.published is not None


def _find_pieces(line: str, body: str) -> Imprint | None:
    """ "Fern Notes · 4 November 2019 · by Ada Quill": a day or an author tells what the line is."""
    pieces = _MARKS.split(line.strip())
    days = [piece for piece in pieces if re.fullmatch(_DAY, piece)]
    authors = [by["by"] for piece in pieces if (by := _BY_PIECE.fullmatch(piece))]
    rest = [p for p in pieces if p not in days and not _BY_PIECE.fullmatch(p)]
    if not 1 < len(pieces) <= _MOST_PIECES or len(days) > 1 or len(authors) > 1 or len(rest) > 1:
        return None
    if (not days and not authors) or any(not re.fullmatch(_NAME, name) for name in rest):
        return None
    named = [name for name in rest if _is_outlet(name, body) or (days and authors)]
    outlet = named[0] if named else None
    day = find_date(days[0]) if days else None
    return Imprint(outlet, authors[0] if authors else None, day, len(line))


def _is_outlet(name: str, body: str) -> bool:
    """True for what papers and notebooks are called, or what the text calls itself."""
    last = name.split()[-1]
    return is_paper(name) or calls_itself(body, name) or calls_itself(body, last)
