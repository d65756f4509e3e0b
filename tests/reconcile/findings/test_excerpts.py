"""Excerpts begin where a sentence or a clause does, and hold the words that matter."""

import pytest

from reportedly.model import Span, Statement
from reportedly.reconcile.findings.excerpts import quoted_around, whole_clause

COUPLE = (
    "Fenna Holt, the glassblower, and Otis Brane, who sold her first vases on the pier for two "
    "decades and a half, are to part"
)
LONG = (
    "The club, which was founded by sailors in the winter of 1871 and has never owned a boat, nor "
    "a quay, nor a flag that anybody could agree upon for longer than it takes to sew one, and "
    "which has had nineteen presidents, most of them bakers, will be sold in autumn to a brewery"
)
SEVERAL = (
    "The ferry was late for the fourth time in a week, to nobody’s surprise, since the river was "
    "high; the captain, who had been on it for thirty years, said that the boat was sold"
)


def _shown(text: str, word: str) -> str:
    at = text.index(word)
    return quoted_around(text, (0, len(text)), (at, at + len(word)))


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("The boat was sold.", "sold", "“The boat was sold.”"),
        (COUPLE, "to part", f"“{COUPLE}”"),
        (
            LONG,
            "sold",
            "“The club, which was founded by sailors in the winter of … will be sold in autumn to "
            "a brewery”",
        ),
        (
            SEVERAL,
            "sold",
            "“… the captain, who had been on it for thirty years, said that the boat was sold”",
        ),
    ],
    ids=["short", "from its subject", "without its middle", "its last clause"],
)
def test_where_an_excerpt_begins(text: str, word: str, shown: str) -> None:
    """With the sentence; where that is too long, with a clause, or without what stands between."""
    assert _shown(text, word) == shown


def test_a_dateline_is_no_part_of_a_sentence() -> None:
    """Where the words begin in the midst of it, the sentence begins behind the dateline."""
    text = f"PORT SKUA, Jan 3 – {COUPLE}, friends say."
    at = text.index("her first")
    statement = Statement(
        statement_id="s", article_id="a", content=((at, len(text)),), content_text=text[at:],
        mode="indirect", confidence=0.9, reason="",
    )  # fmt: skip
    assert text[whole_clause(text, (at, len(text)), statement)[0] :].startswith("Fenna Holt")


@pytest.mark.parametrize(
    ("cue", "begins"),
    [("said", "her for two"), ("that", "her for two"), ("", "Fenna Holt")],
)
def test_words_in_the_midst_of_a_clause_begin_with_its_sentence(cue: str, begins: str) -> None:
    """Unless what stands before them leads on to them, or is what reports them."""
    text = f"It rained. Fenna Holt, who {cue or 'helped'} her for two years to blow glass, left."
    at = text.index("her for two")
    spans: tuple[Span, ...] = ((at - len(cue) - 1, at - 1),) if cue == "said" else ()
    statement = Statement(
        statement_id="s", article_id="a", content=((at, len(text)),), content_text=text[at:],
        cue=spans, mode="indirect", confidence=0.9, reason="",
    )  # fmt: skip
    start, end = whole_clause(text, (at, len(text)), statement)
    assert text[start:end].startswith(begins)
