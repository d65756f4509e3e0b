"""Contents that say nothing give no row; whom somebody endorsed gives a doubtful one."""

import pytest

from reportedly.annotate.attribution.rows import attributions_of
from reportedly.annotate.document import Document
from reportedly.model import Article, Attribution


def _rows(text: str) -> dict[str, Attribution]:
    article = Article(article_id="a", path="a", text=text, sha256="")
    rows = attributions_of(Document(article))
    return {" … ".join(text[a:b] for a, b in row.content): row for row in rows}


@pytest.mark.parametrize(
    "text",
    [
        "The council did not reply to requests for comment on Friday.",
        "The company declined to comment.",
        "The firm did not return calls seeking comment.",
        "The papers were signed in Hallow by the two sides on Tuesday.",
        "The ferry was renamed in June.",
        "He denied it twice.",
        "Vask rejected them all.",
        "The union, which she supports, will vote.",
        "Concerns about costs have grown in Hallow since March.",
    ],
)
def test_what_says_nothing_is_no_row(text: str) -> None:
    """Pronouns alone and requests for comment, and what happened to papers or ferries."""
    assert not _rows(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Quill said no.", "no"),
        ("He told the crew that it would be up to him.", "that it would be up to him"),
        ("The plan was criticised by Ada Quill.", "The plan"),
        ("Quill said she had nothing to add.", "she had nothing to add"),
        ("The minister declined to comment on the ferry deal.", "to comment on the ferry deal"),
    ],
)
def test_little_is_something(text: str, content: str) -> None:
    """An answer, what a named source criticised, and on what somebody would not comment."""
    assert set(_rows(text)) == {content}


@pytest.mark.parametrize(
    ("text", "content", "doubtful"),
    [
        ("Maud Odell backed Rufus Bane.", "Rufus Bane", True),
        ("Mrs Vask attacked Bo Linden in a speech in Hallow.", "Bo Linden", True),
        ("The bid was rejected, which surprised the owners, who had backed it.", "The bid", True),
        (
            "Odell accused Bane of lying about the accounts.",
            "Bane of lying about the accounts",
            False,
        ),
    ],
)
def test_a_name_alone_is_doubtful(text: str, content: str, doubtful: bool) -> None:
    """Whom somebody backed is less likely than not what they said; of what, makes it a row.  So is
    a thing that something was done to by nobody who is named."""
    assert (_rows(text)[content].confidence < 0.5) == doubtful
