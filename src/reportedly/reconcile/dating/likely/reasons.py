"""Why an article is likely of certain days, in words: its telling terms and its neighbours."""

from datetime import date

from reportedly.calendar import Interval, find_intersection
from reportedly.reconcile.dating.likely.pile import DatedPile, Reading
from reportedly.reconcile.dating.likely.terms import as_written
from reportedly.reconcile.dating.likely.weighing import WEIGHTS, Shares, shortest

#: Enough to see what kind of evidence it is.
MOST_TERMS = 4
#: A term that says less than this (a log ratio, weighed) is not worth naming.
LEAST_SAID = 0.1


def reason_of(reading: Reading, likely: Shares, days: Interval, pile: DatedPile) -> str:
    """What speaks for `days`; `likely` are the shares of all steps that hard evidence leaves."""
    half = pile.axis.interval(*shortest(likely, 0.5))
    half, best = find_intersection(half, days) or half, int(likely.argmax())
    told = f"by its words likely of {days.earliest} to {days.latest}"
    even = f"with even odds of {half.earliest} to {half.latest}"
    terms = _telling_terms(reading, best)
    why = [f"dated articles have {terms} mostly then"] if terms else []
    why += _named(reading)
    nearest = int(reading.likeness.argmax())
    day, text = pile.known[nearest]
    if reading.likeness[nearest] > 0 and days.holds(day):
        title = text.article.title or f"article {text.article.article_id}"
        why.append(f"the dated article most like it is “{title}” ({day.isoformat()})")
    tried = "tried on dated articles, 95 in 100 such intervals hold the day"
    return f"{told}, {even}: {'; '.join([*why, tried])}"


def _named(reading: Reading) -> list[str]:
    days = [n for n in reading.text.namings if not n.way.startswith("month")]
    if not days:
        return []
    named = ", ".join(f"{n.day} {date(2000, n.month, 1):%B}" for n in days[:MOST_TERMS])
    return [f"it names {named}"]


def _telling_terms(reading: Reading, best: int) -> str:
    bursts = reading.bursts
    said = [
        (-WEIGHTS[bursts.grades[row]] * float(bursts.ratios[row, best]), term)
        for row, term in reading.terms.items()
    ]
    telling = [term for weight, term in sorted(said) if weight < -LEAST_SAID][:MOST_TERMS]
    return ", ".join(f"“{words}”" for words in as_written(telling, reading.text.article.text))
