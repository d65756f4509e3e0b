"""Openings in capitals, firms of two names, people called by their last word, weeklies' names."""

import pytest

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.coreference import annotate
from reportedly.annotate.document import Document
from reportedly.model import Article, Cluster
from reportedly.rows import Rows


def _kinds(text: str, outlet: str | None = None) -> dict[str | None, str]:
    """Names of clusters → their kinds."""
    document = Document(Article(article_id="a1", path="x", text=text, sha256="", outlet=outlet))
    rows = annotate(document, attribute(document, Rows()))
    return {cluster.name: cluster.kind for cluster in rows.of(Cluster)}


@pytest.mark.parametrize("opening", ["SHAMED", "SMITTEN", "HENPECKED", "HEARTLESS", "FUMING"])
def test_a_describing_word_in_capitals_is_nobody(opening: str) -> None:
    """Before a common noun and before a name."""
    found = _kinds(f"{opening} baker Ada Quill has left the mill, friends say.")
    assert opening not in found
    assert found["Ada Quill"] == "person"
    found = _kinds(f"{opening} Ada Quill has left the mill, friends say.")
    assert {"Ada Quill"} == {name for name in found if name}


@pytest.mark.parametrize("opening", ["SONGBIRD", "LOVEBIRDS"])
def test_a_noun_in_capitals_before_a_whole_name_is_no_part_of_it(opening: str) -> None:
    """A given name in capitals is: some papers print the first word of an article so."""
    found = _kinds(f"{opening} Ada Quill and her hubby sleep in different mills, friends say.")
    assert found["Ada Quill"] == "person"
    assert not any(opening in name for name in found if name)
    assert _kinds("MARTHA Jane Quill has left the mill.")["MARTHA Jane Quill"] == "person"


def test_letters_of_a_body_open_sentences_too() -> None:
    """They describe nothing."""
    assert "NASA" in _kinds("NASA engineer Ada Quill said that the rocket was safe.")


def test_two_last_names_are_a_firm_and_two_given_names_are_people() -> None:
    """By what the text has of them, too."""
    assert _kinds("Per Marl & Fern, the book sold well.")["Marl & Fern"] == "organisation"
    found = _kinds("Quilla Tarn met Bodo Moss in May. Quilla & Bodo sang, and it rained.")
    assert found.get("Quilla & Bodo") != "organisation"


def test_a_body_is_not_called_by_its_last_word_alone() -> None:
    """Without an article only people are."""
    text = "The manager told Desh Orchard on Sunday. Asked by Orchard about it, she laughed."
    assert _kinds(text)["Desh Orchard"] == "person"


def test_a_weekly_is_called_by_the_rest_of_its_name() -> None:
    """In its own pages and where another paper names it in full."""
    text = "The baker tells Gossamer that the mill is cold. “It is,” she told Gossamer."
    assert _kinds(text, "Gossamer Weekly")["Gossamer"] == "organisation"
    text = "The mill is cold, Gossamer Weekly reports. “It is,” a baker told Gossamer."
    assert "Gossamer" not in _kinds(text)


def test_a_noun_that_opens_the_headline_is_no_name() -> None:
    """Unless the text below has it with a capital, as a last name."""
    text = "Lawmaker urges answer on pier\n\nAda Quill said on Monday that the pier was safe."
    assert "Lawmaker" not in _kinds(text)
    text = "Singer urges answer on pier\n\nAda Singer spoke. On Monday Singer said it was safe."
    assert _kinds(text)["Ada Singer"] == "person"


def test_a_firm_is_called_by_its_first_word() -> None:
    """Unless a person of the text has it for a last name."""
    text = "Norvale Drinks has bought the mill. On Monday Norvale said that it would weave."
    assert set(_kinds(text).values()) & {"person"} == set()
    text = "Rufus Norvale of Norvale Drinks spoke. On Monday Norvale said that he would weave."
    assert _kinds(text)["Rufus Norvale"] == "person"


def test_a_word_in_capitals_over_an_article_is_nobody() -> None:
    """Unless the text below names somebody so."""
    text = "BIN AND GONE? Ada quits\n\nAda Quill sold the mill on Monday. “I am free,” she said."
    assert {name for name in _kinds(text) if name} == {"Ada Quill"}
    assert "Ada Quill" in _kinds(text.replace("BIN AND GONE? Ada", "QUILL"))
