"""Does an indirect statement retell a quotation of the same speaker, in other words?

In: two statements' words.  Out: yes or no, from the words they share, weighted by rarity, and from
the vectors of the model of pairs.
"""

import re
from collections.abc import Mapping

from reportedly.content_words import content_stems, negations, weight
from reportedly.reconcile.pairs.judging import nearness
from reportedly.reconcile.utterances.wording import Said

#: Nearness of the retelling to the nearest sentence of the quotation, plus the share of its weight
#: that the quotation has, plus a little if it is a clause: the sum from which it is a retelling.
#: Chosen on pairs read by hand; see `benchmarks/utterances`.
ENOUGH, CLAUSE = 1.35, 0.2
#: Of this share at the least: nearness is below 1, and costs a run of the model.
LEAST_SHARE = 0.3
LEAST_STEMS = 2
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’']*\s+|\s…\s|,[”\"]\s")
#: A finite verb by its commonest forms, or the conjunction before one.
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|did|does|do)\b"
    r"|n[’']t\b|^\W*that\b",
    re.IGNORECASE,
)


def retells(one: Said, other: Said, rarities: Mapping[str, float]) -> bool:
    """True when one of the two is a quotation and the other retells it."""
    if one.quoted == other.quoted:
        return False
    quotation, retelling = (
        said.statement.content_text for said in ((one, other) if one.quoted else (other, one))
    )
    if (negations(quotation) > 0) != (negations(retelling) > 0):
        return False
    a, b = content_stems(quotation), content_stems(retelling)
    if len(a & b) < LEAST_STEMS:
        return False
    share = weight(a & b, rarities) / weight(b, rarities)
    clause = CLAUSE if _CLAUSE.search(retelling) else 0.0
    if share < LEAST_SHARE or share + clause + 1.0 < ENOUGH:
        return False
    near = max(nearness(sentence, retelling) for sentence in _sentences(quotation))
    return near + share + clause >= ENOUGH


def _sentences(quotation: str) -> list[str]:
    """The sentences of a quotation, longer than a word or two."""
    parts = [part for part in _SENTENCE.split(quotation) if len(part.split()) > 2]
    return parts or [quotation]
