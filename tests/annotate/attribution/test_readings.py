"""Two readings: one row for what both find, offsets of the whole text, each row once."""

import pytest

from reportedly.annotate.attribution import tagger_files
from reportedly.annotate.attribution.readings import SHIFT_CHARS, Reading, read_twice

PARAGRAPH = "Ada Quill said that the mill would stay open until the spring. It is old.\n"


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Both readings of a text that is long enough to be cut at two places."""
    if tagger_files.find_missing_part() is not None:
        pytest.skip("the tagger's weights are not installed")
    from reportedly.annotate.attribution.neural.weights import shipped_model

    return read_twice(PARAGRAPH * 12, shipped_model())


def test_each_row_stands_once(readings: list[Reading]) -> None:
    contents = [reading.row.content for reading in readings]
    assert len(contents) == len(set(contents)) == 12


def test_offsets_of_the_second_part_are_those_of_the_whole_text(readings: list[Reading]) -> None:
    text = PARAGRAPH * 12
    late = [r for r in readings if r.row.content[0][0] > SHIFT_CHARS + len(PARAGRAPH)]
    assert late
    assert {text[slice(*r.row.source[0])] for r in late} == {"Ada Quill"}


def test_both_readings_find_what_is_plain(readings: list[Reading]) -> None:
    assert all(reading.first and reading.other is not None for reading in readings)


def test_a_text_too_short_to_be_cut_is_read_once() -> None:
    """One reading then stands for both."""
    if tagger_files.find_missing_part() is not None:
        pytest.skip("the tagger's weights are not installed")
    from reportedly.annotate.attribution.neural.weights import shipped_model

    (reading,) = read_twice(PARAGRAPH, shipped_model())
    assert reading.other == reading.row.confidence
