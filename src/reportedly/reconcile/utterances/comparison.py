"""Do two statements report the same utterance?  Words decide; speaker and time say how strictly.

The stricter the gate, the fewer words may differ: strictest when two speakers are named, since the
same words in another's mouth are either a misattribution, which a reader wants to see, or chance.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.content_words import similarity
from reportedly.model import Statement
from reportedly.offsets import overlaps
from reportedly.reconcile.days import days_between
from reportedly.reconcile.utterances.alignment import Alignment, align
from reportedly.reconcile.utterances.likeness import Compare, compared
from reportedly.reconcile.utterances.recollection import (
    could_be_recalled,
    is_given_to_another,
    is_recalled,
    passes_on_words,
    recalls_somebody,
)
from reportedly.reconcile.utterances.remembered import share_a_sentence
from reportedly.reconcile.utterances.retold import LEAST_STEMS, find_likelihood
from reportedly.reconcile.utterances.same_words import (
    EXACT_CONTENT,
    EXACT_WORDS,
    LEAST_WORDS,
    Gate,
    are_same_words,
    are_shifted,
    contradict,
    is_caption,
    is_one_post,
)
from reportedly.reconcile.utterances.setting import (
    are_said_apart,
    are_told_alike,
    are_told_at_once,
    speaker_of,
)
from reportedly.reconcile.utterances.ways import is_relayed
from reportedly.reconcile.utterances.wording import Said, nameless

#: After two months the same speaker may well say something similar anew.
NEAR_DAYS = 60
#: A retelling is looked for within a week: later, something similar was said again.
RETOLD_DAYS = 7
#: In one piece, an interjection excepted.
WHOLE_DENSITY = 0.95
#: Of the weight of the lighter statement's content, and of both together, that a retelling shares.
RETOLD_CONTAINMENT = 0.75
RETOLD_SIMILARITY = 0.45
RETOLD_STEMS = 4
#: The same content and hardly any other, at whatever time: a sentence that is remembered.
EQUAL_SIMILARITY = 0.9
EQUAL_STEMS = 3
#: Retellings are merged after all that share words.
RETOLD_STRENGTH = 0.4
#: Last. Between the two, a retelling that is only likely: the likeliest first, so that each goes to
#: the quotation that it fits best.
REMEMBERED_STRENGTH = 0.3
#: Without quotation marks on either side, these many words are a sentence and not a set phrase.
SENTENCE_WORDS = 10
SENTENCE_CONTENT = 5
RETOLD_DENSITY = 0.85
#: Told to the same person or body, a quotation is known again by less: by the stems of content that
#: both have, or, told in part only, by so many words.
SETTING_STEMS = 3
SETTING_WORDS = 4
#: … and retold, where both say when it was told, by one of a few.
SETTING_LEAST = 1


@dataclass(frozen=True, slots=True)
class Match:
    """Two statements that report the same, and how alike they are (for the order of mergers)."""

    left: str
    right: str
    strength: float


class Comparison:
    """Compares statements; knows the days of their articles and how rare each word is."""

    def __init__(
        self,
        said: Mapping[str, Said],
        days: Mapping[str, str | None],
        rarities: Mapping[str, float],
        stories: Mapping[str, str | None] | None = None,
        compare: Compare = compared,
    ) -> None:
        """`said` by statement, `days` and `stories` by article, `rarities` by stem; `compare`
        gives what vectors tell of two texts."""
        self._compare = compare
        self._stories = stories or {}
        self._said = said
        self._days = days
        self._rarities = rarities

    def find_match(self, left: str, right: str, at_least: Gate = Gate.OPEN) -> Match | None:
        """The match of two statements, by name, or None when they do not report the same."""
        one, other = self._said[left], self._said[right]
        if _one_lies_in_the_other(one.statement, other.statement):
            return None
        gate = max(at_least, self._gate(one, other))
        alignment = align(one.keys, other.keys)
        if one.quoted and other.quoted:
            within_days = self._near(one.statement, other.statement, RETOLD_DAYS)
            same = are_same_words(alignment, one, other, gate, within_days)
        else:
            same = self._same_retold_words(alignment, one, other)
        same = same or self._is_told_alike(one, other, alignment)
        if self._same_story(one.statement, other.statement):
            same = same or is_one_post(one, other)
        if same or is_caption(one, other, alignment):
            return Match(left, right, alignment.density + min(alignment.matched, 99) / 1000)
        retold = self._find_retold_strength(one, other) if at_least < Gate.STRICT else None
        if retold is not None:
            return Match(left, right, retold)
        in_one_story = self._same_story(one.statement, other.statement)
        if is_given_to_another(one, other, in_one_story) or self._is_remembered(one, other):
            return Match(left, right, REMEMBERED_STRENGTH)
        may_recall = at_least < Gate.STRICT and self._may_be_one_speaker(one, other)
        if may_recall and is_recalled(one, other, self._days, self._rarities):
            return Match(left, right, REMEMBERED_STRENGTH)
        return None

    def is_recalled(self, left: str, right: str) -> bool:
        """Is one of two statements, by name, told as something from the time of the other, by the
        same speaker?"""
        one, other = self._said[left], self._said[right]
        same = self._may_be_one_speaker(one, other)
        return same and could_be_recalled(one, other, self._days)

    @staticmethod
    def _may_be_one_speaker(one: Said, other: Said) -> bool:
        """Have both one speaker, or recalls one what somebody said whom its article names?"""
        speakers = {speaker_of(one.statement), speaker_of(other.statement)}
        return recalls_somebody(one, other) if None in speakers else len(speakers) == 1

    def is_remembered(self, left: str, right: str) -> bool:
        """Do two statements, by name, share a sentence within one story?"""
        return self._is_remembered(self._said[left], self._said[right])

    def _is_remembered(self, one: Said, other: Said) -> bool:
        """Do the two, of one story and of speakers who can be the same, or a quotation of one
        speaker and what recalls it, share a sentence?"""
        a, b = one.statement, other.statement
        speakers = {speaker_of(a), speaker_of(b)}
        if not self._same_story(a, b):
            quoted = (one.quoted or other.quoted) and len(speakers) == 1 and None not in speakers
            if not quoted or not could_be_recalled(one, other, self._days):
                return False
        if len(speakers - {None}) > 1 or are_said_apart(a, b) or a.article_id == b.article_id:
            return False
        return share_a_sentence(one, other, self._rarities)

    def _same_story(self, one: Statement, other: Statement) -> bool:
        story = self._stories.get(one.article_id)
        return story is not None and story == self._stories.get(other.article_id)

    def contains(self, longer: str, shorter: str) -> bool:
        """Do all words of the second statement stand in the first, in one piece?"""
        words = self._said[shorter].keys
        found = align(self._said[longer].keys, words)
        whole = found.matched == len(words) and found.density >= WHOLE_DENSITY
        return whole and found.matched >= EXACT_WORDS and found.content >= 2

    def _gate(self, one: Said, other: Said) -> Gate:
        a, b = speaker_of(one.statement), speaker_of(other.statement)
        if a and b and a != b:
            return Gate.STRICT
        return Gate.OPEN if a and b and self._near(one.statement, other.statement) else Gate.NARROW

    def _near(self, one: Statement, other: Statement, within: int = NEAR_DAYS) -> bool:
        if are_said_apart(one, other):
            return False
        days = days_between(self._days.get(one.article_id), self._days.get(other.article_id))
        return days is None or days <= within

    def _same_retold_words(self, found: Alignment, one: Said, other: Said) -> bool:
        """Are the words of which some are not quoted nearly the same?

        Names and set phrases ("the North American treaty") are nobody's words, so that without
        quotation marks it takes a whole sentence, or the same speaker within days.
        """
        a, b = speaker_of(one.statement), speaker_of(other.statement)
        shorter = min(len(one.keys), len(other.keys))
        if found.missed > 0.1 * shorter or found.density < RETOLD_DENSITY:
            return False
        words, content = (SENTENCE_WORDS, SENTENCE_CONTENT)
        if a and a == b and self._near(one.statement, other.statement, RETOLD_DAYS):
            words, content = LEAST_WORDS, 3
        elif one.quoted or other.quoted:
            words, content = EXACT_WORDS, EXACT_CONTENT
        near = self._near(one.statement, other.statement)
        return near and found.matched >= words and found.content >= content

    def _is_told_alike(self, one: Said, other: Said, found: Alignment) -> bool:
        """Did one speaker quoted twice tell the same addressee the same, or a part of it?"""
        a, b = one.statement, other.statement
        if not (one.quoted and other.quoted and are_told_alike(a, b)) or are_said_apart(a, b):
            return False
        if contradict(a.content_text, b.content_text):
            return False
        whole = found.missed == 0 and found.density == 1.0 and found.content >= 1
        if whole and found.matched >= SETTING_WORDS:
            return True
        stems = frozenset(one.content), frozenset(other.content)
        if len(stems[0] & stems[1]) < SETTING_STEMS:
            return False
        jaccard, containment = similarity(*stems, self._rarities)
        return jaccard >= RETOLD_SIMILARITY and containment >= RETOLD_CONTAINMENT

    def _find_retold_strength(self, one: Said, other: Said) -> float | None:
        """How surely the two say the same in other words, by one named speaker; None if not."""
        a, b = one.statement, other.statement
        if self._may_be_one_insider(one, other) and are_shifted(nameless(one), nameless(other)):
            return RETOLD_STRENGTH
        relayed = is_relayed(one, other, self._days)
        if not (relayed or self._may_be_one_speaker(one, other)) or are_said_apart(a, b):
            return None
        if relayed and passes_on_words(one, other):
            return RETOLD_STRENGTH
        if not contradict(a.content_text, b.content_text):
            if not (one.quoted and other.quoted) and are_shifted(one, other):
                return RETOLD_STRENGTH
            if self._same_content(one, other):
                return RETOLD_STRENGTH
        # Years later a sentence is known again by whom it was told, and when, or because it is told
        # as something from back then.
        placed = are_told_alike(a, b) and are_told_at_once(a, b)
        recalled = could_be_recalled(one, other, self._days) and not contradict(
            a.content_text, b.content_text
        )
        if not (placed or recalled or relayed or self._near(a, b, RETOLD_DAYS)):
            return None
        least = SETTING_LEAST if placed else LEAST_STEMS
        same_story = self._same_story(a, b)
        likely = find_likelihood(one, other, self._rarities, same_story, least, self._compare)
        if likely is None:
            return None
        return REMEMBERED_STRENGTH + (RETOLD_STRENGTH - REMEMBERED_STRENGTH) * likely

    def _may_be_one_insider(self, one: Said, other: Said) -> bool:
        """Do two articles of one story and of these weeks have both of somebody unnamed?"""
        a, b = one.statement, other.statement
        unnamed = a.source_kind == b.source_kind == "anonymous"
        if not unnamed or a.article_id == b.article_id or not self._same_story(a, b):
            return False
        return self._near(a, b) and not contradict(a.content_text, b.content_text)

    def _same_content(self, one: Said, other: Said) -> bool:
        stems = frozenset(one.content), frozenset(other.content)
        shared = len(stems[0] & stems[1])
        if shared < min(EQUAL_STEMS, RETOLD_STEMS):
            return False
        jaccard, containment = similarity(*stems, self._rarities)
        if jaccard >= EQUAL_SIMILARITY and shared >= EQUAL_STEMS:
            return True
        if (one.quoted and other.quoted) or not self._near(
            one.statement, other.statement, RETOLD_DAYS
        ):
            return False
        return (
            shared >= RETOLD_STEMS
            and containment >= RETOLD_CONTAINMENT
            and jaccard >= RETOLD_SIMILARITY
        )


def _one_lies_in_the_other(one: Statement, other: Statement) -> bool:
    """Are these a statement and the one it is reported in, or two readings of the same words?"""
    if one.article_id != other.article_id:
        return False
    return any(overlaps(a, b) for a in one.content for b in other.content)
