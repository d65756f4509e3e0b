"""What the keys of article objects are taken for."""

import math
from typing import Any

import pytest

from reportedly.reading.fields import metadata_of


@pytest.mark.parametrize("nothing", [None, "None", "null", "NaN", math.nan, " n/a ", "", [None]])
def test_what_a_program_writes_for_nothing_is_nothing(nothing: Any) -> None:
    """No article is shown as one by "None" of "nan"; a name that only begins so is one."""
    found = metadata_of({"author": nothing, "outlet": nothing, "url": nothing})
    assert (found["byline"], found["outlet"], found["url"]) == (None,) * 3
    assert metadata_of({"author": "Nan Nonet"})["byline"] == "Nan Nonet"


@pytest.mark.parametrize(
    ("given", "kept"),
    [("null", "null"), ("None", "None"), (7, "7"), (None, None), (math.nan, None)],
)
def test_an_identifier_may_be_any_word(given: Any, kept: str | None) -> None:
    """Somebody's article may be called "null"; one without a number has none."""
    assert metadata_of({"id": given})["given_id"] == kept


def test_the_first_key_that_says_something_counts() -> None:
    """Here "byline" stands before "author"."""
    assert metadata_of({"byline": "None", "author": ["Ada Quill"]})["byline"] == "Ada Quill"
