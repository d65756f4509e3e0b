"""The shipped model finds who said what in hand-written text, exactly and without surprises."""

from itertools import pairwise

import pytest

from reportedly.annotate.attribution.neural import tagger
from reportedly.annotate.attribution.neural.tagger import TaggedAttribution
from reportedly.annotate.attribution.neural.weights import shipped_weights
from reportedly.annotate.encoding.encoder import encode

STORY = """Council drops the bell, mayor says

The old bell will not return to the tower, Mayor Ottilie Brandvold said on Tuesday.

“We looked at every offer,” she told reporters. “None of them was serious.”

According to the restorers, the frame had been rotten for years. Per Sandquist, who chairs the
bell society, denied that anybody had warned him.
"""

FORMS = [
    ("“It is over,” said Maren Tolfsby.", "Maren Tolfsby", "It is over"),
    ('"It is over," said Maren Tolfsby.', "Maren Tolfsby", "It is over"),
    ("''It is over,'' said Maren Tolfsby.", "Maren Tolfsby", "It is over"),
    ("Maren Tolfsby said that the hall was sold.", "Maren Tolfsby", "the hall was sold"),
    ("The hall was sold, according to Maren Tolfsby.", "Maren Tolfsby", "The hall was sold"),
    ("Tolfsby admitted: “I never read the contract.”", "Tolfsby", "I never read the contract"),
    ("She doesnt believe hes coming back, her sister said.", "her sister", "hes coming back"),
    ("Orla Venn: “We lost the key.”", "Orla Venn", "We lost the key"),
    ("And I was like, “You must be joking.”", "I", "You must be joking"),
    ("“They were never told,” the aide goes on.", "the aide", "They were never told"),
    ("Per the Courier, the pair have lived apart since May.", "the Courier", "the pair have"),
    ("“I never loved it,” as she put it in her third single.", "she", "I never loved it"),
    ("In a caption she wrote that the house was empty.", "she", "the house was empty"),
    ("It is widely believed that the bell was melted down.", "", "the bell was melted"),
    ("Tolfsby’s lawyers\u00a0said the claim was baseless.", "lawyers", "the claim was baseless"),
]


def tag(text: str) -> list[TaggedAttribution]:
    """The attributions that the shipped weights find in `text`."""
    return tagger.tag(text, encode(text), shipped_weights())


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(("text", "source", "content"), FORMS, ids=[f[0] for f in FORMS])
def test_plain_reporting_is_found(text: str, source: str, content: str) -> None:
    """Direct and indirect speech in several typographies: right speaker, right words."""
    (found,) = tag(text)
    assert source in words(text, found.source)
    assert content in words(text, found.content)


def test_an_interrupted_quotation_is_one_attribution() -> None:
    """Both halves of a quotation with its cue in the middle are one content of two spans."""
    text = "“If the roof goes,” Brandvold warned, “the whole tower goes.”"
    (found,) = tag(text)
    assert len(found.content) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The tower is forty metres high. It was built of brick in 1911.",
        'Orla “Oz” Venn, the “Bell Queen” of Torvik, opened a 9" pipe.',
        "They watched “The Long Night” twice and went home.",
    ],
)
def test_text_without_reports_gives_nothing(text: str) -> None:
    """Plain narration, nicknames, titles and inches are no attribution."""
    assert tag(text) == []


def test_rows_are_exact_ordered_and_explained() -> None:
    """Spans lie in the text without white space at their ends; confidence and reason are given."""
    found = tag(STORY)
    assert len(found) >= 3
    assert found == sorted(found, key=lambda a: a.content)
    for row in found:
        _check_row(STORY, row)


def _check_row(text: str, row: TaggedAttribution) -> None:
    for start, end in (*row.source, *row.cue, *row.content):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert all(a[1] <= b[0] for a, b in pairwise(row.content))
    assert 0 <= row.confidence <= 1
    assert text[slice(*row.cue[0])].split()[0] in row.reason


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\r\n",
        "0123 456 — 78",
        "\x00\x01\x1b[0m\x7f",
        "“" * 500,
        "a" * 100_000,
        "\ud800 said \udfff",
        "قال الوزير «لا» 😀 מחר",
        "said " * 3000,
    ],
    ids=["empty", "blank", "digits", "control", "marks", "long word", "surrogates", "rtl", "said"],
)
def test_odd_text_does_not_fail(text: str) -> None:
    """Whatever comes in, rows are exact or absent."""
    for row in tag(text):
        _check_row(text, row)
