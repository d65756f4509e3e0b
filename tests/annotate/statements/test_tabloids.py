"""Tabloids and magazines: who denies what is rumoured, and what was posted."""

import pytest

from reportedly.annotate import attribution, coreference, dates, statements
from reportedly.annotate.document import Document
from reportedly.model import Article, Statement
from reportedly.rows import Rows


def _told(text: str) -> list[Statement]:
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    rows = Rows()
    for stage in (attribution, coreference, dates, statements):
        rows = rows.merged(stage.annotate(document, rows))
    return list(rows.of(Statement))


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Ada Quill has shut down rumours that she is leaving.", "denies"),
        ("Ada Quill laughed off reports that she was paid a million.", "denies"),
        ("Ada Quill rubbished claims that she had been sacked.", "denies"),
        ("The band threw cold water on reports that they had split.", "denies"),
        ("Ada Quill hit back at claims she had walked off set.", "denies"),
        ("Ada Quill did not shut down rumours that she is leaving.", "asserts"),
        ("Ada Quill’s rep has slammed reports that the pair had split.", "denies"),
        ("Ada Quill slammed a report by the council.", "asserts"),
        ("Ada Quill confirmed rumours that she was pregnant.", "asserts"),
        ("Ada Quill said she had laughed off claims that she was leaving.", "asserts"),
        ("Ada Quill laughed that she was too old for reports.", "asserts"),
        ("Ada Quill fired off a report that the bridge was unsafe.", "asserts"),
    ],
)
def test_what_is_waved_away_is_denied(text: str, polarity: str) -> None:
    """Whoever quashes a rumour does not assert it."""
    assert [row.polarity for row in _told(text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "words", "channel"),
    [
        ("Ada Quill shared a snap of the pup on Monday. “My boy,” she wrote.", "My boy", "post"),
        ("Ada Quill posted a photo of the pup. The caption read: “Not mine.”", "Not mine", "post"),
        ("Ada Quill shared a clip of the pup and wrote: “Not mine.”", "Not mine", "post"),
        ("Ada Quill shared a flat with Bo Tarn. “It was cold,” she wrote.", "cold", None),
        ("Ada Quill posted on Facebook that she was ill. She said the tour was on.", "on", None),
        ("“Off to bed,” Ada Quill tweeted. She said the tour would go on.", "tour", None),
    ],
)
def test_a_post_holds_its_own_words(text: str, words: str, channel: str | None) -> None:
    """What is written under a picture is posted; what is said afterwards is not."""
    found = [row for row in _told(text) if words in row.content_text.split("ill")[0]]
    assert [row.channel for row in found] == [channel]


@pytest.mark.parametrize(
    ("text", "speaker", "channel"),
    [
        ("Ada Quill (@adaq) has left. “I need a rest,” @adaq tweeted.", "Ada Quill", "post"),
        (
            "Ada Quill, who tweets as @adaq, has left. “I need a rest,” @adaq tweeted.",
            "Ada Quill",
            "post",
        ),
        ("Ada Quill has left. “I need a rest,” @adaquill tweeted.", "@adaquill", "post"),
        ("The prize goes to @millgirl, who tweeted: “I would go again.”", "@millgirl", "post"),
        ("Ada Quill took to Instagram to thank fans. “I am well,” she wrote.", "Ada Quill", "post"),
        ("Ada Quill turned to Facebook. “I am well,” she wrote.", "Ada Quill", "post"),
    ],
)
def test_who_posts_and_where(text: str, speaker: str, channel: str) -> None:
    """A handle is its owner's where the text says so, and nobody's else."""
    row = next(row for row in _told(text) if row.mode == "direct")
    assert (row.speaker, row.channel) == (speaker, channel)


@pytest.mark.parametrize("outlet", ["Radio Larne", "the Marl Gazette"])
def test_the_outlet_that_one_talks_to_is_no_part_of_ones_name(outlet: str) -> None:
    """No comma parts the two."""
    (row,) = _told(f"In an interview with {outlet} Dana Cole said: “I was never asked to leave.”")
    assert row.speaker == "Dana Cole"
    assert row.addressee == outlet.removeprefix("the ")


def test_who_of_two_denies_it_is_left_open() -> None:
    """ "Who" may be the lawyer or her client."""
    rows = _told("Ada Moll, a lawyer for Cy Rench, who in May denied that he had paid, wept.")
    assert [row.speaker for row in rows if "paid" in row.content_text] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Cy Rench will stay at Denby Rovers until 2024, the club confirmed on Friday.",
        "Cy Rench, who has played for Denby Rovers since 2019, will leave in June, the club said.",
    ],
)
def test_the_club_is_the_one_just_named(text: str) -> None:
    """It speaks by its name."""
    (row,) = _told(text)
    assert row.speaker is not None
    assert row.speaker.startswith("Denby ")
    assert row.source_kind == "organisation"


def test_the_club_of_two_is_left_open() -> None:
    """Neither sentence says which."""
    rows = _told("Denby Town lost to Marl Rovers on Monday. The club said that it was sorry.")
    assert [row.speaker for row in rows] == [None]
