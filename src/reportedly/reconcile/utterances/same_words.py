"""Are these the same words, in all or in part, perhaps with the persons of a retelling?

In: two statements' words and how far they run along each other.  Out: yes or no.
"""

import enum
from typing import NamedTuple

from reportedly.content_words import negations, numbers, stem
from reportedly.reconcile.utterances.alignment import Alignment, align
from reportedly.reconcile.utterances.setting import speaker_of
from reportedly.reconcile.utterances.wording import Said, carries_content, content_of

#: Shorter quotations ("a disgrace") are anybody's words.
LEAST_WORDS = 5
#: So many words in one piece are the same words even if they are few of them ("I do not want to").
EXACT_WORDS = 7
#: In one piece and with so much content, words are the same words whoever said them.
EXACT_CONTENT = 4
#: Two named speakers: one within a much longer statement of the other is a quotation in it.
STRICT_LENGTHS = 2.0
#: A post that two articles have word for word, by its channel, is one with fewer words.
POST_WORDS, POST_CONTENT = 4, 3
#: "Did not change" denies "changed": without them the words are the same.
_DOES, _NOT = frozenset("do does did".split()), frozenset("not never".split())
_DOES_NOT = frozenset("dont doesnt didnt".split())
#: Retold words that differ in persons and tenses only.
SHIFTED_DENSITY = 0.8
SHIFTED_CONTENT = 2
#: Words of a headline that repeat a quotation of the same article.
LEAST_REPEATED = 3
#: … of which one may be missing where there are few, and this share where there are more.
FEW_WORDS, SHIFTED_MISSED = 10, 0.15


class Gate(enum.IntEnum):
    """How strictly two statements are compared."""

    #: the same speaker, about the same time
    OPEN = 0
    #: a speaker unknown, or a long time between
    NARROW = 1
    #: two speakers are named: nearly the same words
    STRICT = 2


#: Words in common, and their density, that make two quotations overlapping parts of one speech.
PART_WORDS = {Gate.OPEN: 8, Gate.NARROW: 14, Gate.STRICT: 18}
PART_DENSITY = {Gate.OPEN: 0.8, Gate.NARROW: 0.85, Gate.STRICT: 0.9}
PART_CONTENT = 4
#: So many of them are a part with less content; and so many in one piece, with that content, where
#: a speaker is unknown but both are told within days.
LONG_PART, RUN_WORDS, RUN_CONTENT = 12, 9, 3
#: Of a short quotation that lacks more than one word of another article's, more of the rest must
#: be content.
LACKING_CONTENT = 3
#: Words of the shorter that the longer may lack: in a quotation of fewer than so many words, and
#: the share of a longer one.  One word of five, two of seven, a third of more: that is how far
#: reporters' versions of one sentence differ; two sentences of one speech on one subject differ
#: more.
MISSED = {
    Gate.OPEN: ((7, 1), (10, 2)),
    Gate.NARROW: ((7, 0), (10, 1)),
    Gate.STRICT: ((14, 1),),
}
MISSED_SHARE = {Gate.OPEN: 0.35, Gate.NARROW: 0.2, Gate.STRICT: 0.1}
#: Least density of the common stretch, and least words of content in it.
LEAST = {Gate.OPEN: (0.6, 2), Gate.NARROW: (0.75, 2), Gate.STRICT: (0.85, 3)}


class Allowed(NamedTuple):
    """How far the words of one sentence may differ."""

    missed: float
    density: float
    content: int


def are_same_words(
    found: Alignment, one: Said, other: Said, gate: Gate, within_days: bool = False
) -> bool:
    """Are the common words enough, at this gate, to be the same words and not like ones?"""
    shorter, longer = sorted((len(one.keys), len(other.keys)))
    if shorter < LEAST_WORDS or found.matched < LEAST_WORDS - 1:
        return False
    if found.missed == 0 and found.density == 1.0 and found.content >= EXACT_CONTENT:
        return True
    if gate == Gate.STRICT and longer > STRICT_LENGTHS * shorter:
        return False
    one_article = one.statement.article_id == other.statement.article_id
    allowed = _allowed(shorter, gate, lacking=found.missed > 1 and not one_article)
    if found.missed == 0 and found.density == 1.0 and found.matched >= EXACT_WORDS:
        return found.content >= 1
    alike = found.density >= allowed.density and found.content >= allowed.content
    if found.missed <= allowed.missed and alike:
        return True
    if _are_parts(found, max(gate, Gate.NARROW) if one_article else gate):
        return True
    if gate == Gate.STRICT:
        return False
    run = within_days and found.density == 1.0 and found.matched >= RUN_WORDS
    if run and len(_unnamed(one) & _unnamed(other)) >= RUN_CONTENT:
        return True
    return _differ_by_a_denial(one, other)


def _unnamed(said: Said) -> set[str]:
    """The words of content that are of no name: titles and bodies are nobody's words."""
    words = (word for word in said.words if not word.shown[:1].isupper())
    return {word.key for word in words if carries_content(word.key)}


def _are_parts(found: Alignment, gate: Gate) -> bool:
    """Do two quotations overlap as parts of one speech do?  What one article quotes twice it
    mostly quotes of two occasions, so that there it takes more."""
    if found.matched < PART_WORDS[gate] or found.density < PART_DENSITY[gate]:
        return False
    return found.content >= PART_CONTENT or (
        found.matched >= LONG_PART and found.content >= RUN_CONTENT
    )


def _differ_by_a_denial(one: Said, other: Said) -> bool:
    """ "I did not change my mind", "I changed my mind": all other words of the shorter alike?"""
    a, b = _undenied(one.keys), _undenied(other.keys)
    if (len(a) < len(one.keys)) == (len(b) < len(other.keys)):
        return False
    found = align(a, b)
    whole = found.missed == 0 and found.density == 1.0
    return whole and found.matched >= EXACT_WORDS and found.content >= 2


def _undenied(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Stems of the words but "did not", "doesn't" and the like."""
    kept: list[str] = []
    for at, key in enumerate(keys):
        following = keys[at + 1] if at + 1 < len(keys) else ""
        before = keys[at - 1] if at else ""
        negated = (key in _DOES and following in _NOT) or (key in _NOT and before in _DOES)
        if not negated and key not in _DOES_NOT:
            kept.append(stem(key))
    return tuple(kept)


def is_one_post(one: Said, other: Said) -> bool:
    """Do two articles have a whole post in the same words, whoever is said to have written it?"""
    if {one.statement.channel, other.statement.channel} != {"post"}:
        return False
    a, b = (tuple(word.key for word in said.words if word.quoted) for said in (one, other))
    return a == b and len(a) >= POST_WORDS and len(set(content_of(a))) >= POST_CONTENT


def _allowed(shorter: int, gate: Gate, *, lacking: bool) -> Allowed:
    """What may differ at this gate, of a quotation of so many words; `lacking` when it lacks more
    than one of another article's."""
    density, content = LEAST[gate]
    for below, missed in MISSED[gate]:
        if shorter < below:
            return Allowed(missed, density, LACKING_CONTENT if lacking else content)
    return Allowed(MISSED_SHARE[gate] * shorter, density, content)


def is_caption(one: Said, other: Said, found: Alignment) -> bool:
    """Does a headline or caption repeat some words of a quotation in its own article?"""
    longer = max(one, other, key=lambda said: (len(said.keys), said.statement.statement_id))
    same = one.statement.article_id == other.statement.article_id and longer.quoted
    whole = found.missed == 0 and found.density == 1.0 and found.matched >= LEAST_REPEATED
    named = {speaker_of(one.statement), speaker_of(other.statement)} - {None}
    return same and whole and found.content >= 1 and len(named) < 2


def are_shifted(one: Said, other: Said) -> bool:
    """Are these the same words with the persons and tenses of a retelling?"""
    a, b = one.shifted_keys, other.shifted_keys
    found, shorter = align(a, b), min(len(a), len(b))
    content = len(set(one.content) & set(other.content))
    if not (one.quoted or other.quoted):
        content -= 1
    return (
        shorter >= LEAST_WORDS
        and found.missed <= (1 if shorter < FEW_WORDS else SHIFTED_MISSED * shorter)
        and found.density >= SHIFTED_DENSITY
        and content >= SHIFTED_CONTENT
    )


def contradict(one: str, other: str) -> bool:
    """Does only one of the two negate, or do they give different numbers?"""
    a, b = numbers(one), numbers(other)
    different = bool(a and b) and not (a <= b or b <= a)
    return different or (negations(one) > 0) != (negations(other) > 0)
