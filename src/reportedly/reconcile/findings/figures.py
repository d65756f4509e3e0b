"""Numbers that articles of the same weeks give for the same thing: "40 employees", "60 employees";
and, years apart, prices of what was bought in one year.

In: articles with whom they mention.  Out: findings `conflict`.  A number counts where its sentence
says of what it is (what something costs or sells for, who works there, who died), where the article
gives no other number of that sort, and where the articles are about the same people and bodies.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reportedly.annotate.dates import numbers
from reportedly.annotate.facts.taken_back import taken_back
from reportedly.content_words import content_stems
from reportedly.model import Evidence, Finding
from reportedly.offsets import Span, overlaps
from reportedly.reconcile.findings.deals import find_deal, property_of
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import listed, quoted, sentence

_MONEY = re.compile(
    r"(?<![\w.])(?:(?P<sign>[£$€])\s?)?(?P<number>\d[\d,]*(?:\.\d+)?|(?i:"
    + numbers.WORDS
    + r"))(?:\s?(?P<scale>(?:hundred\s)?thousand|million|billion|trillion|grand|mn?|bn|k))?\b"
    r"(?:\s(?P<word>pounds|dollars|euros))?"
)
_COUNT = re.compile(
    r"(?<![\w.£$€])(?P<number>\d[\d,]*)\s(?:\w+\s)?"
    r"(?P<noun>employees|staff|workers|jobs|people\s+(?:were\s+)?(?:killed|injured|arrested)|dead)\b"
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
_SCALES = {
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
_SIGNS = {"pounds": "£", "dollars": "$", "euros": "€"}
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
_TO_COST = re.compile(
    r"\b(?:(?:set|due|expected|likely|going)\s+to|will|would)\s+(?:now\s+)?cost\b", re.I
)
_HAD_COST = re.compile(r"\b(?:had|has)\s+cost\b|\bcost\b[^.;]{0,30}\bin\s+the\s+end\b", re.I)
#: Articles further apart tell of another time.
MOST_DAYS = 45
_TO_COST = re.compile(r"\b(?:will|would|to|could)\s+(?:now\s+)?cost\b", re.I)
_HAS_COST = re.compile(r"\b(?:ha[ds]|have|it)\s+(?:in\s+the\s+end\s+)?cost\b", re.I)
#: People and bodies, not places, that two articles must both name, and the most articles that may
#: name such a one: whom hundreds name tells nothing of the matter.
COMPANY, MOST_ARTICLES = 3, 20
#: Characters around a number's sentence in which the one must be named of whom it is told.
NEAR_CHARS = 250
#: Shares of the larger number: below, it was rounded, or told roughly.
ROUNDED, ROUGH = 0.04, 0.3
PRIOR = 0.6
_PURCHASE = "purchase"
#: The price of one property: `find_deal` says of which deal.
_DEAL = "price:"
#: What sentences about purchases share, whatever is bought.
_NO_THINGS = content_stems(
    "bought buy purchased purchase acquired acquire snapped paid pay price million billion thousand"
    " company firm business deal shares stake year"
)


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
    signs = {match[0] for match in re.finditer("[£$€]", text)}
    for match in _MONEY.finditer(text):
        sign = match["sign"] or _SIGNS.get(match["word"] or "", "")
        if not sign and match["scale"] == "grand":
            # Of whatever money the article counts in.
            sign = min(signs) if len(signs) == 1 else ""
        if not sign:
            continue
        words = text[slice(*sentence_at(text, match.start()))]
        sorts = [name for name, pattern in _OF_MONEY.items() if pattern.search(words)]
        scale = _SCALES.get(" ".join((match["scale"] or "").split()), 1.0)
        if deal := find_deal(text, match.span(), year):
            found.append(_figure(article_id, text, match, f"{_DEAL} {deal} {sign}", scale))
            continue
        if len(sorts) == 1:
            found.append(_figure(article_id, text, match, f"{sorts[0]} {sign}", scale))
        if bought := _year_bought(text, match.start(), year):
            found.append(_figure(article_id, text, match, f"{_PURCHASE} {bought} {sign}", scale))
    wrong = list(taken_back(text))
    kept = (figure for figure in found if not any(overlaps(figure.span, span) for span in wrong))
    return sorted(kept, key=lambda figure: figure.span)


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


def _figure(article_id: str, text: str, match: re.Match[str], sort: str, scale: float) -> Figure:
    value = float(_number(match["number"]) or 0) * scale
    rough = _ROUGHLY.search(text, max(0, match.start() - 30), match.start()) is not None
    rough = rough or text[match.end() - len(match.group().lstrip()) - 1 : match.start()] == "~"
    span = sentence_at(text, match.start())
    return Figure(article_id, span, sort, value, rough, " ".join(match.group().split()))


def _number(text: str) -> float | None:
    """The value of digits or of words."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    value = numbers.number_of(text)
    return None if value is None else float(value)


def only_figures(article_id: str, text: str, year: int | None = None) -> dict[str, Figure]:
    """Sort → the one number of that sort that an article gives."""
    found: dict[str, list[Figure]] = {}
    for figure in figures(article_id, text, year):
        found.setdefault(figure.sort, []).append(figure)
    return {
        sort: listed[0] for sort, listed in found.items() if len({f.value for f in listed}) == 1
    }


def figure_keys(pile: Pile) -> Iterator[tuple[str, str]]:
    """(article, sort and entity) for each number and each body or person near it."""
    for article_id in sorted(pile.articles):
        text, year = pile.articles[article_id].text, _year(article_id, pile)
        for sort, figure in only_figures(article_id, text, year).items():
            if not _in_menu(figure, pile):
                for entity in sorted(_near(figure, pile)):
                    if pile.entities[entity].kind != "place":
                        yield article_id, f"{sort}|{entity}"


def find_figure_conflicts(pile: Pile, articles: list[str], key: str) -> Iterator[Finding]:
    """Pairs of numbers of one sort, told within weeks of the same people; each number once.

    Args:
        pile: some articles.
        articles: those of them that give a number of the sort near the entity.
        key: sort and entity, as of `figure_keys`.
    """
    sort = key.partition("|")[0]
    read = (only_figures(a, pile.articles[a].text, _year(a, pile)) for a in articles)
    given = [figure for by_sort in read if (figure := by_sort.get(sort))]
    told: set[str] = set()
    ordered = sorted(given, key=lambda f: (pile.day(f.article_id), f.article_id))
    for one, other in combinations(ordered, 2):
        if {one.article_id, other.article_id} & told or not _differ(one, other):
            continue
        if _same_matter(one, other, pile):
            told |= {one.article_id, other.article_id}
            yield _finding(one, other, pile)


def _year(article_id: str, pile: Pile) -> int | None:
    """The one year in which an article can have been published."""
    days = pile.published(article_id)
    years = {day.year for day in (days.earliest, days.latest) if day}
    return years.pop() if days.earliest and days.latest and len(years) == 1 else None


def _in_menu(figure: Figure, pile: Pile) -> bool:
    menus = pile.boilerplate.get(figure.article_id, [])
    return any(overlaps(figure.span, menu) for menu in menus)


def _differ(one: Figure, other: Figure) -> bool:
    most = max(one.value, other.value)
    apart = abs(one.value - other.value) / most if most else 0.0
    return apart > (ROUGH if one.rough or other.rough else ROUNDED)


def _same_matter(one: Figure, other: Figure, pile: Pile) -> bool:
    if one.sort.startswith(_DEAL):
        # Of a sale the year is told; who bought a house may have had others for neighbours.
        return " sale of " in one.sort or len(shared(one, other, pile)) > 1
    if one.sort.startswith(_PURCHASE):
        return _is_one_purchase(one, other, pile)
    if len(shared(one, other, pile)) < COMPANY:
        return False
    if one.sort.startswith("payment") and not _told_of_one(one, other, pile):
        return False
    stories = {pile.articles[f.article_id].story_id for f in (one, other)}
    if len(stories - {None}) > 1:
        return False
    first, then = (pile.published(f.article_id) for f in (one, other))
    if first.width_days is None and then.width_days is None:
        return False
    if one.sort.startswith("cost") and None not in stories and _is_foretold(one, other, pile):
        return True
    if one.sort.startswith("cost") and _is_plan_and_bill(one, other, pile):
        return True
    gaps = [(b.earliest - a.latest).days for a, b in ((first, then), (then, first))
            if a.latest and b.earliest]  # fmt: skip
    return max(gaps, default=0) <= MOST_DAYS


def _is_plan_and_bill(one: Figure, other: Figure, pile: Pile) -> bool:
    """True for what something was to cost and what it cost: whenever told, these are one sum."""
    words = [pile.articles[f.article_id].text[slice(*f.span)] for f in (one, other)]
    to_cost = [_TO_COST.search(told) is not None for told in words]
    return to_cost[0] != to_cost[1] and any(_HAS_COST.search(told) for told in words)


def _is_foretold(one: Figure, other: Figure, pile: Pile) -> bool:
    """True where one tells what the thing is to cost, and the other what it did cost in the end."""
    told = [pile.articles[f.article_id].text[slice(*f.span)] for f in (one, other)]
    return any(_TO_COST.search(a) and _HAD_COST.search(b) for a, b in (told, told[::-1]))


def _is_one_purchase(one: Figure, other: Figure, pile: Pile) -> bool:
    """True when both sentences name one buyer and one thing: who buys one often buys more."""
    named = [set(pile.mentions.within(f.article_id, [f.span])) for f in (one, other)]
    both = named[0] & named[1]
    told = [content_stems(pile.articles[f.article_id].text[slice(*f.span)]) for f in (one, other)]
    names = content_stems(" ".join(filter(None, map(pile.name, sorted(both)))))
    things = (told[0] & told[1]) - names - _NO_THINGS
    return len(both) >= 2 or bool(both and any(stem.isalpha() for stem in things))


def _told_of_one(one: Figure, other: Figure, pile: Pile) -> bool:
    """True when both sentences name the same person or body: many pay in one story."""
    named = [set(pile.mentions.within(f.article_id, [f.span])) for f in (one, other)]
    return any(e in named[0] & named[1] for e in shared(one, other, pile))


def _near(figure: Figure, pile: Pile) -> set[str]:
    around = (max(0, figure.span[0] - NEAR_CHARS), figure.span[1] + NEAR_CHARS)
    return set(pile.mentions.within(figure.article_id, [around]))


def shared(one: Figure, other: Figure, pile: Pile) -> list[str]:
    """People and bodies that both articles name."""
    both = set(pile.mentions.counts(one.article_id)) & set(pile.mentions.counts(other.article_id))
    known = (e for e in both if (row := pile.entities.get(e)) and row.kind != "place")
    return sorted(known)


def _finding(one: Figure, other: Figure, pile: Pile) -> Finding:
    words = [quoted(pile.articles[f.article_id].text[slice(*f.span)]) for f in (one, other)]
    places = [pile.place(f.article_id) for f in (one, other)]
    about = shared(one, other, pile)
    # What both sentences name is what the number is of, or nearest to it.
    near = [set(pile.mentions.within(f.article_id, [f.span])) for f in (one, other)]
    named = [e for e in about if all(e in each for each in near)]
    # People whom both articles tell of are not what costs so much: a road, a hall may be.
    named = named or [e for e in about if (row := pile.entities.get(e)) and row.kind != "person"]
    names = listed(sorted(name for e in named if (name := pile.name(e)))[:COMPANY])
    told = f"Two numbers for what reads like the same thing: {words[0]} ({places[0]}); "
    told += f"{words[1]} ({places[1]})"
    what = one.sort.split()[0]
    if one.sort.startswith(_DEAL):
        what, deal = "price", one.sort.removeprefix(_DEAL).rpartition(" ")[0].strip()
        names = property_of(deal)
        told = f"Two prices for one {deal}: {one.words} ({places[0]}) and {other.words} "
        told += f"({places[1]})"
    return make_finding(
        "conflict",
        sentence(told),
        (Evidence(f.article_id, f.span) for f in (one, other)),
        PRIOR,
        about=about,
        naming=(names or None, what),
    )
