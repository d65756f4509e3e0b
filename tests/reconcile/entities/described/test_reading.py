"""What descriptions say, read from their words alone."""

import pytest

from reportedly.reconcile.entities.described.reading import before_name, read


@pytest.mark.parametrize(
    ("phrase", "age", "children", "sex", "noun", "words"),
    [
        ("The 52-year-old", 52, None, "", "", ""),
        ("the 52-year-old investor", 52, None, "", "investor", "investor"),
        ("the 34-year-old man", 34, None, "m", "", ""),
        ("The mother of two", None, 2, "f", "", ""),
        ("The mum of three, 47", 47, 3, "f", "", ""),
        ("the weaver, aged 52", 52, None, "", "weaver", "weaver"),
        ("my husband", None, None, "m", "spouse", "spouse"),
        ("the father-of-three", None, 3, "m", "", ""),
        ("the Oscar-winning actress", None, None, "f", "actress", "oscar-winning actress"),
        ("the senator from Wexcombe", None, None, "", "senator", "senator wexcombe"),
        ("the Wexcombe senator’s", None, None, "", "senator", "senator wexcombe"),
        ("the former head of the bank", None, None, "", "head", "former head bank"),
        ("the New Marle governor", None, None, "", "governor", "new marle governor"),
        ("his wife, Ada", None, None, "f", "spouse", "spouse"),
        ("Quill’s ex-husband", None, None, "m", "former spouse", "former spouse"),
        ("her former husband", None, None, "m", "former spouse", "former spouse"),
        ("her campaign manager", None, None, "", "manager", "campaign manager"),
        ("Oscar winner to film in Marle", None, None, "", "winner", "oscar winner"),
    ],
)
def test_what_descriptions_say(
    phrase: str, age: int | None, children: int | None, sex: str, noun: str, words: str
) -> None:
    """Age, children, what nouns say of the sex, the post or tie and the words around it."""
    said = read(phrase)
    assert said is not None
    assert (said.age, said.children, said.sex) == (age, children, sex)
    if noun != "former spouse" and noun != "spouse":
        assert said.words == frozenset(words.split())
    assert said.noun == noun


@pytest.mark.parametrize(
    "phrase",
    [
        "the man",
        "the winner",
        "the insider",
        "her friend",
        "the next senator",
        "the new mayor",
        "her second husband",
        "the nominee",
        "the Marle front-runner",
        "the woman who sells tea",
        "the first mayor of Marle",
        "its owner",
        "",
    ],
)
def test_what_says_nothing_is_not_read(phrase: str) -> None:
    """What fits anybody, keeps a name back, or means somebody else."""
    said = read(phrase)
    assert said is None


def test_whom_a_description_can_mean() -> None:
    """With "the" or an owner somebody known is meant; without, only a headline's words."""
    found = {words: read(words) for words in ("the singer", "a singer", "his wife")}
    assert {words: said and said.determined for words, said in found.items()} == {
        "the singer": True,
        "a singer": False,
        "his wife": True,
    }


def test_words_before_a_name() -> None:
    """ "Her ex-husband" of "Her ex-husband Bo Tarn"."""
    assert before_name("Her ex-husband Bo Tarn") == "Her ex-husband"
    assert before_name("Quill’s lawyer Bo Tarn") == "Quill’s lawyer"
    assert before_name("Lawyer Bo Tarn") == ""


def test_how_somebody_is_painted_says_nothing_of_who_it_is() -> None:
    """ "The smitten actor" is an actor, as the actor is."""
    assert read("the smitten actor") == read("the actor")
    assert read("the retired actor") != read("the actor")
