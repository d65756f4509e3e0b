"""The words of a search in what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.web.hits import stretches


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("The ferry, the Ferry!", "ferry", ["ferry", "Ferry"]),
        ("ferryman", "ferry", []),
        ("ferryman", "ferry*", ["ferryman"]),
        ("will not, she said, be sold", '"not she said"', ["not, she said"]),
        ("nothing", "", []),
        ("a.b", "(.*", []),
    ],
)
def test_hits(text: str, query: str, hits: list[str]) -> None:
    """Whole words and phrases are found whatever their case and the marks between them."""
    assert [s.text for s in stretches(text, query) if s.hit] == hits


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_character_is_lost(text: str, query: str) -> None:
    """The stretches join to the text."""
    assert "".join(s.text for s in stretches(text, query)) == text
