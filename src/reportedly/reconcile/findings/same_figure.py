"""When two numbers of one sort are of one matter: the same sale, bill, vote, hall or petition.

In: figures of two articles, with whom the articles name.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.content_words import content_stems
from reportedly.reconcile.findings.casualties import INJURED, KILLED, MOST_DAYS_APART
from reportedly.reconcile.findings.counted import COUNTINGS, PROMISED_JOBS
from reportedly.reconcile.findings.facts.bounds import gap_days
from reportedly.reconcile.findings.figures import DEAL, DIGITS, PURCHASE, Figure, figures
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import sentence_at

#: A petition that has been handed in is closed.
_HANDED_IN = re.compile(r"\b(?:hand(?:ed|ing)|deliver(?:ed|ing)|present(?:ed|ing)|submitt?ed)\b")
#: Articles further apart tell of another time.
MOST_DAYS = 45
#: People and bodies, not places, that two articles must both name.
COMPANY = 3
#: So many are enough where both sentences name one of them and say what the number counts.
COMPANY_OF_COUNTED = 2
_DAYS = {
    **{counting.sort: counting.most_days for counting in COUNTINGS},
    **dict.fromkeys((INJURED, KILLED), MOST_DAYS_APART),
    **dict.fromkeys(("fine", "prize", "grant", "tickets"), MOST_DAYS),
}
#: A sum of more digits than two does not come out the same by chance.
_TELLING_DIGITS = 3
#: Share of the larger number.  Nearer ones may both be right, of two things of one size, unless
#: both are told of one person or body.
_NEAR_SHARE = 0.04
_ALL = re.compile(r"(?:employ|workforce|staff\s+of)", re.IGNORECASE)
#: What sentences about purchases share, whatever is bought.
_NO_THINGS = content_stems(
    "bought buy purchased purchase acquired acquire snapped paid pay price million billion thousand"
    " company firm business deal shares stake year jobs job bring create provide support"
)


def is_same_matter(one: Figure, other: Figure, pile: Pile) -> bool:
    """True when the articles leave little doubt that both numbers are of one thing at one time."""
    if one.sort.startswith(DEAL):
        # Of a sale the year is told; who bought a house may have had others for neighbours.
        return " sale of " in one.sort or len(shared(one, other, pile)) > 1
    if one.sort.startswith(PURCHASE):
        return _is_one_purchase(one, other, pile)
    if one.sort.startswith(DIGITS):
        return _is_slip(one, other, pile)
    counted = one.sort if one.sort == PROMISED_JOBS else one.sort.split()[0]
    if not _is_of_same_people(one, other, counted, pile):
        return False
    stories = {pile.articles[f.article_id].story_id for f in (one, other)}
    if len(stories - {None}) > 1 and counted not in _DAYS:
        return False
    first, then = (pile.published(f.article_id) for f in (one, other))
    if first.width_days is None and then.width_days is None:
        return False
    if counted == PROMISED_JOBS and not _share_a_thing(one, other, pile):
        return False
    if counted in (INJURED, KILLED) and not _is_one_accident(one, other, pile):
        return False
    if counted == "signatures" and not _is_of_one_count(one, other, pile):
        return False
    return gap_days(first, then) <= _DAYS.get(counted, MOST_DAYS)


def _is_of_same_people(one: Figure, other: Figure, counted: str, pile: Pile) -> bool:
    """True where enough of those whom one article names are named in the other as well."""
    # A hall is a place.
    company = len(shared(one, other, pile, places=counted == "capacity"))
    if counted == "employees" and all(_counts_all(figure, pile) for figure in (one, other)):
        first, then = (_with_before(figure, pile) for figure in (one, other))
        if company >= COMPANY_OF_COUNTED and _told_of_one(first, then, pile, bodies=True):
            return True
    if counted not in _DAYS:
        named = counted != "payment" or _told_of_one(one, other, pile)
        return company >= COMPANY and named
    if counted == PROMISED_JOBS:
        return company >= COMPANY_OF_COUNTED
    if company >= COMPANY_OF_COUNTED and _told_of_one(one, other, pile):
        return True
    if counted == "majority":
        return False  # of several who won it must be the same
    first, then = (_with_before(figure, pile) for figure in (one, other))
    return company >= COMPANY and _told_of_one(first, then, pile)


def _counts_all(figure: Figure, pile: Pile) -> bool:
    """True for "employs 640" and "the 460 workers": those who work there, and not some of them."""
    text = pile.articles[figure.article_id].text[slice(*figure.span)]
    words = re.escape(figure.words).replace(r"\ ", r"\s+")
    return _ALL.match(figure.words) is not None or bool(
        re.search(rf"\b(?:the|its|all)\s+{words}\b(?!\s+(?:who|that|on)\b)", text, re.I)
    )


def _with_before(figure: Figure, pile: Pile) -> Figure:
    """A number with the sentence before its own, which often names whose it is."""
    text = pile.articles[figure.article_id].text
    start = sentence_at(text, max(0, figure.span[0] - 2))[0]
    return replace(figure, span=(start, figure.span[1]))


def _is_slip(one: Figure, other: Figure, pile: Pile) -> bool:
    """True for two numbers with the same digits in another order, of the same people."""
    if one.rough or other.rough or len(shared(one, other, pile)) < COMPANY_OF_COUNTED:
        return False
    if abs(one.value - other.value) <= _NEAR_SHARE * max(one.value, other.value):
        named = _named_first(one, pile)
        return named is not None and named == _named_first(other, pile)
    if len(one.sort.split()[-1]) >= _TELLING_DIGITS:
        return True
    if _told_of_one(one, other, pile):
        return True
    first, then = (_with_before(figure, pile) for figure in (one, other))
    return _share_a_thing(first, then, pile)


def _named_first(figure: Figure, pile: Pile) -> str | None:
    """Whom the sentence of a number speaks of first, or the one before it."""
    for start, end in (figure.span, _with_before(figure, pile).span):
        for span, entity in pile.mentions.listed(figure.article_id):
            if start <= span[0] < end and not pile.is_of(entity, ("place",)):
                return entity
    return None


def _share_a_thing(one: Figure, other: Figure, pile: Pile) -> bool:
    """True where both say a word for a thing that is nobody's name."""
    named = {e for f in (one, other) for e in pile.mentions.counts(f.article_id)}
    return bool(_things(one, other, named, pile))


def _things(one: Figure, other: Figure, named: Iterable[str], pile: Pile) -> set[str]:
    """Stems of the words for things that both say, without the names of those `named`."""
    told = [content_stems(pile.articles[f.article_id].text[slice(*f.span)]) for f in (one, other)]
    names = content_stems(" ".join(filter(None, map(pile.name, sorted(named)))))
    return {stem for stem in (told[0] & told[1]) - names - _NO_THINGS if stem.isalpha()}


def _is_of_one_count(one: Figure, other: Figure, pile: Pile) -> bool:
    """True where a petition can't have grown from one number to the other: it was handed in, or
    the later number is the smaller."""
    words = [pile.articles[f.article_id].text[slice(*f.span)] for f in (one, other)]
    if all(_HANDED_IN.search(told) for told in words):
        return True
    days = [pile.day(f.article_id) for f in (one, other)]
    return days[0] != days[1] and (days[0] < days[1]) == (one.value > other.value)


def _is_one_accident(one: Figure, other: Figure, pile: Pile) -> bool:
    """True where the smaller number is not of the time before more were found or some had died,
    and both are of one accident: by the dead of whom both tell, or by the story."""
    first, then = sorted((one, other), key=lambda f: (pile.day(f.article_id), f.article_id))
    days = [pile.published(f.article_id) for f in (first, then)]
    latest, earliest = days[0].latest, days[1].earliest
    ordered = latest is not None and earliest is not None and latest < earliest
    stories = {pile.articles[f.article_id].story_id for f in (one, other)}
    same_story = len(stories) == 1 and None not in stories
    if one.sort == KILLED:
        return same_story and ordered and first.value > then.value
    if ordered and first.value < then.value:
        return False
    dead = [_killed(f.article_id, pile) for f in (first, then)]
    if dead[0] and dead[1]:
        return not dead[0].isdisjoint(dead[1])
    return same_story and not (dead[0] or dead[1])


def _killed(article_id: str, pile: Pile) -> set[float]:
    """The numbers of dead that an article gives of the time at which it was published."""
    days, text = pile.published(article_id), pile.articles[article_id].text
    year = days.earliest.year if days.earliest else None
    return {f.value for f in figures(article_id, text, year) if f.sort == KILLED}


def is_plan_and_bill(plan: Figure, bill: Figure, pile: Pile) -> bool:
    """True for what something was to cost and what it cost later: however long it took."""
    first, then = (pile.published(f.article_id) for f in (plan, bill))
    if first.latest is None or then.earliest is None or first.latest >= then.earliest:
        return False
    return _is_of_same_people(plan, bill, "cost", pile)


def _is_one_purchase(one: Figure, other: Figure, pile: Pile) -> bool:
    """True when both sentences name one buyer and one thing: who buys one often buys more."""
    both = _named_in_both(one, other, pile)
    return len(both) >= 2 or bool(both and _things(one, other, both, pile))


def _told_of_one(one: Figure, other: Figure, pile: Pile, *, bodies: bool = False) -> bool:
    """True when both sentences name the same person or body: many pay in one story.

    Args:
        bodies: only those of which people are the employees.
    """
    both = _named_in_both(one, other, pile).intersection(shared(one, other, pile))
    return any(not bodies or pile.is_of(entity, ("organisation",)) for entity in both)


def _named_in_both(one: Figure, other: Figure, pile: Pile) -> set[str]:
    """Whom the words of both numbers name, places too."""
    first, then = (set(pile.mentions.within(f.article_id, [f.span])) for f in (one, other))
    return first & then


def shared(one: Figure, other: Figure, pile: Pile, *, places: bool = False) -> list[str]:
    """People and bodies that both articles name, and `places` if asked for."""
    both = set(pile.mentions.counts(one.article_id)) & set(pile.mentions.counts(other.article_id))
    known = (e for e in both if (row := pile.entities.get(e)) and (places or row.kind != "place"))
    return sorted(known)
