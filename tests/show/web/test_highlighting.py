"""Cutting a text into segments: every character once, every layer where it belongs."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.web.highlighting import Layer, paragraph_spans, paragraphs


@given(
    st.text(alphabet="ab \n\u00a0é😀", max_size=60),
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["content", "cue"])),
        max_size=8,
    ),
)
def test_no_character_moves_or_loses_its_layers(
    text: str, given_layers: list[tuple[int, int, str]]
) -> None:
    """Segments join to the paragraphs, and a character has the roles of the spans that hold it."""
    layers = [Layer((min(a, b), max(a, b)), role) for a, b, role in given_layers]
    valid = [layer for layer in layers if layer.span[0] < layer.span[1] <= len(text)]
    for paragraph in paragraphs(text, layers):
        at, end = paragraph.span
        for segment in paragraph.segments:
            assert text[at : at + len(segment.text)] == segment.text
            for offset in range(at, at + len(segment.text)):
                held = {x.role for x in valid if x.span[0] <= offset < x.span[1]}
                assert held == set(segment.roles)
            at += len(segment.text)
        assert at == end


def test_nested_contents_are_counted() -> None:
    """A content within a content lies deeper, and the markers of both are kept in their order."""
    found = paragraphs(
        "outer inner",
        [
            Layer((0, 11), "content indirect", anchor="s1", number=1, href="/statement/s1"),
            Layer((6, 11), "content direct", anchor="s2", number=2, href="/statement/s2"),
        ],
    )
    first, second = found[0].segments
    assert (first.depth, second.depth) == (1, 2)
    assert [m.anchor for m in first.markers] == ["s1"]
    assert [m.anchor for m in second.markers] == ["s2"]


def test_overlapping_spans_share_a_segment() -> None:
    """Where two spans overlap, the words between carry both roles."""
    found = paragraphs("abcdef", [Layer((0, 4), "content"), Layer((2, 6), "asked")])
    assert [(s.text, s.roles) for s in found[0].segments] == [
        ("ab", ("content",)),
        ("cd", ("asked", "content")),
        ("ef", ("asked",)),
    ]


def test_innermost_link_counts() -> None:
    """A mention within a mention leads to the inner one."""
    layers = [Layer((0, 9), "mention", href="/outer"), Layer((4, 9), "mention", href="/inner")]
    assert [s.href for s in paragraphs("the mayor", layers)[0].segments] == ["/outer", "/inner"]


def test_paragraphs_are_between_blank_lines_or_lines() -> None:
    """A text with blank lines keeps its single line breaks; one without is cut at each line."""
    assert paragraph_spans("a\nb\n\nc") == [(0, 3), (5, 6)]
    assert paragraph_spans("a\nb") == [(0, 1), (2, 3)]
    assert paragraph_spans("\n\n") == []
