"""How much two texts share, of each side's own words."""

from reportedly.reconcile.copies.comparison import compare
from reportedly.reconcile.copies.wording import wording

SHARED = (
    "The bridge over the Ansel closes on Sunday for eight weeks, because engineers found rust in "
    "three of the cables that hold its northern span above the river and the old tannery. "
)
FIRST = "Buses will go round by the lock instead, which takes a quarter of an hour longer. " * 2
SECOND = (
    "Skaters are glad of the long winter and ask for lamps along the frozen canal at night. " * 2
)


def test_shares_are_of_each_sides_own_words() -> None:
    """The short one lies wholly in the long one, not the other way round."""
    overlap = compare(wording(SHARED), wording(FIRST + SHARED + SECOND))
    assert overlap.left_share == 1.0
    assert overlap.right_share <= 0.5


def test_apostrophes_case_and_spaces_do_not_matter() -> None:
    """A lost apostrophe, capitals and no-break spaces leave the words the same."""
    a = wording("She didn’t sell the mill")
    b = wording("SHE didnt\u00a0sell the mill")
    assert a.words.tolist() == b.words.tolist()
