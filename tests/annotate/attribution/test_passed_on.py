"""Who is quoted "as saying" says it, not the paper that quotes them."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The Fern Courier quoted Ada Quill as saying that the mill was sold.",
            "Ada Quill",
            "sold",
        ),
        ("The paper quotes a friend as saying the pair had parted.", "a friend", "had parted"),
        ("Radio Fern cited a clerk as saying that nobody was paid.", "a clerk", "was paid"),
        (
            "Two clerks were quoted by the Lantern as saying that it leaks.",
            "Two clerks",
            "it leaks",
        ),
    ],
)
def test_who_is_quoted_as_saying_it_says_it(attributed, text, source, content):
    """The inner row is theirs, whatever the outer one makes of the paper."""
    found = [
        who
        for who, _, said in attributed(text)
        if said.endswith(content) and "as saying" not in said
    ]
    assert found == [source]
