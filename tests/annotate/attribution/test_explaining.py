"""What is told about a text: why rows are there, what was dropped, which marks quote nobody."""

import reportedly
from reportedly.offsets import words_of


def test_rows_are_those_of_the_annotation() -> None:
    """An explanation holds the same rows as `attribute`, each with its words."""
    text = "“We will not sell,” Ada Quill told the Courier. Bo Varga said that the mill was lost."
    explained = reportedly.explain(text)
    statements = reportedly.attribute(text)
    assert [row.content for row in explained.rows] == [s.content for s in statements]
    assert [row.source for row in explained.rows] == [s.source for s in statements]
    assert all(row.reason for row in explained.rows)


def test_marks_that_quote_nobody_are_named() -> None:
    """A title and a nickname are told apart from what somebody says."""
    text = "The film “Cold Bread” opened. Joe “Sparks” Venn sat in the first row."
    explained = reportedly.explain(text)
    assert [(text[slice(*m.span)], m.why) for m in explained.marks] == [
        ("“Cold Bread”", "a title"),
        ("“Sparks”", "a nickname inside a name"),
    ]


def test_rows_below_the_threshold_are_dropped_with_the_reason() -> None:
    """Nothing vanishes: what is not sure enough stands among the dropped."""
    text = "“We will not sell,” said Ada Quill."
    explained = reportedly.explain(text, threshold=1.0)
    assert explained.rows == ()
    (dropped, *_) = explained.dropped
    assert words_of(text, dropped.source) == "Ada Quill"
    assert dropped.why == "not likely enough"
    assert dropped.lost_to is None


def test_what_loses_to_a_row_names_it() -> None:
    """A candidate that contradicts a row carries that row's number."""
    text = "“Nobody sells,” Nadia Ferrow said.\n\nThe mill is lost, Ada Quill said, Bo Varga said."
    explained = reportedly.explain(text)
    lost = [d for d in explained.dropped if d.lost_to is not None]
    assert [words_of(text, d.source) for d in lost] == ["Bo Varga"]
    assert [(d.lost_to, d.why) for d in lost] == [(1, "contradicts row 2, the likelier")]
    assert lost[0].confidence < explained.rows[1].confidence


def test_what_is_not_read_says_why() -> None:
    """No letters and other languages: no rows, a reason."""
    assert reportedly.explain("12 + 30 = 42").abstained == "no letters in it"
    german = "Wir gehen jetzt nach Hause, sagte der Mann, und alle anderen blieben noch lange am "
    german += "Tisch sitzen, weil es draussen regnete und niemand einen Schirm dabei hatte."
    assert "only English is read" in (reportedly.explain(german).abstained or "")
