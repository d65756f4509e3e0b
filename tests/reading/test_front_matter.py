"""The head of a Markdown file says what clippers and note programs know of the page."""

import pytest

from reportedly.reading.front_matter import read_front_matter
from reportedly.reading.plain import read_plain


def test_values_lists_and_quotation_marks() -> None:
    """One value a line, lists in brackets or one item a line."""
    text = (
        "---\nTitle: 'A week: quiet'\nauthor:\n  - \"[[Ada Quill]]\"\n  - Bo Tarn\n"
        "tags: [mill, weir]\n---\nBody\n"
    )
    fields, end, start = read_front_matter(text)
    assert fields == {
        "title": "A week: quiet",
        "author": ["Ada Quill", "Bo Tarn"],
        "tags": ["mill", "weir"],
    }
    assert (text[end - 3 : end], text[start:]) == ("---", "Body\n")


def test_a_rule_between_paragraphs_is_no_head() -> None:
    """Only the first line opens it."""
    assert read_front_matter("Body\n---\ntitle: x\n---\n") == ({}, 0, 0)


@pytest.mark.parametrize(
    "key", ["outlet", "publication", "publisher", "newspaper", "site", "source"]
)
def test_the_outlet_by_the_names_it_goes_by(key: str) -> None:
    """An apostrophe in it stays."""
    draft = read_plain(f"---\n{key}: Holt's Notebook\n---\n\nThe mill stands still.\n", markup=True)
    assert draft.outlet == "Holt's Notebook"


@pytest.mark.parametrize("key", ["url", "link", "source"])
def test_an_address_is_no_outlet(key: str) -> None:
    """`source` holds either."""
    text = f"---\n{key}: https://weir.example/mill\nauthor: Ada Quill\n---\n\nThe mill.\n"
    draft = read_plain(text, markup=True)
    assert (draft.url, draft.outlet, draft.byline) == (
        "https://weir.example/mill",
        None,
        "Ada Quill",
    )
