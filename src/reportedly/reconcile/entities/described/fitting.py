"""Whom a described person is, by all that the pile knows: one person with a name, or nobody.

A wrong name is worse than none: two who fit are nobody, and little evidence counts only where the
description means somebody in particular and nobody else of the article can be meant.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from reportedly.reconcile.entities.described.cases import Case
from reportedly.reconcile.entities.described.judging import Evidence, Judge
from reportedly.reconcile.entities.described.known import Known, Tie
from reportedly.reconcile.entities.described.pile import Pile
from reportedly.reconcile.entities.described.reading import ONE_AT_A_TIME, Description

#: One for whom so many times as many articles speak as for all others is meant: those are slips
#: of single articles' coreference.
_TIMES_AS_MANY = 8
#: So many articles that give somebody a post leave no doubt whom the pile knows by it.
_MANY = 4
_SPOUSE: Tie = frozenset(["spouse"])
_FORMER: Tie = frozenset(["former spouse"])


@dataclass(frozen=True, slots=True)
class Fit:
    """Who is meant, and why."""

    person: int
    reason: str


def find_fit(case: Case, pile: Pile, known: Known) -> Fit | None:
    """The one person whom the case means, if the pile leaves no doubt."""
    judge = Judge(case, pile, known)
    owned = [said for said in case.descriptions if said.owned]
    if owned:
        fits = {_find_tied(said, case, judge, pile, known) for said in owned}
        one = fits.pop() if len(fits) == 1 and len(owned) == len(case.descriptions) else None
        return one if one is None or not judge.is_named_beside(one.person) else None
    if case.taken_for is not None and judge.find_evidence(case.taken_for) is not None:
        return None
    # Of most persons nothing is known that is said here: they are left out before they are weighed.
    near: Set[int] = _near(case, pile)
    for said in case.descriptions:
        near = known.among(near, said)
    evidence = {p: found for p in sorted(near) if (found := judge.find_evidence(p)) is not None}
    best = _find_leading(_confirmed(case, evidence))
    if best is None or judge.is_named_beside(best):
        return None
    found = evidence[best]
    if case.taken_for is not None:
        if not _is_better(found, best, case.taken_for, judge):
            return None
    elif not found.is_strong and (_may_be_anybody(case) or judge.has_rival(best)):
        return None
    return Fit(best, _reason(case, pile, best, evidence[best]))


def _is_better(found: Evidence, best: int, taken_for: int, judge: Judge) -> bool:
    """True when somebody else is described so, or the person cannot be meant at all."""
    if found.is_strong and judge.is_contradicted(taken_for):
        return True
    if len(found.articles) >= _MANY and judge.has_post_alone(best, taken_for):
        return True  # "the publisher": one of the two is called so again and again
    return found.by_post and (len(found.articles) > 1 or judge.is_of_story(found.articles))


def _may_be_anybody(case: Case) -> bool:
    """ "The president may veto it": a post of one word that neither speaks nor comes again."""
    return not case.meant and any(said.noun for said in case.descriptions)


def _near(case: Case, pile: Pile) -> frozenset[int]:
    """Persons named in the article, in others of its story, and in copies of it."""
    around = (pile.named_in(article) for article in pile.neighbours(case.article))
    return pile.named_in(case.article).union(*around)


def _confirmed(case: Case, evidence: Mapping[int, Evidence]) -> Mapping[int, Evidence]:
    """Of "the singer, 34," those of whom age and post are known, if any, and not one alone."""
    said = sum(
        (each.age is not None) + (each.children is not None) + (each.noun != "")
        for each in case.descriptions
    )
    whole = {person: found for person, found in evidence.items() if len(found.says) >= said}
    return whole or evidence


def _find_leading(evidence: Mapping[int, Evidence]) -> int | None:
    """The only one, or the one for whom far more articles speak than for all others."""
    if not evidence:
        return None
    counts = {person: len(found.articles) for person, found in evidence.items()}
    best = max(evidence, key=lambda person: (evidence[person].points, counts[person], -person))
    others = sum(counts.values()) - counts[best]
    return best if counts[best] >= _TIMES_AS_MANY * others else None


def _find_tied(said: Description, case: Case, judge: Judge, pile: Pile, known: Known) -> Fit | None:
    """ "Her ex", "Quill's wife": whom other articles tie to the owner in the same words."""
    owner = case.owners.get(said)
    if owner is None:
        return None
    evidence = _tied(said.words, owner, judge, known)
    if said.words == _SPOUSE and evidence.keys() & _tied(_FORMER, owner, judge, known).keys():
        return None  # from when on is not known
    if said.words == _FORMER and not evidence and known.has_parted(owner):
        evidence = _tied(_SPOUSE, owner, judge, known)
    if said.noun not in ONE_AT_A_TIME:  # of others the story must name the person
        near = _near(case, pile)
        evidence = {person: found for person, found in evidence.items() if person in near}
    best = _find_leading(evidence)
    return Fit(best, _reason(case, pile, best, evidence[best])) if best is not None else None


def _tied(words: Tie, owner: int, judge: Judge, known: Known) -> dict[int, Evidence]:
    found: dict[int, Evidence] = {}
    for tie, person, article in known.ties(owner):
        if tie == words and judge.is_near(article) and not judge.is_contradicted(person):
            said = " ".join(sorted(words))
            found.setdefault(person, Evidence()).add(1, f"given as {said}", {article})
    return found


def _reason(case: Case, pile: Pile, person: int, evidence: Evidence) -> str:
    names = pile.names(person)
    name = max(names, key=lambda each: (names[each], len(each), each))
    n = len(evidence.articles)
    articles = "another article" if n == 1 else f"{n} other articles"
    says = ", ".join(dict.fromkeys(evidence.says))
    return f"“{case.words}” is {name} by {articles}: {says}"
