"""What changed, word by word, between two versions of a quotation: two `Said` in, `Edit`s out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from reportedly.model import Change, Edit
from reportedly.reconcile.utterances.alignment import common_stretch
from reportedly.reconcile.utterances.wording import Said, SaidWord, carries_content

#: Below this share of common words in the common stretch, two versions are two wordings.
SAME_WORDING = 0.5


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of the earlier version that became words of the later; either may be none."""

    old: tuple[SaidWord, ...]
    new: tuple[SaidWord, ...]
    #: before or after the stretch that the two have in common
    outside: bool
    op: str


def changes(earlier: Said, later: Said) -> tuple[WordChange, ...]:
    """The changes that make `later` out of `earlier`, in the order of the words."""
    in_old, in_new = common_stretch(earlier.all_keys, later.all_keys)
    old, new = earlier.words, later.words
    listed = [
        *_before(old[: in_old.start], new[: in_new.start]),
        *_inside(old[in_old.start : in_old.stop], new[in_new.start : in_new.stop]),
        *_outside(old[in_old.stop :], new[in_new.stop :]),
    ]
    return tuple(_with_moves(listed))


def as_edit(change: WordChange) -> Edit:
    """The change as the chronicle shows it."""
    return Edit(change.op, _shown(change.old), _shown(change.new))


def kind_of_change(earlier: Said, later: Said, found: Sequence[WordChange]) -> Change:
    """`identical`, `trimmed` (only shorter or longer), `altered` or `paraphrased` (other words).

    What both print in quotation marks is claimed to be verbatim, so other words there are altered.
    """
    if not found:
        return "identical"
    in_old, in_new = common_stretch(earlier.all_keys, later.all_keys)
    enough = 2 * max(len(in_old), len(in_new)) >= min(len(earlier.words), len(later.words))
    if enough and all(c.op == "elide" or (c.outside and c.op in ("drop", "add")) for c in found):
        return "trimmed"
    if earlier.quoted and later.quoted:
        return "altered"
    strange = sum(len(c.old) + len(c.new) for c in found if not c.outside and c.op != "elide")
    width = len(in_old) + len(in_new)
    wording = earlier.quoted == later.quoted and strange <= (1 - SAME_WORDING) * width
    return "altered" if wording else "paraphrased"


def _before(old: Sequence[SaidWord], new: Sequence[SaidWord]) -> Iterator[WordChange]:
    """What stands before the common stretch, without the words that both have just before it."""
    while old and new and old[-1].key == new[-1].key:
        old, new = old[:-1], new[:-1]
    return _outside(old, new)


def _outside(old: Sequence[SaidWord], new: Sequence[SaidWord]) -> Iterator[WordChange]:
    """What stands before or after the common stretch: dropped, added, or replaced."""
    if old and new and max(len(old), len(new)) <= 2 * min(len(old), len(new)):
        yield _change(old, new, outside=True)
        return
    if old:
        yield _change(old, (), outside=True)
    if new:
        yield _change((), new, outside=True)


def _inside(old: Sequence[SaidWord], new: Sequence[SaidWord]) -> Iterator[WordChange]:
    opcodes = list(Indel.opcodes([w.key for w in old], [w.key for w in new]))
    at = 0
    while at < len(opcodes):
        op = opcodes[at]
        if op.tag == "equal":
            at += 1
            continue
        # A deletion and the insertion beside it are one replacement.
        last = at
        while last + 1 < len(opcodes) and opcodes[last + 1].tag != "equal":
            last += 1
        end = opcodes[last]
        yield _change(
            old[op.src_start : end.src_end], new[op.dest_start : end.dest_end], outside=False,
            follows=new[end.dest_end : end.dest_end + 1],
        )  # fmt: skip
        at = last + 1


def _change(
    old: Sequence[SaidWord],
    new: Sequence[SaidWord],
    *,
    outside: bool,
    follows: Sequence[SaidWord] = (),
) -> WordChange:
    """One change; `follows` is the word of the later version after it."""
    op = "replace" if old and new else "drop" if old else "add"
    if new and all(word.bracketed for word in new):
        op = "bracket"
    elif old and not new and follows and follows[0].after_gap:
        op = "elide"
    return WordChange(tuple(old), tuple(new), outside, op)


def _with_moves(listed: list[WordChange]) -> list[WordChange]:
    """Words that were dropped in one place and added in another were moved."""
    result = list(listed)
    for drop in [c for c in listed if c.op == "drop"]:
        keys = [word.key for word in drop.old]
        for at, add in enumerate(result):
            same = add.op == "add" and [word.key for word in add.new] == keys
            if same and any(carries_content(key) for key in keys):
                result[at] = WordChange(drop.old, add.new, False, "move")
                result.remove(drop)
                break
    return result


def _shown(words: Sequence[SaidWord]) -> str:
    return " ".join(word.shown for word in words)
