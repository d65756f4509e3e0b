"""The weddings of a pile: facts of who married when in, couples with the days that fit all out."""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from datetime import date

from reportedly.annotate.facts.couples import THE_COUPLE
from reportedly.calendar import Interval, find_interval
from reportedly.model import Article, DayEvidence, Fact
from reportedly.offsets import Span
from reportedly.reconcile.dating.agreement import find_agreed
from reportedly.reconcile.dating.making import by_its_words, on
from reportedly.reconcile.dating.pile import Dated

#: "P14Y/XXXX-06-21": a time of 14 years that ends on a 21 June.
COUNTED = re.compile(r"P(?P<years>\d{1,2})Y/(?P<day>[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-[1-7])")
#: Whom an article names beside "his wife" is one of its couple.
_SPOUSE = re.compile(
    r"\b(?:his|her)\s+(?:\w+\s+)?(?:wife|husband|hubby|missus)\b"
    r"|\b(?:wife|husband|hubby|missus)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
Couple = tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Wedding:
    """Two people and the days on which they can have married."""

    names: Couple
    days: Interval

    def evidence(self, article: Article, kind: str, span: Span, days: Interval) -> DayEvidence:
        """That the words at `span` date `article` to `days`, counted from this wedding."""
        why = f"{' and '.join(self.names)} married {on(self.days)}"
        return by_its_words(kind, article, span, days, why)


class Weddings:
    """Weddings in order of the names, to be found by a name or by a text that has both."""

    def __init__(self, found: Iterable[Wedding]) -> None:
        self.listed = sorted(found, key=lambda wedding: wedding.names)
        self._by_name: dict[str, list[Wedding]] = {}
        self._by_word: dict[str, list[Wedding]] = {}
        self._by_last: dict[str, list[tuple[str, Wedding]]] = {}
        for wedding in self.listed:
            for name in wedding.names:
                self._by_name.setdefault(name, []).append(wedding)
                self._by_last.setdefault(_last_word(name), []).append((name, wedding))
            self._by_word.setdefault(_last_word(wedding.names[0]), []).append(wedding)

    def find(self, fact: Fact, article: Article) -> Wedding | None:
        """Whose wedding a fact tells of: the subject's; for "the couple" that of the one pair both
        of whom the article names."""
        if fact.subject == THE_COUPLE:
            return self.find_named(article.text) or self._find_half_named(article.text)
        found = self._by_name.get(fact.subject, [])
        return found[0] if len(found) == 1 else None

    def find_named(self, text: str) -> Wedding | None:
        """The wedding of the one pair both of whom `text` names; None where there are more.

        Where it names no pair in full, their last names do, if these differ.
        """
        found = list(self._named_in(text)) or self._named_by_last_in(text)
        return found[0] if len(found) == 1 else None

    def _named_by_last_in(self, text: str) -> list[Wedding]:
        words = set(re.findall(r"\w+", text))
        some = {w.names: w for last in words & self._by_last.keys() for _, w in self._by_last[last]}
        pairs = (({_last_word(name) for name in names}, some[names]) for names in sorted(some))
        return [wedding for lasts, wedding in pairs if len(lasts) == 2 and lasts <= words]

    def _find_half_named(self, text: str) -> Wedding | None:
        """The wedding of the only person in `text` whose wedding is known, beside "his wife"."""
        if _SPOUSE.search(text) is None:
            return None
        plain = text.replace("\u00a0", " ")
        words = set(re.findall(r"\w+", plain))
        found = [
            wedding
            for word in sorted(words & self._by_last.keys())
            for name, wedding in self._by_last[word]
            if name in plain
        ]
        return found[0] if len(found) == 1 else None

    def _named_in(self, text: str) -> Iterator[Wedding]:
        plain = text.replace("\u00a0", " ")
        for word in sorted(set(re.findall(r"\w+", plain)) & self._by_word.keys()):
            for wedding in self._by_word[word]:
                if all(name in plain for name in wedding.names):
                    yield wedding


def weddings_of(dated: Dated) -> Weddings:
    """The weddings with the days on which the articles, or most of them, agree."""
    told: dict[Couple, list[Fact]] = {}
    alone: dict[str, list[Fact]] = {}
    by_span: dict[object, list[Fact]] = {}
    for fact in dated.facts_about("marriage_date"):
        by_span.setdefault((fact.article_id, fact.span, fact.value), []).append(fact)
    for facts in by_span.values():
        names = tuple(sorted({fact.subject for fact in facts}))
        if len(names) == 2:
            told.setdefault(names, []).append(facts[0])
        elif len(names) == 1:
            alone.setdefault(names[0], []).append(facts[0])
    found = []
    for names, facts in _put_together(told).items():
        # "We got married in 2009" is told of one of the two, and may say which of two years it was.
        by_one = [fact for name in names for fact in alone.get(name, ())]
        if days := _days(facts, dated) or _days([*facts, *by_one], dated):
            found.append(Wedding(names, days))
    return Weddings(found)


def _put_together(told: dict[Couple, list[Fact]]) -> dict[Couple, list[Fact]]:
    """Facts of couples under short names go to the only couple that they can mean."""
    short_for: dict[str, set[Couple]] = {}
    for names in told:
        for name in names:
            for short in (name, name.split()[-1]):
                short_for.setdefault(short, set()).add(names)
    joined = dict(told)
    for names in sorted(told):
        fuller = set.intersection(*(short_for[name] for name in names)) - {names}
        fuller &= joined.keys()
        if len(fuller) == 1:
            (couple,) = fuller
            joined[couple] = joined[couple] + joined.pop(names)
    return joined


def _last_word(name: str) -> str:
    words: list[str] = re.findall(r"\w+", name)
    return words[-1] if words else ""


def _days(facts: list[Fact], dated: Dated) -> Interval | None:
    """The days that most tellings allow; a counted one gives the day of the year."""
    told = [
        (interval, dated.copy_group(fact.article_id) or fact.article_id)
        for fact in facts
        if (interval := find_interval(fact.value))
    ]
    agreed = find_agreed(told) if told else None
    if agreed is None:
        return None
    days = agreed.days
    for fact in facts:
        counted = COUNTED.fullmatch(fact.value)
        if counted and (day := find_in(days, counted["day"])):
            days = Interval.of_day(day)
    return days


def find_in(days: Interval, value: str) -> date | None:
    """The only day of `days` in the month and on the day of `value` ("XXXX-06-21")."""
    matched = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", value)
    if matched is None or not days.earliest or not days.latest:
        return None
    found = []
    for year in range(days.earliest.year, days.latest.year + 1):
        try:
            day = date(year, int(matched[1]), int(matched[2]))
        except ValueError:
            continue
        if days.holds(day):
            found.append(day)
    return found[0] if len(found) == 1 else None
