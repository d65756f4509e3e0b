"""Links: quoted, short, and only to where they may lead."""

import pytest

from reportedly.show.web import urls


def test_identifiers_are_quoted() -> None:
    """Nothing in an identifier can leave its part of the address."""
    assert urls.person("../a?b#c") == "/person/..%2Fa%3Fb%23c"


def test_empty_filters_are_left_out() -> None:
    """A permanent address holds what was asked and nothing else."""
    assert urls.search(q="a b", outlet="", page=0) == "/search?q=a+b"
    assert urls.timeline(from_="2018", to="2019") == "/timeline?from=2018&to=2019"


def test_words_lead_to_their_mark() -> None:
    """The same place is asked for and jumped to."""
    assert urls.words("a1", (3, 9)) == "/article/a1?at=3-9#at-3-9"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "ftp://x",
        "http://a\" onx='",
        None,
    ],
)
def test_other_schemes_are_no_links(url: str | None) -> None:
    """Only http and https lead outside."""
    assert urls.outside(url) is None
