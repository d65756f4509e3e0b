"""Quotation marks: every style paired, apostrophes and inches left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.attribution.quotations import find_quotations


def outer(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text) if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We go,” she said. “Now.”", ["“We go,”", "“Now.”"]),
        ('"We go," she said. "Now."', ['"We go,"', '"Now."']),
        ("''We go,'' she said. ''Now.''", ["''We go,''", "''Now.''"]),
        ("``We go,'' she said.", ["``We go,''"]),
        ("«We go», she said.", ["«We go»"]),
        ("„We go”, she said.", ["„We go”"]),
        ("‘We go,’ she said.", ["‘We go,’"]),
        ("'We don't go,' she said.", ["'We don't go,'"]),
        ("It's the girls' room, they don't go.", []),
        ("the '90s and rock 'n' roll", []),
        ('The screen is 40" wide and 20" high.', []),
        ("She said “we go", ["“we go"]),
        ("She said “we go\nNext line.", ["“we go"]),
        ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
        ("“First. “Second.”", ["“First.", "“Second.”"]),
        ("“ ”", []),
    ],
)
def test_outer_quotations(text: str, found: list[str]) -> None:
    assert outer(text) == found


def test_inner_quotation_has_depth_one() -> None:
    text = "“He said ‘no’ to me,” she said."
    inner = [q for q in find_quotations(text) if q.depth == 1]
    assert [text[q.start : q.end] for q in inner] == ["‘no’"]


def test_missing_closing_mark_is_reported() -> None:
    assert [q.closed for q in find_quotations("“We go.\n“Now.”")] == [False, True]


def test_boilerplate_is_left_alone() -> None:
    text = "“We go,” she said.\n“Share this”"
    assert len(find_quotations(text, [(19, len(text))])) == 1


@given(
    st.lists(
        st.sampled_from(["“No,” she said. ", '"No" ', "‘a b’ ", *"ab “”\"'’‘«»,.\n"]), max_size=40
    ).map("".join)
)
def test_quotations_are_ordered_and_within_the_text(text: str) -> None:
    """Outer quotations never overlap, whatever the marks."""
    found = [q for q in find_quotations(text) if q.depth == 0]
    for before, after in pairwise(found):
        assert before.end <= after.start
    for q in found:
        assert 0 <= q.start <= q.inner[0] <= q.inner[1] <= q.end <= len(text)


def test_a_closing_mark_typed_where_a_line_begins_opens() -> None:
    """Editors turn the first mark of a line the wrong way; where another follows, it opens."""
    text = "”We kept the boat,” said Ilse. ”Nobody else.\n” is a mark.\n”Lost one"
    found = [text[q.start : q.end] for q in find_quotations(text)]
    assert found == ["”We kept the boat,”"]
