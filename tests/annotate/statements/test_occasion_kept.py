"""Who heard it and where: only what was uttered is said on an occasion, only people are told."""

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


def _with(text: str, words: str) -> Statement:
    """The statement whose content holds the words."""
    return next(row for row in _told(text) if words in row.content_text)


SPEECH = "Ada Quill told a crowd in Marle on Monday that the harbour must stay open. "


@pytest.mark.parametrize(
    ("text", "words", "channel"),
    [
        (SPEECH + "“It feeds the town,” Quill said.", "feeds", "speech"),
        (SPEECH + "Quill believes that the council is slow.", "slow", None),
        ("In a radio ad Ada Quill called the plan a bad joke.", "joke", "broadcast"),
        ("Near the broadcast set Ada Quill said that she was cold.", "cold", None),
        ("Amid the email scandal Ada Quill said that she was calm.", "calm", None),
        ("In an email Ada Quill said that she was calm.", "calm", "message"),
        ("In her State of the Union address Ada Quill said that trade had grown.", "gr", "speech"),
    ],
)
def test_channels_of_what_was_uttered(text: str, words: str, channel: str | None) -> None:
    """What somebody believes is said nowhere; words for channels that stand for things are none."""
    assert _with(text, words).channel == channel


@pytest.mark.parametrize(
    ("text", "words", "addressee"),
    [
        ("Ada Quill told hundreds of fans that she would be back.", "back", "hundreds of fans"),
        ("Speaking to voters in Marle, Ada Quill said that rents must fall.", "rents", "voters"),
        ("Responding to his remarks, Ada Quill said that rents must fall.", "rents", None),
        ("Ada Quill's office called it “a bad joke” on Monday.", "joke", None),
    ],
)
def test_only_people_are_told(text: str, words: str, addressee: str | None) -> None:
    """Remarks and days hear nothing."""
    found = _with(text, words).addressee
    assert found == addressee or (addressee is not None and (found or "").startswith(addressee))


def test_nobody_talks_to_themselves_in_an_interview() -> None:
    """Whoever is asked in it answers somebody else."""
    rows = _told(
        "In an interview with Radio Marle Ada Quill was asked whether the harbour would close. "
        "Asked if she believed the mayor, Quill said that she did not.\n\n“Nobody does,” she said."
    )
    assert all(row.addressee != row.speaker for row in rows if row.speaker)


def test_the_newspaper_is_no_college() -> None:
    """What is called a paper is no body that has another noun in its name."""
    row = _with(
        "The vote in the Marl Electoral College is near.\n\nThe newspaper said that the flood had "
        "cost 200 homes.",
        "flood",
    )
    assert row.speaker is None
