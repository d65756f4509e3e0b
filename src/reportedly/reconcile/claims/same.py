"""Whether two statements say the same of the same thing at the same time.

Nothing here hangs on how rare words are, which changes with every article that is added; how alike
two statements are by their words is asked for in columns.
"""

import numpy as np
import numpy.typing as npt

from reportedly.arrays import Flags
from reportedly.model import Statement
from reportedly.offsets import overlaps
from reportedly.reconcile.claims.propositions import Proposition
from reportedly.reconcile.days import days_between
from reportedly.reconcile.pairs.alike import are_alike
from reportedly.reconcile.pairs.judging import exclude_each_other

#: Below this many content words a passage ("That is not true") says too little to be compared.
FEWEST_STEMS = 4
#: Shared weight over that of both together: below it two statements differ in what they say.
LIKENESS = 0.55
#: With so many words in common it is the model of pairs that decides: how alike two statements of
#: the same subjects must be, and how surely they may exclude each other.
LIKENESS_BY_MODEL, ALIKE_BY_MODEL, EXCLUDED_BY_MODEL = 0.3, 0.77, 0.5
#: The same words within the same utterance need less: the words were aligned already.
LIKENESS_WITHIN_UTTERANCE = 0.4
#: Two statements further apart in time speak of different states of the world.
DAYS_APART = 120


def may_say_the_same(a: Proposition, b: Proposition) -> bool:
    """True when sign, numbers, subjects and time of two statements agree, whatever their words."""
    if nested(a.statement, b.statement):
        return False
    if a.negative != b.negative or a.numbers != b.numbers:
        return False
    if (a.statement.polarity == "asks") != (b.statement.polarity == "asks"):
        return False
    if len(a.stems) < FEWEST_STEMS or len(b.stems) < FEWEST_STEMS:
        return False
    return same_subjects(a, b) and same_time(a, b)


def in_the_same_words(likeness: npt.NDArray[np.float64], together: Flags) -> Flags:
    """Of pairs of statements, which share enough words by their weight; fewer within one
    utterance."""
    found: Flags = likeness >= np.where(together, LIKENESS_WITHIN_UTTERANCE, LIKENESS)
    return found


def in_other_words(a: Proposition, b: Proposition) -> bool:
    """True when the model finds two statements of one subject alike, and neither to exclude the
    other; the order of the two makes no difference."""
    if not set(a.about) & set(b.about):
        return False
    first, second = sorted((a.statement.content_text, b.statement.content_text))
    if not are_alike(first, second, ALIKE_BY_MODEL):
        return False
    return exclude_each_other(first, second) < EXCLUDED_BY_MODEL


def nested(a: Statement, b: Statement) -> bool:
    """True when words of one article are content of both: what X says that Y says is no second
    making of Y's claim."""
    return a.article_id == b.article_id and any(
        overlaps(s, t) for s in a.content for t in b.content
    )


def same_subjects(a: Proposition, b: Proposition) -> bool:
    """False when both name entities and none is common."""
    return not (a.about and b.about) or bool(set(a.about) & set(b.about))


def same_time(a: Proposition, b: Proposition) -> bool:
    """False when both are dated and lie too far apart."""
    apart = days_between(a.day, b.day)
    return apart is None or apart <= DAYS_APART
