"""Facts whose date an undated article left open, closed by the days that the pile gives to it.

`XXXX-06-03` becomes a date, `P14Y/XXXX-06-21` the day 14 years before; "the couple" becomes the
two persons whose wedding the pile knows, a child without a name the one whom the pile names.  What
stays open says nothing and is left out.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping

from reportedly.annotate.facts.couples import THE_COUPLE
from reportedly.calendar import find_precise_date
from reportedly.identifiers import identifier
from reportedly.model import Article, Cluster, Fact
from reportedly.reconcile.dating.children_in_order import Children, is_unnamed_child
from reportedly.reconcile.dating.closing import Closings
from reportedly.reconcile.dating.partings import Ties
from reportedly.reconcile.dating.weddings import Weddings

_OPEN = re.compile(r"(?:P(?P<years>\d{1,3})Y/)?(?P<date>XXXX.*)")


def is_open(fact: Fact) -> bool:
    """True for a fact that cannot stand as it is."""
    open_value = fact.value == THE_COUPLE or _OPEN.fullmatch(fact.value) is not None
    return fact.subject == THE_COUPLE or open_value or is_unnamed_child(fact.subject)


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """What the pile knows of couples, and of their children."""

    weddings: Weddings
    ties: Ties
    children: Children


def closed_facts(
    facts: Iterable[Fact],
    articles: Mapping[str, Article],
    told: Told,
    closings: Closings,
    clusters: Iterable[Cluster],
) -> Iterator[Fact]:
    """The facts, open ones closed or left out."""
    numbers = {(c.article_id, name): c.cluster for c in clusters for name in (c.name,) if name}
    for fact in facts:
        if not is_open(fact):
            yield fact
            continue
        article = articles[fact.article_id]
        value = _closed_value(fact, closings, told, article)
        names = _subjects(fact, article, told)
        if value is None and (couple := _couple_of(fact, article, told)):
            value, names = THE_COUPLE, couple
        if value is None:
            continue
        for name in names:
            told_of = next(n for n in names if n != name) if value == THE_COUPLE else value
            number = numbers.get((fact.article_id, name), fact.subject_cluster)
            yield dataclasses.replace(
                fact,
                fact_id=identifier("f", fact.article_id, fact.span, fact.attribute, name, told_of),
                subject=name,
                value=told_of,
                subject_cluster=number,
            )


def _subjects(fact: Fact, article: Article, told: Told) -> tuple[str, ...]:
    if is_unnamed_child(fact.subject):
        child = told.children.find(fact.subject)
        return (child,) if child else ()
    if fact.subject != THE_COUPLE:
        return (fact.subject,)
    wedding = told.weddings.find(fact, article)
    return wedding.names if wedding else ()


def _couple_of(fact: Fact, article: Article, told: Told) -> tuple[str, ...]:
    """ "Her ex" of one whose wedding the pile knows, and no other's: the two who married, where
    the article names both."""
    if fact.value != THE_COUPLE:
        return ()
    wedding = told.weddings.find_named(article.text)
    return wedding.names if wedding and fact.subject in wedding.names else ()


def _closed_value(fact: Fact, closings: Closings, told: Told, article: Article) -> str | None:
    """The date that the article's days give to an open value; None when they leave it open."""
    if fact.value == THE_COUPLE and fact.subject != THE_COUPLE:
        tie = told.ties.find(fact, article)
        return tie[0] if tie else None
    matched = _OPEN.fullmatch(fact.value)
    if matched is None:
        return fact.value
    wedding = told.weddings.find(fact, article) if matched["years"] else None
    if wedding and fact.attribute == "marriage_date" and wedding.days.exact_day:
        # The years counted gave the article its day: the two say the same.
        return wedding.days.exact_day.isoformat()
    times = closings.within(fact.article_id, fact.span)
    if not times:
        return None
    day = find_precise_date(times[0].days)
    if matched["years"] is None:
        return day or times[0].value
    if day is None or len(day) != 10:
        return None
    return f"{int(day[:4]) - int(matched['years']):04d}{day[4:]}"
