"""Likely days of articles that nothing dates for certain, judged by the dated articles of the pile.

In: the articles with the days that hard evidence leaves.  Out: for undated ones an interval that
holds the day in 95 of 100 cases, tried on the dated articles with their own days hidden, and the
reason.  Likely days date an article; nothing else is worked out from them.
"""

from dataclasses import dataclass

from reportedly.calendar import Interval, find_intersection
from reportedly.identifiers import identifier
from reportedly.model import Article
from reportedly.reconcile.dating.likely.pile import DatedPile, Reading, Text
from reportedly.reconcile.dating.likely.reasons import reason_of
from reportedly.reconcile.dating.likely.weighing import level_that_holds, shares_of, shortest
from reportedly.reconcile.dating.pile import Dated

#: Fewer dated articles show neither how words come and go nor how often the method is right.
FEWEST_DATED = 100
#: More dated articles make the work grow with the square of the pile and say little more; which
#: ones are taken hangs on their identifiers, so it is the same however they come.
MOST_DATED = 3_000
#: Undated articles whose terms are in memory at once.
AT_ONCE = 2_000
#: Share of intervals that are to hold the day, with some for hard evidence that is wrong.
HELD = 0.965
#: Terms known from the pile without which an article is not of its kind.
FEWEST_TERMS = 5
#: Days that hard evidence leaves are left alone where they are so few.
NARROW_DAYS = 14


@dataclass(frozen=True, slots=True)
class Likely:
    """Days on which an article was probably published, and why."""

    days: Interval
    reason: str


def likely_days(dated: Dated) -> dict[str, Likely]:
    """Undated article → its likely days, where they are fewer than hard evidence leaves."""
    shown = dated.exact_days()
    if len(shown) < FEWEST_DATED:
        return {}
    open_ones = [a for a in dated.undated() if a.published is None and _is_wide(_days(dated, a))]
    if not open_ones:
        return {}
    chosen = sorted(shown, key=lambda pair: identifier("t", pair[1]))[:MOST_DATED]
    days = {name: day for day, name in chosen}
    articles = dated.some(sorted(map(dated.number, days)))
    told = [(days[article.article_id], _text(dated, article)) for article in articles]
    # Tried on few articles, the level can come out low by luck; it never claims less than it says.
    level = max(HELD, level_that_holds(DatedPile(told, ()).needed_levels(), HELD))
    found = {}
    for start in range(0, len(open_ones), AT_ONCE):
        texts = [_text(dated, article) for article in open_ones[start : start + AT_ONCE]]
        pile = DatedPile(told, texts)
        for reading in pile.read(texts):
            hard = _days(dated, reading.text.article)
            if likely := _find_likely(reading, hard, level, pile):
                found[reading.text.article.article_id] = likely
    return found


def _text(dated: Dated, article: Article) -> Text:
    return Text.of(article, dated.timexes_of(article.article_id))


def _days(dated: Dated, article: Article) -> Interval:
    return dated.days(article.article_id)


def _is_wide(days: Interval) -> bool:
    return days.width_days is None or days.width_days > NARROW_DAYS


def _find_likely(reading: Reading, hard: Interval, level: float, pile: DatedPile) -> Likely | None:
    """The shortest interval among the days that hard evidence leaves."""
    held = pile.axis.held(hard)
    if len(reading.terms) < FEWEST_TERMS or not held.any() or level >= 1:
        return None
    likely = shares_of(reading.likely * held)
    days = find_intersection(hard, pile.axis.interval(*shortest(likely, level)))
    if days is None or days == hard:
        return None
    return Likely(days, reason_of(reading, likely, days, pile))
