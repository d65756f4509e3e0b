"""A clause is read alone: it begins with the mark of the quotation with which it begins."""

import pytest

from reportedly.annotate.happenings.clauses import find_clause
from reportedly.annotate.parse.text import parse_text


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ('"It has been fun," Ada Quill said in a speech.', '"It has been fun," Ada Quill said'),
        ("“It has been fun,” Ada Quill said in a speech.", "“It has been fun,” Ada Quill said"),
        ("Ada Quill spoke of a “grand” day in a speech.", "Ada Quill spoke of a “grand” day"),
    ],
)
def test_a_quotation_keeps_the_mark_that_opens_it(text: str, clause: str) -> None:
    """Half a pair of marks would quote nothing."""
    parse = parse_text(text)
    verb = next(t for t in parse.tokens if t.text in ("said", "spoke"))
    span = find_clause(parse, verb)
    assert span is not None
    assert text[slice(*span)].startswith(clause)
