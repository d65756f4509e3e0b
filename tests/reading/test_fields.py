"""What the keys of article objects are taken for."""

import math
from typing import Any

import pytest

from reportedly.reading.fields import metadata_of


@pytest.mark.parametrize("nothing", [None, "None", "null", "NaN", math.nan, " n/a ", "", [None]])
def test_what_a_program_writes_for_nothing_is_nothing(nothing: Any) -> None:
    """No article is shown as one by "None" of "nan"; a name that only begins so is one."""
    found = metadata_of({"author": nothing, "outlet": nothing, "url": nothing, "id": nothing})
    assert (found["byline"], found["outlet"], found["url"], found["given_id"]) == (None,) * 4
    assert metadata_of({"author": "Nan Nonet"})["byline"] == "Nan Nonet"


def test_the_first_key_that_says_something_counts() -> None:
    """Here "byline" stands before "author"."""
    assert metadata_of({"byline": "None", "author": ["Ada Quill"]})["byline"] == "Ada Quill"
