"""Shared passages are found where they stand, in both texts."""

from reportedly.reconcile.copies.passages import shared
from reportedly.reconcile.copies.wording import wording

SHARED = (
    "The bridge over the Ansel closes on Sunday for eight weeks, because engineers found rust in "
    "three of the cables that hold its northern span above the river and the old tannery."
)
EDITED = SHARED.replace("for eight weeks", "for most of the winter")
FIRST = "Buses will go round by the lock instead, which takes a quarter of an hour longer. " * 3
SECOND = (
    "Skaters are glad of the long winter and ask for lamps along the frozen canal at night. " * 3
)


def test_passage_is_exact_in_both_texts() -> None:
    """Both spans begin and end with the words that both have."""
    here, there = f"{FIRST}{SHARED} {FIRST}", f"{SECOND}{SHARED}"
    found = shared(wording(here), wording(there))
    (passage,) = found.passages
    assert here[slice(*passage.here)] == SHARED.rstrip(".")
    assert there[slice(*passage.there)] == SHARED.rstrip(".")
    assert found.overlap.right_share > found.overlap.left_share


def test_edited_passage_is_one_passage() -> None:
    """Words changed within it are part of it; each text keeps its own."""
    here, there = f"{FIRST}{SHARED}", f"{EDITED} {SECOND}"
    (passage,) = shared(wording(here), wording(there)).passages
    assert "for eight weeks" in here[slice(*passage.here)]
    assert "for most of the winter" in there[slice(*passage.there)]
    assert there[slice(*passage.there)].startswith("The bridge")


def test_passages_in_another_order_are_two() -> None:
    """What stands apart in the other text is told apart here, and each finds its own place."""
    here, there = f"{SHARED} {SECOND}{FIRST}", f"{FIRST}{FIRST.upper()}{SHARED}"
    for passage in shared(wording(here), wording(there)).passages:
        mine, other = here[slice(*passage.here)], there[slice(*passage.there)]
        assert mine.split()[0].lower() == other.split()[0].lower()


def test_unlike_texts_share_no_passage() -> None:
    """Nothing is found where nothing is."""
    assert shared(wording(FIRST), wording(SECOND)).passages == ()
    assert shared(wording(""), wording(SECOND)).passages == ()
