"""Word pieces as the model of pairs reads them."""

from reportedly.reconcile.pairs.pieces import FIRST, LAST, MOST_PIECES, alone, joined


def test_a_pair_says_whose_each_piece_is_and_which_are_common() -> None:
    """Marks belong to the sentence before them and match nothing."""
    found = joined([7, 8], [8, 9, 9])
    assert found.ids == (FIRST, 7, 8, LAST, 8, 9, 9, LAST)
    assert found.segments == (0, 0, 0, 0, 1, 1, 1, 1)
    assert found.matches == (0, 1, 2, 0, 2, 1, 1, 0)


def test_long_sentences_are_cut() -> None:
    """Each keeps its beginning, whatever the other's length."""
    found = joined(range(1000), [5])
    assert len(found.ids) == MOST_PIECES + 4
    assert found.ids[-2] == 5


def test_a_sentence_alone_has_no_second_side() -> None:
    """Nothing is asked of its matches."""
    found = alone([7, 8])
    assert found.ids == (FIRST, 7, 8, LAST)
    assert set(found.segments) == set(found.matches) == {0}
