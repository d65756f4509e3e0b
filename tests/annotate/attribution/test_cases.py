"""The hand-written cases: their mark-up is read right, and rows are counted as it says."""

import pytest

from benchmarks.attribution.cases.marked import HALVES, SETS, parse_case, read_cases
from benchmarks.attribution.cases.scoring import Counts, count
from reportedly.model import Attribution


def row(
    content: tuple[int, int], source: tuple[int, int] | None, parent: int | None = None
) -> Attribution:
    """A row with one content and one source or none."""
    return Attribution(
        article_id="a",
        content=(content,),
        source=(source,) if source else (),
        mode="indirect",
        parent=parent,
        confidence=0.5,
        reason="",
    )


CASE = parse_case("x", "[S:Ada] said [T:that [S2:Bo] told her [T2:it would rain all day]].")
OUTER, INNER = row((9, 44), (0, 3)), row((26, 44), (14, 16), 0)


def test_marks_become_spans_of_the_bare_text() -> None:
    """Brackets vanish from the text; an attribution inside another's content has it as parent."""
    assert CASE.text == "Ada said that Bo told her it would rain all day."
    assert CASE.rows[1].content == [(9, 47)]
    assert CASE.rows[2].parent == 1
    assert CASE.rows[1].parent is None


def test_escapes_become_characters() -> None:
    """Line breaks, no-break spaces and soft hyphens are written so that they can be seen."""
    assert parse_case("x", r"a\nb\~c\-d").text == "a\nb\u00a0c\u00add"


@pytest.mark.parametrize("line", ["[T:never closed", "never opened]"])
def test_unpaired_brackets_are_refused(line: str) -> None:
    """A slip in the mark-up stops the measurement instead of changing it."""
    with pytest.raises(ValueError, match="bracket"):
        parse_case("x", line)


@pytest.mark.parametrize("kind", SETS)
def test_each_set_has_enough_cases(kind: str) -> None:
    """At least 110 lines a set, each with a content for every source."""
    cases = [case for half in HALVES for case in read_cases(kind, half)]
    assert len(cases) >= 110
    assert all(marked.content for case in cases for marked in case.rows.values())


def test_right_rows_count() -> None:
    """Both rows right: the outer without a parent, the inner inside it."""
    assert count(CASE, [OUTER, INNER]) == Counts(2, 2, 2, 1, 1)


@pytest.mark.parametrize(
    "found",
    [
        [OUTER],
        [OUTER, row((26, 44), (14, 16))],
        [OUTER, row((26, 44), (0, 3), 0)],
        [OUTER, row((26, 44), None, 0)],
        [OUTER, row((35, 44), (14, 16), 0)],
    ],
    ids=["lost", "no parent", "other source", "no source", "half the content"],
)
def test_wrong_rows_do_not_count(found: list[Attribution]) -> None:
    """A row with the wrong parent, source or content is found but not right."""
    counted = count(CASE, found)
    assert (counted.right, counted.found, counted.cases) == (1, len(found), 0)


def test_what_may_be_missing_counts_neither_way() -> None:
    """A row marked with `?` is neither wanted nor false."""
    case = parse_case("x", "[S?:A sign] reads [T?:keep to the left].")
    assert count(case, []) == Counts(0, 0, 0, 1, 1)
    assert count(case, [row((13, 29), (0, 6))]) == Counts(0, 0, 0, 1, 1)
