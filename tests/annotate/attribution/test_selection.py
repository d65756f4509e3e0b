"""Selection: the stronger of two that contradict one another, both where one lies in the other."""

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.selection import (
    LEAST_STRENGTH,
    NOBODY_MAY_BE_WEAKER,
    Weighed,
    find_parents,
    select,
)
from reportedly.offsets import Span, Spans


def weighed(content: Span, cue: Span, strength: float, source: Spans = ()) -> Weighed:
    candidate = Candidate(
        content=(content,),
        cue=(cue,),
        source=source,
        mode="indirect",
        pattern="indirect",
        evidence=(),
        words="a test",
    )
    return Weighed(candidate, strength, 0.5)


def test_the_stronger_of_two_overlapping_contents_stays() -> None:
    weak, strong = weighed((10, 30), (5, 9), 0.1), weighed((20, 40), (15, 19), 2.0)
    assert select([weak, strong]) == [strong]


def test_one_inside_the_other_stays_and_knows_its_parent() -> None:
    outer, inner = weighed((10, 60), (5, 9), 1.0), weighed((30, 60), (25, 29), 2.0)
    kept = select([inner, outer])
    assert kept == [outer, inner]
    assert find_parents(kept) == [None, 0]


def test_weak_candidates_go() -> None:
    assert select([weighed((10, 30), (5, 9), -5.0)]) == []


def test_what_names_nobody_may_be_weaker() -> None:
    """Below the strength that a row with a speaker needs, one without a speaker is still shown."""
    strength = LEAST_STRENGTH - NOBODY_MAY_BE_WEAKER / 2
    nobody = weighed((10, 30), (5, 9), strength)
    somebody = weighed((10, 30), (5, 9), strength, ((0, 4),))
    assert (select([nobody]), select([somebody])) == ([nobody], [])


def test_input_order_does_not_matter() -> None:
    items = [weighed((n, n + 15), (n - 4, n - 1), 1.0) for n in range(10, 60, 10)]
    assert select(items) == select(items[::-1])
