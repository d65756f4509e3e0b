"""Descriptions that mean somebody named, and those that mean somebody the text keeps back."""

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.coreference import annotate
from reportedly.annotate.document import Document
from reportedly.model import Article, Cluster, Mention
from reportedly.rows import Rows


def _named(text: str) -> dict[str, str | None]:
    """Words of each mention, the last of equal ones → the name of its cluster."""
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    rows = annotate(document, attribute(document, Rows()))
    names = {c.cluster: c.name for c in rows.of(Cluster)}
    return {m.text: names[m.cluster] for m in rows.of(Mention)}


def _kinds(text: str) -> dict[str | None, str]:
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    return {c.name: c.kind for c in annotate(document, attribute(document, Rows())).of(Cluster)}


def test_who_speaks_of_somebody_by_name_is_not_that_one() -> None:
    """The juror told of Bo Tarn: "the juror" of the next sentence is not him."""
    found = _named(
        "“She was short,” a member of the jury told the Echo.\n\nAccording to the same juror, Bo "
        "Tarn paid for the lunch. The weather was “very loud”, the juror says."
    )
    assert found["the juror"] is None


def test_two_posts_of_one_person() -> None:
    """One owner or two definite articles, and a name: it is one person."""
    found = _named(
        "Quill’s former husband and publisher, Bo Tarn, who now keeps bees, said that it rained."
    )
    assert found.get("Quill’s former husband and publisher", "Bo Tarn") == "Bo Tarn"
    found = _named(
        "Lew Horne, the last keeper of the light and the father of the novelist Ada Horne, has "
        "died. “He looked after it,” his daughter told the Echo."
    )
    assert found["his daughter"] == "Ada Horne"


def test_a_body_is_taken_up_by_which() -> None:
    kinds = _kinds("Brightmarl, which bought the mill in 2017, said that sales had risen.")
    assert kinds["Brightmarl"] == "organisation"


def test_streets_called_after_people_and_what_children_call_their_elders() -> None:
    """ "Cooper's Lane" is one place; "Grandad" names nobody."""
    kinds = _kinds("Ada Quill lives in Cooper’s Lane. “Grandad said so,” Ada Quill told the Echo.")
    assert kinds.get("Cooper’s Lane") == "place"
    assert "Grandad" not in kinds


def test_a_title_keeps_its_article_and_its_last_word() -> None:
    """Within a sentence a capital "The" opens a title, whatever its last word is read as."""
    names = _kinds("Ada Quill told Channel Nine’s The Long Turn that she would rather eat her hat.")
    assert names.get("The Long Turn") == "work"


def test_who_sings_is_a_singer() -> None:
    """Of two named before, the one who is called so."""
    found = _named(
        "Ada Quill has left town. Jazz singer Mabel Roe, who played with Quill at the fair, seems "
        "glad. “Mine was on the bill,” she sings on her new single."
    )
    assert found["she"] == "Mabel Roe"


def test_an_age_after_a_description_takes_up_who_is_written_about() -> None:
    """ "The prof, 50," opens a sentence some way after the name, and is nobody's friend."""
    found = _named(
        "Ada Quill is staying put in her mill, chums insist.\n\n“Ada will never leave the mill. "
        "They’d have to carry her,” laughs a friend of the weaver.\n\nThe prof, 50, became a telly "
        "favourite in 2012."
    )
    assert found["The prof, 50"] == "Ada Quill"
    assert found["a friend of the weaver"] is None


def test_who_is_told_of_as_the_same_side_by_side() -> None:
    """Of two mothers of four, or two former mayors, neither is meant more than the other."""
    found = _named(
        "Una Pask, a mother of four, met Ida Roe, a mother of four. The mother of four said no."
    )
    assert found["The mother of four"] is None
    found = _named(
        "Jack Tarn, a former mayor, wrote to Len Hobb, a former mayor. “No,” the former mayor said."
    )
    assert found["the former mayor"] is None
    found = _named(
        "Una Pask, a mother of four, met Ida Roe, a mother of three. The mother of four said no."
    )
    assert found["The mother of four"] == "Una Pask"


def test_a_post_beside_a_name_is_not_the_one_named_before() -> None:
    """ "The secretary and Dr Pike" is told of two, neither of them the captain before."""
    found = _named(
        "“We won,” said Sir Rollo Fitch. The secretary and Dr Una Pike said nothing mattered."
    )
    assert found.get("The secretary") is None


def test_whoever_somebody_is_likened_to_is_not_spoken_of() -> None:
    """ "His wife" is the wife of whoever speaks."""
    found = _named("Bo Marsh joked that it was like being married to Ted Vole. His wife laughed.")
    assert found["His"] == "Bo Marsh"


def test_a_paper_told_of_as_one_is_no_person() -> None:
    """By a noun behind it, or by the article before it where it speaks."""
    kinds = _kinds("Gavel, the auctioneers’ paper, said sales rose. Gavel said that prices fell.")
    assert kinds["Gavel"] == "organisation"
    kinds = _kinds("Rye fell, the Plough said on Friday. “Rye fell,” the Plough reported.")
    assert kinds["Plough"] == "organisation"


def test_an_exclamation_is_nobody() -> None:
    """Whoever is called out to has the name elsewhere in the text."""
    found = _named("“It flew,” said Nan Marsh. Hooray! she shouted. Phew! That was close, he said.")
    assert "Hooray" not in found.values()
    found = _named("Winston! called Ann Garth. Winston came. “I am here,” said Winston.")
    assert found["Winston"] == "Winston"


def test_the_paper_is_the_one_called_like_a_paper() -> None:
    """Not the firm named after it, whose clerk told the paper something."""
    found = _named(
        "The Marl Gazette has seen the letter. It was sent by Orrin Holdings. A clerk at Orrin "
        "Holdings told the newspaper that nobody had read it."
    )
    assert found["the newspaper"] == "Marl Gazette"
