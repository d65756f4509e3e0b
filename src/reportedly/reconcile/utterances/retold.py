"""Does an indirect statement retell a quotation of the same speaker, in other words?

In: two statements' words, and whether their articles are of one story.  Out: how likely it is, by
a logistic regression over the numbers of `likeness`; those that need the model of pairs are asked
for only where the others leave it open.
"""

import math
import re
from collections.abc import Mapping

from reportedly.content_words import content_stems, negations, stem
from reportedly.reconcile.utterances.likeness import (
    Compare,
    Nearness,
    Wording,
    compared,
    most_shared,
    nearness,
    sign,
    wording,
)
from reportedly.reconcile.utterances.wording import Said, carries_content

#: Stems of content that the two must have in common.
LEAST_STEMS = 2
#: Cues of what was not said, beside those that negate.
_UNSAID = re.compile(
    r"\b(?:fail|declin|refus|ignor|omit|avoid|neglect|has yet|have yet)", re.IGNORECASE
)

#: All of these are fitted by `training.claims.retellings` on pairs read by hand, which are not
#: those of `benchmarks/utterances`.  Of each number that words and places give, its weight where
#: they alone decide whether the model is asked, and beside what it tells.
OF_WORDING = {
    "shared": (0.499, -1.517),
    "names_shared": (1.253, 0.381),
    "names_missing": (0.278, 0.247),
    "rarest": (1.555, 1.419),
    "longer": (-0.170, -0.245),
    "figures": (0.919, 0.755),
    "sign": (0.295, 0.176),
    "is_fragment": (-1.057, -1.408),
    "is_mixed": (-0.469, -0.799),
    "is_infinitive": (-2.178, -2.033),
    "is_reported": (0.179, 0.242),
    "is_topic": (-1.488, -1.614),
    "same_article": (-1.583, -1.327),
    "comes_first": (1.059, 1.074),
    "distance": (-2.345, -2.386),
    "same_story": (0.955, 0.812),
    "told_in_headline": (2.055, 1.846),
    "quoted_in_headline": (1.276, 1.286),
}
GATE, WORDING = (
    Wording(**{name: weights[at] for name, weights in OF_WORDING.items()}) for at in (0, 1)
)
NEARNESS = Nearness(
    clause=4.455,
    by_word=4.280,
    by_rarest=1.842,
    in_one_clause=-1.554,
    back=1.741,
)
GATE_INTERCEPT, INTERCEPT = -1.014, -5.525
#: By which one retelling in a hundred is lost, and half of the others need no model.
WORTH_READING = -1.54
#: Log-odds from which two are taken for one utterance; F1 is highest from -0.6 to -0.2.
ENOUGH = -0.2


def find_likelihood(
    one: Said,
    other: Said,
    rarities: Mapping[str, float],
    same_story: bool = False,
    least: int = LEAST_STEMS,
    compare: Compare = compared,
) -> float | None:
    """How likely one of the two is a quotation that the other retells; None if unlikely.

    Args:
        one: a statement.
        other: one of the same speaker.
        rarities: of stems.
        same_story: whether their articles are of one story.
        least: stems of content that they must have in common.
        compare: gives what vectors tell of the two.
    """
    ordered = quotation_first(one, other)
    if ordered is None:
        return None
    quotation, retelling = ordered
    texts = quotation.statement.content_text, retelling.statement.content_text
    if negations(retelling.cue) or _UNSAID.search(retelling.cue):
        return None
    if not could_retell(*texts, least) or not _repeats_quoted_words(quotation, retelling):
        return None
    found = wording(quotation, retelling, rarities, same_story)
    if GATE_INTERCEPT + _sum(GATE, found) < WORTH_READING:
        return None
    odds = score(found, nearness(*texts, rarities, compare))
    return 1 / (1 + math.exp(-odds)) if odds >= ENOUGH else None


def quotation_first(one: Said, other: Said) -> tuple[Said, Said] | None:
    """The one that may be the quotation, and the one that may retell it; None of two alike."""
    ranks = _retold_rank(one), _retold_rank(other)
    if ranks[0] == ranks[1]:
        return None
    return (one, other) if ranks[0] < ranks[1] else (other, one)


def _retold_rank(said: Said) -> int:
    """How far a statement is from what was said: quoted, told with a word or two quoted, retold."""
    if said.statement.mode == "indirect":
        return 2
    return 0 if said.quoted else 1


def _repeats_quoted_words(quotation: Said, retelling: Said) -> bool:
    """Has the quotation most words of content that the retelling quotes, if it quotes any?"""
    quoted = {
        stem(word.key) for word in retelling.words if word.quoted and carries_content(word.key)
    }
    repeated = 2 * len(quoted & content_stems(quotation.statement.content_text))
    # Of two words that are remembered one may be wrong.
    return not quoted or repeated > len(quoted) - int(retelling.recalled)


def could_retell(quotation: str, retelling: str, least: int = LEAST_STEMS) -> bool:
    """Do they share words, and does the clause that has half of them negate like the retelling?"""
    told = content_stems(retelling)
    shared = len(content_stems(quotation) & told)
    if shared < least or (shared < LEAST_STEMS and 2 * shared < len(told)):
        return False
    clauses = most_shared(quotation, told)
    if 2 * len(content_stems(clauses[0]) & told) < len(told):
        return True
    return sign(quotation, retelling) >= 0


def score(found: Wording, near: Nearness) -> float:
    """The log-odds that it is a retelling."""
    return INTERCEPT + _sum(WORDING, found) + _sum(NEARNESS, near)


def _sum(weights: Wording | Nearness, values: Wording | Nearness) -> float:
    found = 0.0
    for name in weights.__slots__:
        found += getattr(weights, name) * getattr(values, name)
    return found
