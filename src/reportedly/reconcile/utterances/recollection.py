"""Words that an article recalls: "two years ago she told viewers that …", "as he swore in 2013".

In: two statements of one speaker, of which one says that it tells of something said long before.
Out: whether the other is what it recalls.  Memory keeps what was meant and loses the words, so that
the same content is enough here, where elsewhere it would be another saying on the same subject.
"""

from collections.abc import Mapping

from reportedly.content_words import negations, numbers, similarity
from reportedly.model import Statement
from reportedly.reconcile.days import days_between
from reportedly.reconcile.utterances.alignment import align
from reportedly.reconcile.utterances.setting import are_said_apart, speaker_of
from reportedly.reconcile.utterances.wording import Said

#: What recalls something is published so much later at least; and what it recalls was published
#: within so many days of the time that it names.
LATER_DAYS, TOLD_DAYS = 30, 31
#: Stems of content in common, and of their weight the share of both and of the lighter: none of
#: 20,000 real statements of another occasion reached it.
STEMS, SIMILARITY, CONTAINMENT = 3, 0.45, 0.7
#: Words that stand in the other in one piece: a short sentence, or what is quoted of a longer one.
WHOLE_WORDS, WHOLE_CONTENT = 4, 2


def is_recalled(
    one: Said, other: Said, days: Mapping[str, str | None], rarities: Mapping[str, float]
) -> bool:
    """Does one of two statements of one speaker recall the other?

    Args:
        one: a statement.
        other: one in another article.
        days: of articles.
        rarities: of stems.
    """
    a, b = one.statement, other.statement
    if not speaker_of(a) or speaker_of(a) != speaker_of(b) or are_said_apart(a, b):
        return False
    if not (_may_recall(one, other, days) or _may_recall(other, one, days)):
        return False
    return _stands_in(one, other) or _stands_in(other, one) or _alike(one, other, rarities)


def could_be_recalled(one: Said, other: Said, days: Mapping[str, str | None]) -> bool:
    """Is one of the two, by one speaker, told as something from the time of the other?"""
    return _may_recall(one, other, days) or _may_recall(other, one, days)


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


def _alike(one: Said, other: Said, rarities: Mapping[str, float]) -> bool:
    """Have two quotations nearly all content in common, the shorter's at least?"""
    if not (one.quoted and other.quoted) or _contradict(one, other):
        return False
    stems = frozenset(one.content), frozenset(other.content)
    if len(stems[0] & stems[1]) < STEMS:
        return False
    jaccard, containment = similarity(*stems, rarities)
    return jaccard >= SIMILARITY and containment >= CONTAINMENT


def _stands_in(short: Said, long: Said) -> bool:
    """Do all quoted words of the one stand in the quotation that is the other, in one piece?"""
    quoted = tuple(word.key for word in short.words if word.quoted)
    if not long.quoted or len(quoted) < WHOLE_WORDS:
        return False
    found = align(quoted, long.keys)
    whole = found.missed == 0 and found.density == 1.0 and found.matched == len(quoted)
    return whole and (found.content >= WHOLE_CONTENT or bool(numbers(" ".join(quoted))))


def _contradict(one: Said, other: Said) -> bool:
    a, b = one.statement.content_text, other.statement.content_text
    return numbers(a) != numbers(b) or (negations(a) > 0) != (negations(b) > 0)
