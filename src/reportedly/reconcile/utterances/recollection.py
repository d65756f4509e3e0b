"""Words that an article recalls: "two years ago she told viewers that …", "as he swore in 2013".

In: two statements, of one speaker or of one whom only one of the two names, of which one says that
it tells of something said long before.  Out: whether the other is what it recalls.  Memory keeps
what was meant and loses the words, so that the same content is enough here, where elsewhere it
would be another saying on the same subject.
"""

from collections.abc import Mapping

from rapidfuzz.distance import LCSseq

from reportedly.content_words import (
    content_stems,
    names,
    negations,
    numbers,
    similarity,
    stem,
)
from reportedly.model import Statement
from reportedly.reconcile.days import days_between
from reportedly.reconcile.pairs.judging import closeness
from reportedly.reconcile.utterances.alignment import align
from reportedly.reconcile.utterances.setting import are_said_apart, speaker_of
from reportedly.reconcile.utterances.ways import (
    are_in_one_programme,
    is_aloud,
    names_speaker_of,
    of_somebody_recalled,
)
from reportedly.reconcile.utterances.wording import Said, content_of, shifted

#: What recalls something is published so much later at least; and what it recalls was published
#: within so many days of the time that it names.
LATER_DAYS, TOLD_DAYS = 30, 31
#: Stems of content in common, and of their weight the share of both and of the lighter: none of
#: 20,000 real statements of another occasion reached it.
STEMS, SIMILARITY, CONTAINMENT = 3, 0.45, 0.7
#: … or half of that share, where the model of pairs finds the two so near in meaning.
LEAST_SIMILARITY, CLOSENESS = 0.2, 0.65
#: … or less near, where the words between those of content, persons and tenses made alike, are so
#: far the same and in the same order: "married the man, not the money", "the bloke, not the bank".
#: 20,000 real statements have no such pair of two sayings.
FRAME_STEMS, FRAME_CLOSENESS, FRAME_SHARE = 2, 0.4, 0.4
#: … or a passage of so many words, where the share of content, of words in order, and the nearness
#: are so much.
FRAME_WORDS, FRAME_SIMILARITY, FRAME_COMMON, FRAME_NEAR = 7, 0.3, 0.6, 0.5
#: … or words that are the same but for what says yes or no: so many of each at least, and so far.
TURNED_WORDS, TURNED_STEMS, TURNED_SHARE = 7, 0.75, 0.65
#: Of a few quoted words, so many at least, the share that stands in the quotation, in its order.
HALF_WORDS, HALF_SHARE = 3, 0.6
#: Two retellings of what one outlet had.
TOLD_CLOSENESS = 0.55
#: Words that stand in the other in one piece: a short sentence, or what is quoted of a longer one.
WHOLE_WORDS, WHOLE_CONTENT = 4, 2
#: … so many of them if they are given to another speaker in the same programme.
OTHERS_WORDS, OTHERS_CONTENT = 5, 3
#: … and so many if they are recalled, whatever ties the two articles otherwise.
ANYWHERE_WORDS = 7


def is_recalled(
    one: Said, other: Said, days: Mapping[str, str | None], rarities: Mapping[str, float]
) -> bool:
    """Does one of two statements recall the other?

    Args:
        one: a statement.
        other: one in another article, of the same speaker, or of one whom only one of them names.
        days: of articles.
        rarities: of stems.
    """
    told_now = any(s.recalled and _is_dated_as_printed(s, days) for s in (one, other))
    if are_said_apart(one.statement, other.statement) and not told_now:
        return False
    if not (_may_recall(one, other, days) or _may_recall(other, one, days)):
        return False
    if stands_in(one, other) or stands_in(other, one) or _alike(one, other, rarities):
        return True
    return _is_turned_round(one, other)


def _is_dated_as_printed(said: Said, days: Mapping[str, str | None]) -> bool:
    """Is the day on which it is thought to be said only that of its article?"""
    day = days.get(said.statement.article_id)
    return day is not None and said.statement.said_earliest == day[: len("2000-01-01")]


def could_be_recalled(one: Said, other: Said, days: Mapping[str, str | None]) -> bool:
    """Is one of the two, by one speaker, told as something from the time of the other?"""
    return _may_recall(one, other, days) or _may_recall(other, one, days)


def recalls_somebody(one: Said, other: Said) -> bool:
    """Recalls one of the two of somebody ("the mother of two once told viewers that …") what was
    broadcast or said in an interview, as the other was, whose speaker its article names?"""
    return any(
        of_somebody_recalled(later) and is_aloud(earlier) and names_speaker_of(later, earlier)
        for later, earlier in ((one, other), (other, one))
    )


def _may_recall(later: Said, earlier: Said, days: Mapping[str, str | None]) -> bool:
    a, b = later.statement, earlier.statement
    if not later.recalled or a.article_id == b.article_id:
        return False
    known = days.get(a.article_id), days.get(b.article_id)
    if known[0] and known[1] and known[1] > known[0]:
        return False
    apart = days_between(*known)
    if apart is not None and apart < LATER_DAYS:
        return False
    return earlier.recalled or not _is_told_after(b, a, days)


def _is_told_after(fresh: Statement, recalled: Statement, days: Mapping[str, str | None]) -> bool:
    """Was the one published long after the time that the other names?"""
    day, latest = days.get(fresh.article_id), recalled.said_latest
    if not day or not latest or len(latest) < len("2000-01-01") or day <= latest:
        return False
    apart = days_between(day, latest)
    return apart is not None and apart > TOLD_DAYS


def passes_on_words(one: Said, other: Said) -> bool:
    """Has one of two statements, of which one passes on what an outlet had, the quoted words of the
    other, or do both tell the same without any?"""
    if stands_in(one, other) or stands_in(other, one):
        return True
    if one.statement.mode != "indirect" or other.statement.mode != "indirect":
        return False
    texts = sorted((one.statement.content_text, other.statement.content_text))
    shared = set(one.content) & set(other.content)
    # Whom they are about is not yet what they say.
    said = shared - {stem(name) for text in texts for name in names(text)}
    common = len(shared) >= WHOLE_CONTENT and bool(said) and not _contradict(one, other)
    return common and closeness(texts[0], texts[1]) >= TOLD_CLOSENESS


def _alike(one: Said, other: Said, rarities: Mapping[str, float]) -> bool:
    """Have two quotations nearly all content in common, the shorter's at least?"""
    if _contradict(one, other):
        return False
    if not (one.quoted and other.quoted):
        return _half_remembered(one, other) or _half_remembered(other, one)
    if _share_a_frame(one, other):
        return True
    stems = frozenset(one.content), frozenset(other.content)
    shared = len(stems[0] & stems[1])
    in_frame = shared >= FRAME_STEMS and _frame_share(one, other) >= FRAME_SHARE
    if shared < STEMS and not in_frame:
        return False
    if shared >= LEAST_SIMILARITY * len(stems[0] | stems[1]):
        # Whichever way the two are asked about, the answer is the same.
        texts = sorted((one.statement.content_text, other.statement.content_text))
        if closeness(texts[0], texts[1]) >= (FRAME_CLOSENESS if in_frame else CLOSENESS):
            return True
    jaccard, containment = similarity(*stems, rarities)
    return shared >= STEMS and jaccard >= SIMILARITY and containment >= CONTAINMENT


def _is_turned_round(one: Said, other: Said) -> bool:
    """Are two quotations, or a passage of one, the same words but for a "not" or "never" which only
    one of them has?"""
    if not (one.quoted and other.quoted):
        return False
    return any(
        _are_turned_round(a, b)
        for a in (one.keys, *one.pieces)
        for b in (other.keys, *other.pieces)
    )


def _are_turned_round(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if min(len(one), len(other)) < TURNED_WORDS:
        return False
    if numbers(" ".join(one)) != numbers(" ".join(other)):
        return False
    stems = [frozenset(content_of(keys)) - _TURNING for keys in (one, other)]
    shared, shorter = len(stems[0] & stems[1]), min(map(len, stems))
    if shared < FRAME_STEMS or shared < TURNED_STEMS * shorter:
        return False
    a, b = ([w for key in keys for w in shifted(key) if w not in _TURNING] for keys in (one, other))
    return LCSseq.similarity(a, b) >= TURNED_SHARE * max(len(a), len(b))


#: Words by which a saying is turned round, as they are compared with retellings.
_TURNING = frozenset("not once alway always ever <do>".split())


def _share_a_frame(one: Said, other: Said) -> bool:
    """Has a passage of the one most words of a passage of the other, in the same order?"""
    for a in one.pieces:
        for b in other.pieces:
            stems = frozenset(content_of(a)), frozenset(content_of(b))
            shared = len(stems[0] & stems[1])
            if min(len(a), len(b)) < FRAME_WORDS or shared < FRAME_STEMS:
                continue
            if shared < FRAME_SIMILARITY * len(stems[0] | stems[1]):
                continue
            words = [tuple(word for key in piece for word in shifted(key)) for piece in (a, b)]
            common = LCSseq.similarity(*words) / min(len(words[0]), len(words[1]))
            texts = sorted((" ".join(a), " ".join(b)))
            if common >= FRAME_COMMON and closeness(texts[0], texts[1]) >= FRAME_NEAR:
                return True
    return False


def _half_remembered(told: Said, quotation: Said) -> bool:
    """Are a few quoted words mostly those of a quotation whose content is told beside them?

    "She would `stake her boat' on the eels" of "I'd stake my house on the eels being back by May".
    """
    quoted = tuple(word.key for word in told.words if word.quoted)
    if not quotation.quoted or len(quoted) < HALF_WORDS:
        return False
    told_stems, stems = content_stems(told.statement.content_text), frozenset(quotation.content)
    if len(told_stems & stems) < STEMS or stems.isdisjoint(content_of(quoted)):
        return False
    shifted_words = tuple(word for key in quoted for word in shifted(key))
    common = LCSseq.similarity(shifted_words, quotation.shifted_keys)
    return common >= HALF_SHARE * len(shifted_words)


def _frame_share(one: Said, other: Said) -> float:
    """Of the shorter's words the share that stands in the other, in the same order."""
    a, b = one.shifted_keys, other.shifted_keys
    return LCSseq.similarity(a, b) / max(min(len(a), len(b)), 1)


def is_given_to_another(one: Said, other: Said, in_one_story: bool) -> bool:
    """Are the quoted words of the one a part of what another said in the very programme, or, where
    they are recalled, in the same story, or so many that nobody else will have said them?"""
    a, b = speaker_of(one.statement), speaker_of(other.statement)
    if not a or not b or a == b or one.statement.article_id == other.statement.article_id:
        return False
    recalled = one.recalled or other.recalled
    if not recalled and not are_in_one_programme(one, other):
        return False
    near = in_one_story or are_in_one_programme(one, other)
    return any(
        len(short.keys) >= (OTHERS_WORDS if near else ANYWHERE_WORDS)
        and len(set(short.content)) >= OTHERS_CONTENT
        and stands_in(short, long)
        for short, long in ((one, other), (other, one))
    )


def stands_in(short: Said, long: Said) -> bool:
    """Do all quoted words of the one stand in the quotation that is the other, in one piece?"""
    quoted = tuple(word.key for word in short.words if word.quoted)
    if not long.quoted or len(quoted) < WHOLE_WORDS:
        return False
    found = align(quoted, long.keys)
    whole = found.missed == 0 and found.density == 1.0 and found.matched == len(quoted)
    return whole and (found.content >= WHOLE_CONTENT or bool(numbers(" ".join(quoted))))


def _contradict(one: Said, other: Said) -> bool:
    a, b = one.statement.content_text, other.statement.content_text
    figures = sorted((numbers(a), numbers(b)), key=len)
    # What is recalled in part may leave a number out.
    return not figures[0] <= figures[1] or (negations(a) > 0) != (negations(b) > 0)
