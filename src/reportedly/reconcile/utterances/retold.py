"""Does an indirect statement retell a quotation of the same speaker, in other words?

In: two statements' words, and whether their articles are of one story.  Out: yes or no, by a
logistic regression over the numbers of `likeness`; those that need the model of pairs are asked for
only where the others leave it open.
"""

from collections.abc import Mapping
from dataclasses import astuple

from reportedly.content_words import content_stems, negations
from reportedly.reconcile.utterances.likeness import (
    Nearness,
    Wording,
    most_shared,
    nearness,
    sign,
    wording,
)
from reportedly.reconcile.utterances.wording import Said

#: Stems of content that the two must have in common.
LEAST_STEMS = 2

#: All of these are fitted by `training.claims.retellings` on pairs read by hand, which are not
#: those of `benchmarks/utterances`.  First what words and places alone tell …
GATE = Wording(
    shared=0.511,
    names_shared=1.226,
    names_missing=0.273,
    rarest=1.528,
    longer=-0.184,
    figures=0.895,
    sign=0.328,
    is_fragment=-1.042,
    is_mixed=-0.491,
    is_infinitive=-2.160,
    is_reported=0.242,
    is_topic=-1.519,
    same_article=-1.581,
    comes_first=1.035,
    distance=-2.323,
    same_story=1.028,
    told_in_headline=2.039,
    quoted_in_headline=1.293,
)
GATE_INTERCEPT = -1.066
#: … by which one retelling in a hundred is lost, and half of the others need no model.
WORTH_READING = -1.57
#: … and then both together.
WORDING = Wording(
    shared=-1.583,
    names_shared=0.357,
    names_missing=0.250,
    rarest=1.400,
    longer=-0.271,
    figures=0.711,
    sign=0.287,
    is_fragment=-1.403,
    is_mixed=-0.840,
    is_infinitive=-2.011,
    is_reported=0.308,
    is_topic=-1.661,
    same_article=-1.335,
    comes_first=1.059,
    distance=-2.383,
    same_story=0.916,
    told_in_headline=1.819,
    quoted_in_headline=1.339,
)
NEARNESS = Nearness(
    clause=4.489,
    by_word=4.435,
    by_rarest=1.922,
    in_one_clause=-1.558,
    back=1.768,
)
INTERCEPT = -5.740
#: Log-odds from which two are taken for one utterance: more likely than not.
ENOUGH = 0.0


def retells(
    one: Said, other: Said, rarities: Mapping[str, float], same_story: bool = False
) -> bool:
    """True when one of the two is a quotation and the other retells it."""
    kinds = [said.statement.mode == "indirect" for said in (one, other)]
    if kinds[0] == kinds[1]:
        return False
    quotation, retelling = (one, other) if kinds[1] else (other, one)
    texts = quotation.statement.content_text, retelling.statement.content_text
    if not could_retell(*texts):
        return False
    found = wording(quotation, retelling, rarities, same_story)
    if GATE_INTERCEPT + _sum(GATE, found) < WORTH_READING:
        return False
    return score(found, nearness(*texts, rarities)) >= ENOUGH


def could_retell(quotation: str, retelling: str) -> bool:
    """Do the two share words, and does the clause that has half of them negate like the retelling?

    Without such a clause, the retelling negates only where the quotation does.
    """
    told = content_stems(retelling)
    if len(content_stems(quotation) & told) < LEAST_STEMS:
        return False
    if negations(retelling) and not negations(quotation):
        return False
    clauses = most_shared(quotation, told)
    if 2 * len(content_stems(clauses[0]) & told) < len(told):
        return True
    return sign(quotation, retelling) >= 0


def score(found: Wording, near: Nearness) -> float:
    """The log-odds that it is a retelling."""
    return INTERCEPT + _sum(WORDING, found) + _sum(NEARNESS, near)


def _sum(weights: Wording | Nearness, values: Wording | Nearness) -> float:
    pairs: zip[tuple[float, float]] = zip(astuple(weights), astuple(values), strict=True)
    return sum(weight * value for weight, value in pairs)
