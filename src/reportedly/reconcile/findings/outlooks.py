"""What was foretold and what came of it: "will release the report", "released the report".

In: a pile. Out: findings `agreement` where what was foretold was later told as done, `overtaken`
where it was told as not done; neither says that anybody was right.
"""

from collections.abc import Iterator

from reportedly.model import Finding
from reportedly.reconcile.findings.deeds import NEAR_CHARS, Deed, deeds_ahead, deeds_done
from reportedly.reconcile.findings.excerpts import quoted_around
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.wording import sentence, who
from reportedly.reconcile.pairs.judging import closeness

#: A day apart is the same news told twice; half a year on, another such deed.
FEWEST_DAYS, MOST_DAYS = 1, 180
#: What was ruled out is that for longer.
MOST_DAYS_OF_A_VOW = 3_650
#: Words behind the verb that must be common, their share of the shorter, and the closeness of the
#: two sentences in the model's measure.
SHARED_WORDS, SHARED_SHARE, ALIKE = 2, 0.5, 0.5
#: Within days of each other, one word in common is enough for sentences that are more alike.
SOON_DAYS, SOON_ALIKE = 5, 0.52
#: Tellings of one key that are compared: what somebody does every day is no news.
MOST_TELLINGS = 12
PRIOR = 0.65


def find_outlooks(pile: Pile, keys: frozenset[str]) -> Iterator[tuple[str, Finding]]:
    """One finding for each thing foretold that is later told as done, or as not done.

    Args:
        pile: all articles in which somebody is to do, or did, what one of the keys says.
        keys: of the deeds that are wanted; each finding comes with its own.
    """
    ahead: dict[str, list[Deed]] = {}
    for deed in deeds_ahead(pile):
        if deed.key in keys:
            ahead.setdefault(deed.key, []).append(deed)
    done: dict[str, list[Deed]] = {}
    for deed in deeds_done(pile, frozenset(ahead)):
        done.setdefault(deed.key, []).append(deed)
    for key in sorted(done):
        for finding in _found(_first_told(ahead[key], pile), done[key], pile):
            yield key, finding


def _first_told(deeds: list[Deed], pile: Pile) -> list[Deed]:
    ordered = sorted(deeds, key=lambda d: (pile.day(d.article_id), d.article_id, d.span))
    return ordered[:MOST_TELLINGS]


def _found(ahead: list[Deed], done: list[Deed], pile: Pile) -> Iterator[Finding]:
    told: set[frozenset[str]] = set()
    for early in ahead:
        later = [d for d in _first_told(done, pile) if _answers(early, d, pile)]
        if later and not any(early.done & other for other in told):
            told.add(early.done)
            yield _finding(early, later[0], pile)


def _answers(early: Deed, late: Deed, pile: Pile) -> bool:
    """True when `late` tells, some days later, of the very deed that `early` foretold."""
    shared = early.done & late.done
    first, last = pile.published(early.article_id).latest, pile.published(late.article_id).earliest
    if not shared or first is None or last is None:
        return False
    days = (last - first).days
    vowed = early.negated and not late.negated
    most = MOST_DAYS_OF_A_VOW if vowed else MOST_DAYS
    if not FEWEST_DAYS <= days <= most or _count_differently(early, late):
        return False
    if vowed and _name_others(early, late):
        return False
    alike = closeness(_words(early, pile), _words(late, pile))
    if days <= SOON_DAYS and alike >= SOON_ALIKE:
        return True
    if vowed and days > SOON_DAYS and early.done and early.done <= late.done:
        return alike >= ALIKE
    enough = SHARED_SHARE * min(len(early.done), len(late.done))
    return len(shared) >= max(SHARED_WORDS, enough) and alike >= ALIKE


def _count_differently(early: Deed, late: Deed) -> bool:
    """True when both give numbers and none is common."""
    one, other = ({word for word in deed.done if word[0].isdigit()} for deed in (early, late))
    return bool(one and other) and not one & other


def _name_others(early: Deed, late: Deed) -> bool:
    """True when both name what the other does not: another deed than the one forsworn.

    What was foretold and came is told with other names beside it, so that this is asked of vows.
    """
    return bool(early.names - late.names and late.names - early.names)


def _words(deed: Deed, pile: Pile) -> str:
    return pile.articles[deed.article_id].text[slice(*deed.span)]


def _clause(deed: Deed, pile: Pile) -> str:
    """The sentence; of a long one, what stands around the verb."""
    text = pile.articles[deed.article_id].text
    subject = max(deed.span[0], deed.at - NEAR_CHARS)
    return quoted_around(text, deed.span, (subject, deed.at + NEAR_CHARS))


def _finding(early: Deed, late: Deed, pile: Pile) -> Finding:
    came = early.negated == late.negated
    said = pile.statement_over(early.article_id, early.span)
    name = who(said) if said else "The article"
    outcome = "Later this is told" if came else "Later the contrary is told"
    explanation = (
        f"{name} says of what is to come: {_clause(early, pile)} ({pile.place(early.article_id)}). "
        f"{outcome}: {_clause(late, pile)} ({pile.place(late.article_id)})"
    )
    confidence = PRIOR * closeness(_words(early, pile), _words(late, pile)) ** 0.5
    return make_finding(
        "agreement" if came else "overtaken",
        sentence(explanation),
        (pile.evidence_at(deed.article_id, deed.span) for deed in (early, late)),
        confidence,
        about=(early.subject,),
        naming=(pile.name(early.subject), "outlook"),
    )
