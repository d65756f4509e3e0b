"""Lines fit the terminal, and stay whole where there is none."""

import re

from reportedly.show.cli.layout import laid_out

_LINE = "   · The Post, 1 May 2014: a headline about [the pier that was sold] to somebody else"


def test_without_a_terminal_lines_stay_as_they_are() -> None:
    """So that `grep` finds what belongs together."""
    assert list(laid_out(_LINE, None, in_colour=False)) == [_LINE]


def test_a_narrow_terminal_folds_between_words() -> None:
    """No line is wider, no word is lost, and what goes on under a bullet is indented more."""
    folded = list(laid_out(_LINE, 40, in_colour=False))
    assert max(map(len, folded)) <= 40
    assert " ".join(" ".join(folded).split()) == " ".join(_LINE.split())
    assert all(line.startswith("     ") for line in folded[1:])


def test_evidence_is_bold_across_folded_lines() -> None:
    """Exactly the words between brackets, and the brackets."""
    styled = "".join(laid_out(_LINE, 30, in_colour=True))
    bold = "".join(re.findall("\x1b\\[1m(.*?)\x1b\\[0m", styled))
    assert " ".join(bold.split()) == "[the pier that was sold]"


def test_headings_are_bold() -> None:
    """A line without an indent is one."""
    assert list(laid_out("Said (3)", None, in_colour=True)) == ["\x1b[1mSaid (3)\x1b[0m"]
