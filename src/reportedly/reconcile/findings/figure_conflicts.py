"""Numbers that articles give for the same thing: "40 employees", "60 employees"; a majority of 312
votes, and of 213; years apart, prices of what was bought in one year.

In: articles with whom they mention.  Out: findings `conflict`.  A number counts where its sentence
says of what it is, or where another has the same digits in another order; where the article gives
no other number of that sort; and where the articles are about the same people and bodies.
"""

from collections.abc import Iterator
from itertools import combinations

from reportedly.model import Evidence, Finding
from reportedly.reconcile.findings.casualties import INJURED, KILLED
from reportedly.reconcile.findings.cost_overruns import COST, cost_key, find_overruns
from reportedly.reconcile.findings.counted import PROMISED_JOBS
from reportedly.reconcile.findings.deals import property_of
from reportedly.reconcile.findings.figures import (
    DEAL,
    DIGITS,
    HAS_COST,
    TO_COST,
    Figure,
    differ,
    only_figures,
)
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.same_figure import (
    COMPANY,
    is_same_matter,
    shared,
)
from reportedly.reconcile.findings.swapped import OF_SLIPS
from reportedly.reconcile.findings.wording import listed, quoted, sentence

#: The most articles that may name whom a number is told of: whom hundreds name tells nothing of the
#: matter.
MOST_ARTICLES = 20
#: The same for how many were hurt, where the two must agree on the dead as well.
MOST_ARTICLES_OF_HURT = 100
#: Characters around a number's sentence in which the one must be named of whom it is told.
NEAR_CHARS = 250
PRIOR = 0.6


def figure_keys(pile: Pile) -> Iterator[tuple[str, str]]:
    """(article, sort and entity) for each number and each body or person near it."""
    for article_id in sorted(pile.articles):
        text, year = pile.articles[article_id].text, _year(article_id, pile)
        for sort, figure in only_figures(article_id, text, year).items():
            if not pile.in_menu(figure.article_id, figure.span):
                for entity in sorted(_near(figure, pile)):
                    if pile.entities[entity].kind != "place":
                        yield article_id, f"{cost_key(sort) or sort}|{entity}"


def find_figure_conflicts(pile: Pile, articles: list[str], key: str) -> Iterator[Finding]:
    """Pairs of numbers of one sort, told within weeks of the same people; each number once.

    Args:
        pile: some articles.
        articles: those of them that give a number of the sort near the entity.
        key: sort and entity, as of `figure_keys`.
    """
    sort = key.partition("|")[0]
    read = {a: only_figures(a, pile.articles[a].text, _year(a, pile)) for a in articles}
    if sort.startswith(COST):
        days = sorted(articles, key=lambda a: (pile.day(a), a))
        yield from find_overruns([read[a] for a in days], sort.split()[-1], pile)
        return
    given = [figure for by_sort in read.values() if (figure := by_sort.get(sort))]
    told: set[str] = set()
    ordered = sorted(given, key=lambda f: (pile.day(f.article_id), f.article_id))
    for one, other in combinations(ordered, 2):
        if {one.article_id, other.article_id} & told or not _differ(one, other):
            continue
        if is_same_matter(one, other, pile):
            told |= {one.article_id, other.article_id}
            if sort.startswith("cost ") and _are_plan_and_bill(one, other, read):
                continue
            if sort.startswith("sale ") and all(_is_deal(f, read) for f in (one, other)):
                continue  # each says of which house it is
            if not (sort.startswith(DIGITS) and _are_of_a_sort(one, other, read, pile)):
                yield _finding(one, other, pile)


def _is_deal(figure: Figure, read: dict[str, dict[str, Figure]]) -> bool:
    """True for the price of a property that its words name."""
    return any(
        sort.startswith(DEAL) and own.span == figure.span
        for sort, own in read[figure.article_id].items()
    )


def _are_plan_and_bill(one: Figure, other: Figure, read: dict[str, dict[str, Figure]]) -> bool:
    """True where the one is what something was to cost, and the other what it cost: an overrun,
    whichever was printed first, and no conflict."""
    unit = one.sort.split()[-1]

    def is_told(figure: Figure, sort: str) -> bool:
        own = read[figure.article_id].get(f"{sort} {unit}")
        return own is not None and own.span == figure.span

    return any(
        is_told(a, TO_COST) and is_told(b, HAS_COST) for a, b in ((one, other), (other, one))
    )


def _are_of_a_sort(
    one: Figure, other: Figure, read: dict[str, dict[str, Figure]], pile: Pile
) -> bool:
    """True where the two are found by what they are of as well, and told with that."""
    theirs = read[other.article_id]
    return any(
        own.span == one.span and (also := theirs.get(sort)) and also.span == other.span
        and _differ(own, also) and is_same_matter(own, also, pile)
        for sort, own in read[one.article_id].items()
        if not sort.startswith(DIGITS)
    )  # fmt: skip


def _year(article_id: str, pile: Pile) -> int | None:
    """The one year in which an article can have been published."""
    days = pile.published(article_id)
    years = {day.year for day in (days.earliest, days.latest) if day}
    return years.pop() if days.earliest and days.latest and len(years) == 1 else None


def _differ(one: Figure, other: Figure) -> bool:
    if one.sort.startswith(DIGITS):
        # All digits are told, in another order: nobody rounds 612 to 621.
        return one.value != other.value
    return differ(one, other)


def _near(figure: Figure, pile: Pile) -> set[str]:
    around = (max(0, figure.span[0] - NEAR_CHARS), figure.span[1] + NEAR_CHARS)
    return set(pile.mentions.within(figure.article_id, [around]))


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
    what = "jobs" if one.sort == PROMISED_JOBS else one.sort.split()[0]
    if one.sort.startswith(DEAL):
        what, deal = "price", one.sort.removeprefix(DEAL).rpartition(" ")[0].strip()
        names = property_of(deal)
        told = f"Two prices for one {deal}: {one.words} ({places[0]}) and {other.words} "
        told += f"({places[1]})"
    if one.sort in (INJURED, KILLED):
        told = f"Two numbers of those {one.sort}: “{one.words}” ({places[0]}) and “{other.words}” "
        told += f"({places[1]})"
    if one.sort.startswith(DIGITS):
        unit = one.sort.removeprefix(DIGITS).split()[0]
        what = OF_SLIPS[unit in "£$€"]
        told += f". {one.words} and {other.words} have the same digits in another order"
    return make_finding(
        "conflict",
        sentence(told),
        (Evidence(f.article_id, f.span) for f in (one, other)),
        PRIOR,
        about=about,
        naming=(names or None, what),
    )
