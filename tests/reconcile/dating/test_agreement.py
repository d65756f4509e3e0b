"""Where bounds contradict one another, the majority of independent sources says what holds."""

from datetime import date
from random import Random

from reportedly.calendar import Interval
from reportedly.reconcile.dating.agreement import Agreed, find_agreed


def _year(first: int, last: int | None = None) -> Interval:
    return Interval(date(first, 1, 1), date(last or first, 12, 31))


def test_what_all_agree_on_is_what_they_have_in_common() -> None:
    """Two bounds that overlap leave the overlap, each source counted once."""
    found = find_agreed([(_year(1970, 1972), "a"), (_year(1971, 1975), "b"), (_year(1971), "b")])
    assert found == Agreed(_year(1971), 2, 2)


def test_one_mistake_does_not_silence_four() -> None:
    """Four sources for one year and one for another: the four hold, narrowed by each."""
    bounds = [(_year(1980, 1981), name) for name in "abc"] + [(_year(1981), "d")]
    assert find_agreed([*bounds, (_year(1978), "e")]) == Agreed(_year(1981), 4, 5)


def test_as_many_on_one_side_as_on_the_other_say_nothing() -> None:
    """Nobody can say which of two is the mistake; nor where one source would decide twice."""
    assert find_agreed([(_year(1980), "a"), (_year(1990), "b")]) is None
    chain = [(_year(1980, 1981), "a"), (_year(1981, 1983), "b"), (_year(1983, 1984), "c")]
    assert find_agreed(chain) is None


def test_copies_of_one_piece_count_once() -> None:
    """Three copies of a mistake are one mistake."""
    bounds = [(_year(1980), "copies")] * 3 + [(_year(1990), "a"), (_year(1990), "b")]
    assert find_agreed(bounds) == Agreed(_year(1990), 2, 3)


def test_nothing_says_nothing() -> None:
    """Without bounds there is no agreement."""
    assert find_agreed([]) is None


def test_the_order_of_the_sources_does_not_matter() -> None:
    """The same bounds in any order give the same."""
    draw = Random(3)
    bounds = [(_year(y, y + draw.randrange(4)), f"s{n}") for n, y in enumerate([1980] * 4 + [1985])]
    wanted = find_agreed(bounds)
    for _ in range(20):
        draw.shuffle(bounds)
        assert find_agreed(bounds) == wanted
