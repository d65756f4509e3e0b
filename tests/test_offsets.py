"""Spans and their arithmetic."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.offsets import contains, hull, overlaps, trim, within_any, words_of

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: tuple(sorted(pair)))


@given(SPANS, SPANS)
def test_overlap_is_symmetric(a: tuple[int, int], b: tuple[int, int]) -> None:
    """Whichever is asked first."""
    assert overlaps(a, b) == overlaps(b, a)


@given(st.lists(SPANS, min_size=1, max_size=5))
def test_a_hull_contains_its_spans(spans: list[tuple[int, int]]) -> None:
    """And each lies within it."""
    assert all(contains(hull(spans), span) for span in spans)
    assert all(within_any(span, [hull(spans)]) for span in spans)


@given(st.text(max_size=30), st.data())
def test_trimming_drops_only_white_space(text: str, data: st.DataObject) -> None:
    """What remains has no white space at its ends and lost nothing else."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = trim(text, (start, end))
    assert text[first:last] == text[start:end].strip()


def test_words_of_folds_space_and_joins_pieces() -> None:
    """A discontinuous content reads as one line."""
    assert words_of("one  two\nthree four", [(0, 8), (15, 19)]) == "one two … four"
