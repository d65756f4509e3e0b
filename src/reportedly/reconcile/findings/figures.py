"""Numbers in an article of which it says what they are of: what something costs or sells for, who
works there, who died, by how many votes somebody won.

In: the text of an article.  Out: its figures, by what is counted.
"""

import re
from dataclasses import dataclass, replace
from typing import Protocol

from reportedly.annotate.dates import numbers
from reportedly.annotate.facts.taken_back import taken_back
from reportedly.content_words import stem
from reportedly.offsets import Span, overlaps
from reportedly.reconcile.findings.casualties import casualties
from reportedly.reconcile.findings.counted import A_FINE, FINED, FINED_CHARS, counted
from reportedly.reconcile.findings.deals import find_deal
from reportedly.reconcile.findings.no_prices import is_no_price
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.swapped import digits_of

_MONEY = re.compile(
    r"(?<![\w.])(?:(?P<sign>[£$€])\s?)?(?P<number>\d[\d,]*(?:\.\d+)?|(?i:"
    + numbers.WORDS
    + r"))(?:\s?(?P<scale>(?:hundred\s)?thousand|million|billion|trillion|grand|mn?|bn|k))?\b"
    r"(?:\s(?P<word>pounds|dollars|euros))?"
)
_COUNT = re.compile(
    r"(?<![\w.£$€])(?P<number>\d[\d,]*)\s(?:\w+\s)?"
    r"(?P<noun>employees|staff|workers|jobs|people\s+(?:were\s+)?arrested)\b"
)
#: Who works there told the other way round: "which employs 35 people", "a workforce of 35".
_EMPLOYED = tuple(
    re.compile(
        rf"\b{before}\s(?:(?:about|around|some|over|nearly)\s)?"
        rf"(?P<number>\d[\d,]*\d|\d)(?!\d){after}"
    )
    for before, after in (
        (
            r"employ(?:s|ed|ing)",
            r"(?=\s(?:people|men|women|staff|workers|and|in|at|across)\b|[,.;](?!\d))",
        ),
        (r"(?:workforce|staff)\s+of", ""),
    )
)
#: Any count of more than two digits; four without a comma are mostly a year.
_ANY_COUNT = re.compile(
    r"(?<![\w.,£$€-])(?P<number>\d{1,3}(?:,\d{3})+|\d{3}|\d{5,})\s(?:[a-z-]+\s)??(?P<noun>[a-z]{3,}s|people|staff)\b"
)
_OF_TIME = frozenset("seconds minutes hours days nights weeks months years times always".split())
SCALES = {
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "thousand": 1e3,
    "hundred thousand": 1e5,
    "grand": 1e3,
}
SIGNS = {"pounds": "£", "dollars": "$", "euros": "€"}
#: What the sentence says that the money is.
_OF_MONEY = {
    "cost": re.compile(r"\b(?:costs?|bill|budget)\b", re.I),
    "sale": re.compile(
        r"\b(?:sale|sell(?:s|ing)?|sold|buy(?:s|ing)?|bought|purchase|flogged|takeover)\b", re.I
    ),
    # "Prized", and prizes that are not money's worth, name no sum.
    "prize": re.compile(r"\b(?:prize|award|jackpot|winnings)(?!\s+draw)s?\b", re.I),
    # What was paid may be for anything; who is to pay tells of one thing.
    "payment": re.compile(
        r"\b(?:(?:to|will|would|shall|must)\s+pay|(?:is|are|was|were)\s+paying|cough(?:s|ing|ed)?\s+up|stump(?:s|ing|ed)?\s+up"
        r"|fork(?:s|ing|ed)?\s+out)\b",
        re.I,
    ),
    "grant": re.compile(r"\b(?:grants?|funding)\b", re.I),
    "gift": re.compile(r"\b(?:gifts?|donat\w+|bung(?:ed)?|bribes?)\b", re.I),
}
_TICKETS = re.compile(
    r"\b[Tt]ickets\b[^.;]{0,60}?\b(?:are|were|cost|go|went|(?:was|were|are)\s+priced)\b\s+(?:at\s+|for\s+)?[£$€]\d"
)
#: The price of a purchase, and when that was; "has bought" is of the article's own year.
_BOUGHT = re.compile(
    r"\b(?P<news>(?:has|have)\s+(?:been\s+)?)?(?:bought|purchased|acquired|snapped\s+up)\b[^.;]{0,80}?"
    r"\b(?:for|at)\s+(?:an?\s+(?:\w+\s+)?)?\Z"
    r"|\b(?P<paid>(?:has|have)\s+)?paid\s+(?:an?\s+(?:\w+\s+)?)?\Z",
    re.I,
)
_IN_YEAR = re.compile(r"\bin\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
#: Who counts only roughly does not contradict a number near it.
_ROUGHLY = re.compile(
    r"\b(?:about|around|almost|nearly|over|under|more than|less than|fewer than|up to|at least"
    r"|some|approximately|roughly|estimated|could)\s+(?:as\s+\w+\s+as\s+)?(?:[£$€]\s?)?$",
    re.I,
)
#: What has been spent or counted up to a day goes on growing: it contradicts no other number.
_SO_FAR = re.compile(
    r"\b(?:so\s+far|to\s+date|(?:until|till|up\s+to)\s+now|thus\s+far|to\s+this\s+day)\b"
    r"|\bby\s+(?:now|then)\b|\balready\s+(?:\w+\s+)?(?:cost|spent|swallowed|run\s+up|eaten\s+up)\b",
    re.I,
)
#: Shares of the larger number: below, it was rounded, or told roughly.
ROUNDED, ROUGH = 0.04, 0.3
PURCHASE = "purchase"
#: The price of one property: `find_deal` says of which deal.
DEAL = "price:"
#: What something is to cost, and what it has cost in the end, each with its unit.
TO_COST, HAS_COST = "cost foretold", "cost paid"
_TO_COST = re.compile(
    r"\b(?:(?:will|would|shall|(?:set|due|expected|going|likely|is|are|was|were)\s+to)\s+(?:now\s+|only\s+)?cost"
    r"|(?:budget|estimate)d?\s+(?:of|at))\b",
    re.I,
)
_HAS_COST = re.compile(
    r"(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )\b(?:ha[ds]|have)\s+"
    r"(?:in\s+the\s+end\s+|finally\s+|eventually\s+)?cost\b"
    r"|\bcost\b[^.;]{0,30}\bin\s+the\s+end\b|\b(?:final|eventual|total)\s+(?:bill|cost)\b"
    r"|\b(?:in\s+the\s+end|eventually)\b[^.;]{0,30}\bcost\b",
    re.I,
)
#: What is no count that grows; of what something has cost so far, more than planned is telling.
_TOLD_FOR_GOOD = (PURCHASE, DEAL, TO_COST, HAS_COST)
#: The same digits in another order: `digits_of` says which.
DIGITS = "digits:"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in an article and what it is of."""

    article_id: str
    span: Span
    sort: str
    """what is counted, with the unit"""
    value: float
    rough: bool
    words: str
    """as printed"""
    running: bool = False
    """told as what it has come to up to a day"""


def figures(article_id: str, text: str, year: int | None = None) -> list[Figure]:
    """The numbers of `text` of which the sentence says what they are of, in order.

    Args:
        year: in which the article was published, where that is known.
    """
    found = []
    for match in _COUNT.finditer(text):
        noun = match["noun"].split()[-1]
        sort = "employees" if noun in ("staff", "workers") else noun
        found.append(_figure(article_id, text, match, sort, 1.0))
    employed = [match for pattern in _EMPLOYED for match in pattern.finditer(text)]
    found += [_figure(article_id, text, match, "employees", 1.0) for match in employed]
    for match in _ANY_COUNT.finditer(text):
        if match["noun"] not in _OF_TIME:
            found += _by_digits(article_id, text, match, match["number"], stem(match["noun"]))
    for counting, match, number in counted(text):
        if counting.beside is None or counting.beside.search(
            text, *sentence_at(text, match.start())
        ):
            found.append(_figure(article_id, text, match, counting.sort, 1.0, number))
    for sort, match in casualties(text, year):
        found.append(_figure(article_id, text, match, sort, 1.0))
    signs = {match[0] for match in re.finditer("[£$€]", text)}
    for match in _MONEY.finditer(text):
        sign = match["sign"] or SIGNS.get(match["word"] or "", "")
        if not sign and match["scale"] == "grand":
            # Of whatever money the article counts in.
            sign = min(signs) if len(signs) == 1 else ""
        if not sign and match["scale"]:
            sign = _sign_before(text, match.start())
        if not sign:
            continue
        words = text[slice(*sentence_at(text, match.start()))]
        sorts = [name for name, pattern in _OF_MONEY.items() if pattern.search(words)]
        if A_FINE.match(text, match.end()) or FINED.search(
            text, max(0, match.start() - FINED_CHARS), match.start()
        ):
            sorts = ["fine"]
        elif _TICKETS.search(words):
            sorts = ["tickets"]
        elif is_no_price(text, match.span()):
            sorts = [name for name in sorts if name != "sale"]
        scale = SCALES.get(" ".join((match["scale"] or "").split()), 1.0)
        found += _by_digits(article_id, text, match, match["number"], sign, scale)
        if deal := find_deal(text, match.span(), year):
            found.append(_figure(article_id, text, match, f"{DEAL} {deal} {sign}", scale))
            if not deal.endswith(f" in {year}"):
                continue
        if len(sorts) == 1:
            found.append(_figure(article_id, text, match, f"{sorts[0]} {sign}", scale))
        if "cost" in sorts and (told := _told_cost(words)):
            found.append(_figure(article_id, text, match, f"{told} {sign}", scale))
        if bought := _year_bought(text, match.start(), year):
            found.append(_figure(article_id, text, match, f"{PURCHASE} {bought} {sign}", scale))
    wrong = list(taken_back(text))
    kept = (
        figure
        for figure in found
        if (not figure.running or figure.sort.startswith(_TOLD_FOR_GOOD))
        and not any(overlaps(figure.span, span) for span in wrong)
    )
    return sorted(kept, key=lambda figure: figure.span)


def _sign_before(text: str, at: int) -> str:
    """The money of a sum paid that names none: "The final bill is 15.4 million", after pounds."""
    start, end = sentence_at(text, at)
    if not start or not _HAS_COST.search(text, start, end):
        return ""
    before = _MONEY.finditer(text, sentence_at(text, start - 2)[0], start)
    signs = {m["sign"] or SIGNS.get(m["word"] or "", "") for m in before} - {""}
    return signs.pop() if len(signs) == 1 else ""


def _told_cost(words: str) -> str | None:
    """Whether a sentence tells what something is to cost or what it cost; None for both or none."""
    to, has = _TO_COST.search(words), _HAS_COST.search(words)
    if (to is None) == (has is None):
        return None
    return TO_COST if to else HAS_COST


def _year_bought(text: str, at: int, year: int | None) -> int | None:
    """The year in which something was bought for the sum at `at`; None where it is no such sum, or
    the year is not told."""
    start, end = sentence_at(text, at)
    told = _BOUGHT.search(text, start, at)
    years = {int(found) for found in _IN_YEAR.findall(text[start:end])}
    if told is None or len(years) > 1:
        return None
    if years:
        return years.pop()
    return year if told["news"] or told["paid"] else None


def _by_digits(
    article_id: str, text: str, match: re.Match[str], number: str, unit: str, scale: float = 0
) -> list[Figure]:
    """A number by its digits, where they say enough; `scale` is that of a sum."""
    figure = _figure(article_id, text, match, "", scale or 1.0, number)
    digits = digits_of(number, figure.value, unit, money=bool(scale))
    return [replace(figure, sort=f"{DIGITS} {digits}")] if digits else []


def _figure(
    article_id: str, text: str, match: re.Match[str], sort: str, scale: float,
    number: str | None = None,
) -> Figure:  # fmt: skip
    value = float(_number(number or match["number"]) or 0) * scale
    rough = is_rough(text, match.start())
    rough = rough or text[match.end() - len(match.group().lstrip()) - 1 : match.start()] == "~"
    span = sentence_at(text, match.start())
    running = _SO_FAR.search(text, *span) is not None
    return Figure(article_id, span, sort, value, rough, " ".join(match.group().split()), running)


def is_rough(text: str, at: int) -> bool:
    """True where "about", "at least" or the like stand before the number at `at`."""
    return _ROUGHLY.search(text, max(0, at - 30), at) is not None


class Counted(Protocol):
    """A number that an article gives."""

    @property
    def value(self) -> float:
        """What it is."""

    @property
    def rough(self) -> bool:
        """Whether it was told roughly."""


def differ(one: Counted, other: Counted) -> bool:
    """False for numbers of which one may be the other, rounded or told roughly."""
    most = max(one.value, other.value)
    apart = abs(one.value - other.value) / most if most else 0.0
    return apart > (ROUGH if one.rough or other.rough else ROUNDED)


def _number(text: str) -> float | None:
    """The value of digits or of words."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    value = numbers.number_of(text.lower())
    return None if value is None else float(value)


def only_figures(article_id: str, text: str, year: int | None = None) -> dict[str, Figure]:
    """Sort → the one number of that sort that an article gives."""
    found: dict[str, list[Figure]] = {}
    for figure in figures(article_id, text, year):
        found.setdefault(figure.sort, []).append(figure)
    return {
        sort: listed[0] for sort, listed in found.items() if len({f.value for f in listed}) == 1
    }
