"""A noun phrase in a headline is the name, not its marks and not its news."""

import pytest

from reportedly.annotate.coreference.noun_phrases import phrase_tokens
from reportedly.annotate.parse.text import parse_text


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("## Ada Quill to write memoir", "Ada Quill"),
        ("Ada Quill to leave the Packet", "Ada Quill"),
        ("> Ada Quill, the weaver, has left.", "Ada Quill, the weaver"),
    ],
)
def test_a_name_in_a_headline(text: str, phrase: str) -> None:
    """Neither the signs of Markdown nor what somebody is to do are part of a name."""
    parse = parse_text(text)
    head = next(t.i for t in parse.tokens if t.text == "Quill")
    first, last = phrase_tokens(parse, head)
    assert text[parse.tokens[first].start : parse.tokens[last].end] == phrase
