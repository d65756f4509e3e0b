"""Who writes "I": the byline, or the line about the author at the foot; nobody else."""

import pytest

from reportedly.annotate.writer import find_writer
from reportedly.model import Article

_ESSAY = "My winter at sea.\n\nI sailed in May.\n\nI came back in June.\n\n"


def _writer(text: str, byline: str | None = None) -> str | None:
    return find_writer(Article(article_id="a1", path="x", text=text, sha256="", byline=byline))


@pytest.mark.parametrize(
    ("text", "byline", "writer"),
    [
        ("A day.", "By Ada Quill", "Ada Quill"),
        ("A day.", "Ada Quill", "Ada Quill"),
        ("A day.", "Ada Quill and Bo Tarn", None),
        ("A day.", "Gazette newsdesk", None),
        ("A day at sea\nBy Ada Quill\n\nIt rained.", None, "Ada Quill"),
        ("A day at sea\n\nIt rained.\n\nBy then Ada Quill had left.", None, None),
        ("# Hall\n\n*Ada Quill writes about bells*\n\nI was let in.", None, "Ada Quill"),
        ("Hall\n\nAda Quill meets Bo Tarn\n\nHe told me to ring.", None, "Ada Quill"),
        ("Hall\n\nAda Quill meets Bo Tarn\n\nAda Quill told me to ring.", None, None),
        ("Hall\n\nAda Quill visits the mill\n\nShe said: “I was let in.”", None, None),
        (_ESSAY + "Ada Quill is a sailor in Marl.", None, "Ada Quill"),
        (_ESSAY + "Ada Quill, a sailor, writes for the Marl Gazette.", None, "Ada Quill"),
        # Of one whom the text has spoken of before, the last line tells as of anybody.
        (_ESSAY + "Ada Quill met me there.\n\nAda Quill is a sailor.", None, None),
        # Somebody in the news is quoted, or told of where only others say "I".
        (_ESSAY + "Ada Quill is a sailor. “I am sorry,” she says.", None, None),
        ("Storm\n\n“I saw it,” he said.\n\nIt blew.\n\nAda Quill is a sailor.", None, None),
        # Nobody tells of themselves: the last line is about somebody in the news.
        ("Storm\n\nIt rained.\n\nIt blew.\n\nAda Quill is a sailor in Marl.", None, None),
    ],
)
def test_the_writer_is_named_by_byline_or_foot(
    text: str, byline: str | None, writer: str | None
) -> None:
    """Several authors, a desk, and people in the news are no writer."""
    assert _writer(text, byline) == writer
