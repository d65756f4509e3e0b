"""Do two statements of one story share a sentence, though their other sentences differ?

Within one story the same sentence is remembered, retold and read out for years.  Fewer words prove
it than elsewhere, and a speaker whom one of the two leaves unknown is no obstacle.
"""

from collections.abc import Mapping, Sequence

from reportedly.content_words import negations, numbers, similarity, stem
from reportedly.reconcile.utterances.alignment import align
from reportedly.reconcile.utterances.wording import Said, carries_content, shifted

#: Words of a sentence that must be the same in one piece, and in nearly one piece; content in it.
EXACT_WORDS, EXACT_CONTENT = 6, 3
NEAR_WORDS, NEAR_CONTENT, NEAR_DENSITY = 7, 3, 0.8
#: A shorter sentence must be all that both say, and more than a phrase: "They will never sing."
WHOLE_WORDS, WHOLE_CONTENT = 4, 1
#: Without a negation it takes one speaker who is named, and so many words.
SAME_WORDS = 5
#: Retold in other persons and tenses; of so few words one must negate.
SHIFTED_WORDS, SHIFTED_DENSITY = 6, 0.8
#: The same content in other words.
EQUAL_STEMS, EQUAL_SIMILARITY = 3, 0.9


def share_a_sentence(one: Said, other: Said, rarities: Mapping[str, float]) -> bool:
    """True when a passage of the one is a passage of the other, or nearly so.

    Two retellings of people left unnamed share phrases ("a ban on …") rather than a sentence.
    """
    known = one.statement.speaker and one.statement.speaker == other.statement.speaker
    if not (one.quoted or other.quoted or known):
        return False
    return any(
        _same_sentence(a, b, bool(known)) or _retold(one, other, a, b, rarities)
        for a in one.pieces
        for b in other.pieces
    )


def _same_sentence(a: Sequence[str], b: Sequence[str], one_speaker: bool) -> bool:
    if len(a) < WHOLE_WORDS or len(b) < WHOLE_WORDS:
        return False
    if tuple(a) == tuple(b):
        enough = negations(" ".join(a)) > 0 or (one_speaker and len(a) >= SAME_WORDS)
        return _content(a) >= WHOLE_CONTENT and enough
    found, shorter = align(a, b), min(len(a), len(b))
    if found.missed == 0 and found.density == 1.0:
        return found.matched >= EXACT_WORDS and found.content >= EXACT_CONTENT
    return (
        shorter >= NEAR_WORDS
        and found.missed <= 0.15 * shorter
        and found.density >= NEAR_DENSITY
        and found.content >= NEAR_CONTENT
    )


def _retold(
    one: Said, other: Said, a: Sequence[str], b: Sequence[str], rarities: Mapping[str, float]
) -> bool:
    """The same but for persons and tenses, or the same content throughout, by one known speaker
    or a person left unnamed."""
    if one.quoted and other.quoted and not _person_unknown(one, other):
        return False
    if _contradict(a, b) or "person" not in (one.statement.source_kind,):
        return False
    if other.statement.source_kind != "person":
        return False
    x, y = ([word for key in keys for word in shifted(key)] for keys in (a, b))
    found, shorter = align(x, y), min(len(x), len(y))
    if shorter >= SHIFTED_WORDS and found.missed <= 1 and found.density >= SHIFTED_DENSITY:
        return found.content >= 1 and negations(" ".join(a)) > 0
    stems = [frozenset(stem(key) for key in keys if carries_content(key)) for keys in (a, b)]
    if len(stems[0] & stems[1]) < EQUAL_STEMS:
        return False
    return similarity(stems[0], stems[1], rarities)[0] >= EQUAL_SIMILARITY


def _person_unknown(one: Said, other: Said) -> bool:
    return any(
        s.statement.speaker is None and s.statement.source_kind == "person" for s in (one, other)
    )


def _contradict(a: Sequence[str], b: Sequence[str]) -> bool:
    x, y = " ".join(a), " ".join(b)
    return numbers(x) != numbers(y) or (negations(x) > 0) != (negations(y) > 0)


def _content(keys: Sequence[str]) -> int:
    return sum(carries_content(key) for key in keys)
