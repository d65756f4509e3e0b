"""Which changes on words matter: those that touch negation, number, name, modality or person."""

import re
from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz

from reportedly.content_words import (
    MODALS,
    NEGATIONS,
    STOP_WORDS,
    content_stems,
    names,
    negations,
    numbers,
    words,
)
from reportedly.model import Edit
from reportedly.reconcile.pairs.judging import judge

Touched = Literal["negation", "number", "modality", "name", "person", "word"]

_PERSONS: dict[str, str] = {
    **dict.fromkeys("i me my mine myself im ive".split(), "I"),
    **dict.fromkeys("we us our ours ourselves were weve".split(), "we"),
    **dict.fromkeys("he him his himself hes".split(), "he"),
    **dict.fromkeys("she her hers herself shes".split(), "she"),
    **dict.fromkeys("they them their theirs themselves theyre".split(), "they"),
    **dict.fromkeys("you your yours yourself youre".split(), "you"),
}
#: 'we're' loses its apostrophe to 'were', a verb far more often.
_PERSONS.pop("were")
#: Pairs of modals that say the same in another tense or form.
_SAME_MODAL = (
    frozenset(("will", "would", "shall", "should")),
    frozenset(("can", "could")),
    frozenset(("may", "might", "maybe", "perhaps", "possibly")),
    frozenset(("cant", "cannot", "couldnt")),
    frozenset(("wont", "wouldnt")),
)
#: After a negation these say that something is more than what follows.
_MORE = frozenset("just only merely simply".split())
#: To go on and to end: no reader takes one for the other, whatever follows from the sentence.
_GOING_ON = frozenset("stay remain continue keep".split())
_ENDING = frozenset("stop cease quit end".split())
#: Likeness (0–100) from which two words are one, written in two ways or mistyped.
SPELLING = 75
#: Probability from which a sentence follows from one that has another word: "big", "large".
FOLLOWS = 0.5
#: A longer edit is another passage of the same speech, not a change of a word.
MOST_WORDS = 3
#: As many left out or added in one piece are another passage, and no other way to say the same.
PASSAGE_WORDS = 8
_OUTER = re.compile(r"^\W+|\W+$")
#: "No, the pier is ours": the answer to a question, which a shorter report leaves out.
_ANSWER = re.compile(r"(?:^|[.!?…]\W*)\W*no,", re.IGNORECASE)


def touched_by(edit: Edit, source: str, report: str, others: Sequence[Edit] = ()) -> Touched | None:
    """What an edit touches; None when it is harmless.

    A word that is dropped with a whole phrase from the edge of a quotation was trimmed, not
    changed; words put in brackets or left out behind an ellipsis are marked as the editor's.
    A word in the place of another may still say the same: see `says_the_same`.

    Args:
        edit: one change.
        source: the words of the version it comes from.
        report: the words of the version it leads to.
        others: all changes between the two; what negates in a whole passage that only one of them
            has is not counted.
    """
    if edit.op in ("move", "bracket", "elide"):
        return None
    before, after = _differing(words(edit.from_), words(edit.to))
    if (not before and not after) or max(len(before), len(after)) > MOST_WORDS:
        return None
    if (not after and _trimmed(edit.from_, source)) or (not before and _trimmed(edit.to, report)):
        return None
    if _is_answer(before, after, source) or _is_answer(after, before, report):
        return None
    if _negates(before) != _negates(after):
        # As many negations on both sides: one was worded otherwise, or another part was quoted.
        counts = (
            negations(source)
            - sum(negations(e.from_) for e in others if not e.to and _is_passage(e.from_)),
            negations(report)
            - sum(negations(e.to) for e in others if not e.from_ and _is_passage(e.to)),
        )
        return "negation" if counts[0] != counts[1] else None
    if numbers(edit.from_) != numbers(edit.to):
        return "number" if _other_number(edit, numbers(source), numbers(report)) else None
    return _modality(before, after) or _name(edit) or _person(before, after) or _word(edit, source)


def _is_passage(text: str) -> bool:
    return len(words(text)) >= PASSAGE_WORDS


def _differing(
    before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both without the words with which both begin: "he [does not sleep]", "he [sleeps]"."""
    same = next(
        (at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    return before[same:], after[same:]


def _is_answer(part: tuple[str, ...], other: tuple[str, ...], whole: str) -> bool:
    """Is it a "No," before what is said, and nothing in its place?"""
    return part == ("no",) and not other and _ANSWER.search(whole) is not None


def _negates(part: tuple[str, ...]) -> bool:
    """Has it a negation?  "Not just a ferry" is a ferry."""
    return any(
        word in NEGATIONS and (at + 1 == len(part) or part[at + 1] not in _MORE)
        for at, word in enumerate(part)
    )


def _other_number(edit: Edit, source: frozenset[str], report: frozenset[str]) -> bool:
    """True for a number in the place of another, or a lone one dropped or added; one that only
    moved, or is written otherwise ("6 p.m.", "18:00"), stands in both texts."""
    if len(words(edit.from_)) + len(words(edit.to)) == 1:
        return source != report
    return bool(numbers(edit.from_) and numbers(edit.to) and source - report and report - source)


def _trimmed(dropped: str, whole: str) -> bool:
    """True when `dropped` (two words or more) stands at an edge of `whole`."""
    part, all_words = words(dropped), words(whole)
    if len(part) < 2:
        return False
    return all_words[: len(part)] == part or all_words[-len(part) :] == part


def _modality(before: tuple[str, ...], after: tuple[str, ...]) -> Touched | None:
    old, new = {w for w in before if w in MODALS}, {w for w in after if w in MODALS}
    if not old or not new or old & new:
        # 'always' dropped, or 'will' added, is told by the words around it only when alone.
        alone = len(before) + len(after) == 1 and (old or new)
        return "modality" if alone else None
    same = any(old <= group and new <= group for group in _SAME_MODAL)
    return None if same else "modality"


def _name(edit: Edit) -> Touched | None:
    """Another name in the place of a name; a longer form of the same name is harmless."""
    old, new = names(edit.from_), names(edit.to)
    old, new = old - STOP_WORDS, new - STOP_WORDS
    bare_old, bare_new = _OUTER.sub("", edit.from_), _OUTER.sub("", edit.to)
    if not old or not new or old & new:
        return None
    both_names = bare_old[:1].isupper() and bare_new[:1].isupper()
    initials = {name[0] for name in old} & {name[0] for name in new}
    return "name" if both_names and not initials else None


def _word(edit: Edit, source: str) -> Touched | None:
    """One word of content in the place of another, if it is no other spelling of it."""
    old, new = content_stems(edit.from_), content_stems(edit.to)
    if len(old) != 1 or len(new) != 1 or fuzz.ratio(min(old), min(new)) >= SPELLING:
        return None
    return "word" if edit.from_ in source else None


def says_the_same(edit: Edit, source: str) -> bool:
    """Does the sentence with one word in the place of another follow from that with the other, or
    the other way round?  The model of pairs is asked, which takes most of the time of all this."""
    if _is_end_of(words(edit.from_), words(edit.to)):
        return False
    pair = source, source.replace(edit.from_, edit.to, 1)
    return any(judge(*both).entailment >= FOLLOWS for both in (pair, pair[::-1]))


def _is_end_of(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """ "To stay one family", "to stop being one family", or the other way round."""
    sides = [set(before), set(after)]
    return any(one & _GOING_ON and other & _ENDING for one, other in (sides, sides[::-1]))


def _person(before: tuple[str, ...], after: tuple[str, ...]) -> Touched | None:
    if len(before) != 1 or len(after) != 1:
        return None
    old, new = _PERSONS.get(before[0]), _PERSONS.get(after[0])
    return "person" if old and new and old != new else None
