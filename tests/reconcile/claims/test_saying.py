"""What says something, and what only names a thing."""

import pytest

from reportedly.reconcile.claims.saying import says_something


@pytest.mark.parametrize(
    "text",
    [
        "the mill will be sold",
        "the mill employs 40 smiths",
        "Ada Moll resigned",
        "to sell the mill",
        "not to “look into” the sale",
        "“They sing.”",
        "“I dont do interviews,”",
        "the bell tower isn’t safe",
        "who follows the choir",
        "smiths need a roof",
        "he’s tired of it",
    ],
)
def test_what_says_something(text: str) -> None:
    """A clause, or what somebody promised to do."""
    assert says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        "the sale of the mill",
        "the divorce of Ada Moll and Otto Brill",
        "a new roof for the stolen bells",
        "the town’s “disgrace”",
        "him for the loss",
        "why",
        "40 smiths",
    ],
)
def test_what_only_names_a_thing(text: str) -> None:
    """There is nothing in it that could be so or not."""
    assert not says_something(text)
