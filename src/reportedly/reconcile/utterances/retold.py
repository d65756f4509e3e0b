"""Does an indirect statement retell a quotation of the same speaker, in other words?

In: two statements' words.  Out: yes or no, by a logistic regression over nine numbers: how near
the two are by the model of pairs, as wholes, by the nearest clause and word by word, and how the
retelling is made.  Of the rest of the pile only the rarity of words counts.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, replace

from reportedly.content_words import (
    MODALS,
    NEGATIONS,
    STOP_WORDS,
    content_stems,
    names,
    negations,
    numbers,
    stem,
    words,
)
from reportedly.reconcile.pairs.judging import nearest, nearness
from reportedly.reconcile.utterances.wording import Said

#: Stems of content that the two must have in common.
LEAST_STEMS = 2
#: So many words say too little alone ("the wall", "his plan").
FRAGMENT_WORDS = 4
#: A piece of fewer words is no clause.
CLAUSE_WORDS = 3
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’']*\s+|\s…\s|,[”\"]\s|''\s")
_CLAUSE = re.compile(
    r"[,;:—–]\s*|\s-+\s|\s(?=(?:and|but|because|that|which|who|when|if|so|as|while)\s)"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|they|it|we|I|you|there)\b(?:[’'](?:s|re|d|ll|m|ve))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What tells a retelling from another statement of the same speaker about the same thing.

    Nearness is from about 0 to 1, everything else 0 or 1 unless said otherwise.
    """

    clause: float
    """the retelling's nearness to the nearest clause of the quotation"""
    whole: float
    """its nearness to the whole quotation"""
    by_word: float
    """how near its common words are to the nearest word of the quotation each, rare ones most"""
    rarest: float
    """rarity of the rarest common word that both have, in the rarest of the retelling: 0 to 1"""
    figures: float
    """1 when the quotation has all of the retelling's numbers, -1 when not, 0 without numbers"""
    is_fragment: float
    has_subject: float
    """the retelling has a pronoun: it is likely to be a proposition, not a topic"""
    is_mixed: float
    """most of the quotation is retold itself"""
    sign: float
    """1 when the retelling and the clause that has most of its words both negate, -1 when one
    does, 0 when neither"""


#: Fitted by `training.claims.retellings` on pairs read by hand, which are not those of
#: `benchmarks/utterances`.
WEIGHTS = Likeness(
    clause=3.70,
    whole=4.25,
    by_word=1.43,
    rarest=1.41,
    figures=1.46,
    is_fragment=-1.82,
    has_subject=0.97,
    is_mixed=-1.08,
    sign=0.41,
)
INTERCEPT = -6.89
#: The same words; a little more than 1 for what rounding adds.
MOST_BY_WORD = 1.001
#: Log-odds from which two are taken for one utterance: more likely than not.
ENOUGH = 0.0


def retells(one: Said, other: Said, rarities: Mapping[str, float]) -> bool:
    """True when one of the two is a quotation and the other retells it."""
    kinds = [said.statement.mode == "indirect" for said in (one, other)]
    if kinds[0] == kinds[1]:
        return False
    quotation, retelling = (one, other) if kinds[1] else (other, one)
    texts = quotation.statement.content_text, retelling.statement.content_text
    if not could_retell(*texts):
        return False
    found = _all_but_words(*texts, quotation.statement.mode == "mixed", rarities)
    # Words are compared one by one, which takes longest: only where they can decide.
    if score(replace(found, by_word=MOST_BY_WORD)) < ENOUGH:
        return False
    return score(replace(found, by_word=_by_word(*texts, rarities))) >= ENOUGH


def could_retell(quotation: str, retelling: str) -> bool:
    """Do the two share words, and does the clause that has half of them negate like the retelling?

    Without such a clause, the retelling negates only where the quotation does.
    """
    told = content_stems(retelling)
    if len(content_stems(quotation) & told) < LEAST_STEMS:
        return False
    if negations(retelling) and not negations(quotation):
        return False
    clauses = _most_shared(quotation, told)
    if 2 * len(content_stems(clauses[0]) & told) < len(told):
        return True
    return any(_negates(clause) == _negates(retelling) for clause in clauses)


def _most_shared(quotation: str, told: frozenset[str]) -> list[str]:
    """The clauses of a quotation that have most of these stems, equally many."""
    pieces = [piece for part in _sentences(quotation) for piece in _CLAUSE.split(part)]
    most = max(len(content_stems(piece) & told) for piece in pieces)
    return [piece for piece in pieces if len(content_stems(piece) & told) == most]


def _negates(text: str) -> bool:
    return negations(text) > 0


def score(found: Likeness) -> float:
    """The log-odds that it is a retelling."""
    pairs: Iterable[tuple[float, float]] = zip(astuple(WEIGHTS), astuple(found), strict=True)
    return INTERCEPT + sum(weight * value for weight, value in pairs)


def likeness(
    quotation: str, retelling: str, is_mixed: bool, rarities: Mapping[str, float]
) -> Likeness:
    """The numbers of two texts by which a retelling is told."""
    found = _all_but_words(quotation, retelling, is_mixed, rarities)
    return replace(found, by_word=_by_word(quotation, retelling, rarities))


def _all_but_words(
    quotation: str, retelling: str, is_mixed: bool, rarities: Mapping[str, float]
) -> Likeness:
    """The numbers but for `by_word`."""
    told = numbers(retelling)
    return Likeness(
        clause=max(nearest(_clauses(quotation), [retelling])),
        whole=nearness(quotation, retelling),
        by_word=0.0,
        rarest=_rarest(quotation, retelling, rarities),
        figures=0.0 if not told else 1.0 if told <= numbers(quotation) else -1.0,
        is_fragment=float(len(words(retelling)) <= FRAGMENT_WORDS),
        has_subject=float(bool(_PRONOUN.search(retelling))),
        is_mixed=float(is_mixed),
        sign=_sign(quotation, retelling),
    )


def _sign(quotation: str, retelling: str) -> float:
    mine = _negates(retelling)
    clauses = _most_shared(quotation, content_stems(retelling))
    if any(_negates(clause) == mine for clause in clauses):
        return 1.0 if mine else 0.0
    return -1.0


def _clauses(text: str) -> list[str]:
    """The sentences of a text, their clauses, and each two that follow on one another."""
    found = []
    for sentence in _sentences(text):
        pieces = _CLAUSE.split(sentence)
        found += [sentence, *(piece for piece in pieces if len(piece.split()) >= CLAUSE_WORDS)]
        if len(pieces) > 2:
            found += [f"{first} {second}" for first, second in itertools.pairwise(pieces)]
    return found


def _sentences(text: str) -> list[str]:
    parts = [part for part in _SENTENCE.split(text) if len(part.split()) >= CLAUSE_WORDS]
    return parts or [text]


def _common_words(text: str) -> frozenset[str]:
    """The stems of content that are no names: whom it is about, much is said about."""
    return content_stems(text) - {stem(name) for name in names(text)}


def _by_word(quotation: str, retelling: str, rarities: Mapping[str, float]) -> float:
    common = _common_words(retelling)
    mine = sorted({word for word in words(retelling) if stem(word) in common})
    theirs = sorted(
        {w for w in words(quotation) if not (w in STOP_WORDS or w in MODALS or w in NEGATIONS)}
    )
    if not mine or not theirs:
        return 0.0
    weights = [rarities.get(stem(word), 1.0) for word in mine]
    near = nearest(mine, theirs)
    return sum(w * n for w, n in zip(weights, near, strict=True)) / sum(weights)


def _rarest(quotation: str, retelling: str, rarities: Mapping[str, float]) -> float:
    own = _common_words(retelling)
    shared = own & content_stems(quotation)
    if not shared:
        return 0.0
    return _most(shared, rarities) / _most(own, rarities)


def _most(stems: frozenset[str], rarities: Mapping[str, float]) -> float:
    return max(rarities.get(word, 1.0) for word in stems)
