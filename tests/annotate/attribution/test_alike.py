"""Alike: half of what both cover in common, sources that touch, neighbours found by place."""

import pytest

from reportedly.annotate.attribution.alike import Places, same_content, same_source
from reportedly.offsets import Spans


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (((0, 10),), ((0, 10),), True),
        (((0, 10),), ((0, 20),), True),
        (((0, 10),), ((0, 21),), False),
        (((0, 5), (10, 15)), ((0, 15),), True),
        (((0, 10),), ((10, 20),), False),
    ],
)
def test_same_content(a: Spans, b: Spans, same: bool) -> None:
    assert same_content(a, b) is same


def test_same_source() -> None:
    assert same_source((), ())
    assert same_source(((0, 4),), ((2, 9),))
    assert not same_source(((0, 4),), ())


def test_what_shares_a_character_touches_and_nothing_else() -> None:
    """Contents are found in whichever cells they lie; the end of a span belongs to it no more."""
    places = Places([((0, 5_000),), ((90_000, 90_010),), ((5_000, 5_010), (90_005, 90_020))])
    assert places.touching(((4_000, 4_010),)) == [0]
    assert places.touching(((4_999, 5_001),)) == [0, 2]
    assert places.touching(((10, 20), (90_008, 90_009))) == [0, 1, 2]
    assert places.touching(((89_000, 90_000),)) == []
