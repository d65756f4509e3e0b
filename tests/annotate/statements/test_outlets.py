"""Names of outlets: which are, which mean the same, and which agency signs an article."""

import pytest

from reportedly.annotate.statements.outlets import find_agency, is_outlet, same_outlet
from reportedly.model import Article


@pytest.mark.parametrize("name", ["Harbour Courier", "Radio Nord", "The Ostham Gazette", "Nord TV"])
def test_outlet_names(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["Ada Quill", "Marsh Estates", "Ostham Council", None])
def test_other_names(name: str | None) -> None:
    assert not is_outlet(name)


@pytest.mark.parametrize(
    ("name", "own", "same"),
    [
        ("the Courier", "Harbour Courier", True),
        ("Harbour Courier", "The Harbour Courier", True),
        ("Radio Nord", "Radio Nord 96.4", True),
        ("Radio Sud", "Radio Nord", False),
        ("the Gazette", "Harbour Courier", False),
        ("HPW", "Harbour Press Wire", True),
        ("HPW", "The Harbour Press Wire", True),
        ("HPC", "Harbour Press Wire", False),
        ("HC", "Harbour Courier", False),
        (None, "Harbour Courier", False),
        ("the Courier", None, False),
    ],
)
def test_same_outlet(name: str | None, own: str | None, same: bool) -> None:
    assert same_outlet(name, own) is same


def agency(text: str, outlet: str | None = None) -> str | None:
    article = Article(article_id="a1", path="a", text=text, outlet=outlet, sha256="")
    found = find_agency(article)
    return found[0] if found is not None else None


def test_agency_of_a_dateline() -> None:
    assert agency("Mill sold\n\nOSTHAM, May 3 (Northern) - The mill is sold.") == "Northern"
    assert agency("(Northern Press) — The mill is sold.") == "Northern Press"


def test_the_agency_itself_relays_nothing() -> None:
    assert agency("OSTHAM (Northern) - The mill is sold.", "Northern Press") is None


def test_brackets_in_a_sentence_are_no_dateline() -> None:
    assert agency("The mill (built 1820) was sold. Ada Quill (left) - the singer - wept.") is None


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("Courier staff and Nordline", "Nordline"),
        ("By Ada Quill and Northern Press", "Northern Press"),
        ("By Ada Quill and Bo Varga", None),
        ("Nordline", None),
        (None, None),
    ],
)
def test_an_agency_in_the_byline(byline: str | None, agency: str | None) -> None:
    article = Article(
        article_id="a1", path="a", text="It rains.", outlet="Courier", byline=byline, sha256=""
    )
    assert find_agency(article) == ((agency, None) if agency is not None else None)
