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
    assert _kinds("MARTHA Jane Quill has left the mill.")["Martha Jane Quill"] == "person"


def test_letters_of_a_body_open_sentences_too() -> None:
    """They describe nothing."""
    assert "NASA" in _kinds("NASA engineer Ada Quill said that the rocket was safe.")
    assert "UNESCO" in _kinds("UNESCO envoy Ada Quill said that the mill was safe.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ADA QUILL has left the mill. “It was time,” ADA QUILL said.", "Ada Quill"),
        ("The mill is shut. “It was time,” said ADA O’DELL on Monday.", "Ada O’Dell"),
        ("“It was time,” Ada MCTARN told the Packet. MCTARN is 40.", "Ada McTarn"),
        ("JK QUILL has left the mill. “It was time,” Quill said.", "JK Quill"),
    ],
)
def test_names_in_capitals_have_usual_letters(text: str, name: str) -> None:
    """Initials stay; so does everything of a name that is printed as usual."""
    assert [n for n, kind in _kinds(text).items() if n and kind == "person"] == [name]


@pytest.mark.parametrize("opening", ["FOOTIE ace", "SOCCER boss", "POPPET singer"])
def test_a_shouted_trade_is_nobody(opening: str) -> None:
    """It stands before a common noun for a person and a name."""
    found = _kinds(f"{opening} Ada Quill has left the mill, friends say.")
    assert [name for name, kind in found.items() if name and kind == "person"] == ["Ada Quill"]


def test_an_exclamation_as_a_whole_sentence_is_nobody() -> None:
    """Who is named nowhere else is not called by a sentence of one word."""
    found = _kinds("The mill opens in May, Ada Quill said. Hurrah. There will be cake.")
    assert "Hurrah" not in found


def test_a_given_name_that_is_a_word_opens_a_sentence() -> None:
    """The parser leaves it off where all words have capitals anyway."""
    found = _kinds("Honor Quill, a spokeswoman for the mill, said: “We will appeal.”")
    assert found == {"Honor Quill": "person"} | {n: k for n, k in found.items() if n is None}


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


@pytest.mark.parametrize(
    "words",
    [
        "The mill was sold, according to the estate agents Latch and Gower.",
        "The mill was sold, said the auctioneers Latch and Gower. Latch and Gower found a buyer.",
        "The solicitors Latch and Gower said that the mill was sold.",
    ],
)
def test_partners_behind_their_trade_are_a_firm(words: str) -> None:
    """One body, and neither of them a person."""
    found = {name: kind for name, kind in _kinds(words).items() if name}
    assert found == {"Latch and Gower": "organisation"}


def test_two_people_of_a_trade_are_no_firm() -> None:
    """Where the text has both of them in full."""
    found = _kinds(
        "Ada Latch and Bo Gower met at the mill. The solicitors Latch and Gower said it was sold."
    )
    assert "Latch and Gower" not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A man was found in Victoria Park on Friday.", "Victoria Park"),
        ("Police were called to Mercy Lane. Mercy Lane was closed until noon.", "Mercy Lane"),
        ("He lives at 4 Rosa Street with a cat.", "Rosa Street"),
        ("Crowds gathered along Albert Grove at noon.", "Albert Grove"),
    ],
)
def test_streets_and_parks_are_no_people(text: str, name: str) -> None:
    """They stand where places stand."""
    assert "person" not in {k for n, k in _kinds(text).items() if n and name.split()[-1] in n}


@pytest.mark.parametrize(
    "text",
    [
        "Grace Lane, 40, lives by the mill. “It was loud,” said Lane.",
        "The critics laughed at Grace Park. “I was cross,” Grace Park said.",
    ],
)
def test_people_called_like_streets_are_people(text: str) -> None:
    """They have ages and speak."""
    assert {"Grace Lane", "Grace Park"} & {n for n, k in _kinds(text).items() if k == "person"}
