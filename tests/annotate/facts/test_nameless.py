"""Ages and children of descriptions, and ages told of children in the order of their names."""

import pytest

from reportedly.annotate.document import Document
from reportedly.annotate.facts import annotate
from reportedly.api import annotate_document, document_of
from reportedly.model import Article, Cluster, Fact, Mention
from reportedly.rows import Rows


def _facts_of_description(text: str, words: str) -> list[tuple[str, str, str]]:
    """The facts of a text in which `words` mean somebody whom it does not name."""
    article = Article(article_id="a1", path="p", text=text, published="2018-06-21", sha256="")
    start = text.index(words)
    mention = Mention(
        article_id="a1", span=(start, start + len(words)), text=words, form="nominal",
        confidence=0.9, cluster=0,
    )  # fmt: skip
    cluster = Cluster(article_id="a1", cluster=0, kind="person", nominals=(words,), n_mentions=1)
    rows = annotate(Document(article), Rows({Mention: [mention], Cluster: [cluster]}))
    return [(f.subject, f.attribute, f.value) for f in rows.of(Fact)]


@pytest.mark.parametrize(
    ("text", "words", "attribute", "value"),
    [
        ("“I paid,” the 56-year-old said.", "the 56-year-old", "age", "56"),
        ("The 54-year-old baker sang.", "The 54-year-old baker", "age", "54"),
        ("It was the author, 46, who sang.", "the author", "age", "46"),
        ("The don, 50, became a favourite.", "The don", "age", "50"),
        ("I met the mother of two.", "the mother of two", "children", "2"),
    ],
)
def test_a_description_tells_a_fact_without_a_subject(text, words, attribute, value):
    """Who is meant, other articles may know."""
    assert _facts_of_description(text, words) == [("", attribute, value)]


def test_one_age_is_not_given_to_a_name_and_to_nobody_named() -> None:
    """Where two mentions overlap, whose age it is the pile finds out."""
    text = "Beryl Roe laughed. The mum of two, 45, sang."
    article = Article(article_id="a1", path="p", text=text, published="2018-06-21", sha256="")
    told = (
        ("Beryl Roe", "name", 0),
        ("mum of two", "nominal", 0),
        ("The mum of two", "nominal", 1),
    )
    mentions = [
        Mention(
            article_id="a1", span=(text.index(words), text.index(words) + len(words)), text=words,
            form=form, confidence=0.9, cluster=number,
        )
        for words, form, number in told
    ]  # fmt: skip
    clusters = [
        Cluster(article_id="a1", cluster=0, name="Beryl Roe", names=("Beryl Roe",), kind="person",
                n_mentions=2),
        Cluster(article_id="a1", cluster=1, kind="person", n_mentions=1),
    ]  # fmt: skip
    rows = annotate(Document(article), Rows({Mention: mentions, Cluster: clusters}))
    found = {(f.subject, f.attribute, f.value) for f in rows.of(Fact)}
    assert found == {("", "age", "45"), ("", "children", "2")}


def test_a_number_that_is_no_age_is_left_alone():
    """A list goes on, or something else is counted."""
    assert _facts_of_description("The author, 46, Mill Lane, sang.", "The author") == []


CHILDREN = {"Vera Ashdown": ("Ashdown", "she"), "Odd": (), "Kaj": ()}


def _ages(facts):
    return sorted((f.subject, f.value) for f in facts if f.attribute == "age")


@pytest.mark.parametrize(
    "aged", ["the children, aged 13 and nine", "her children, 13 and nine,", "the boys (13 and 9)"]
)
def test_ages_go_by_the_order_of_the_names(aged, facts_of):
    """As many ages as names."""
    text = f"They are the parents of Odd and Kaj.\n\nVera Ashdown left with {aged} yesterday."
    assert _ages(facts_of(text, CHILDREN)) == [("Kaj", "9"), ("Odd", "13")]


def test_more_ages_than_names_are_nobodys(facts_of):
    """Which of three is left out nobody can say; nor of two families."""
    text = "They are the parents of Odd and Kaj. She left with the children, aged 13, nine and two."
    assert _ages(facts_of(text, CHILDREN)) == []
    text = (
        "The parents of Odd and Kaj sang to the parents of Bo and Ida. The children, aged 3 and 2."
    )
    assert _ages(facts_of(text, CHILDREN)) == []


def test_parents_of_two_have_two_children(facts_of):
    """Told of the one couple of the article."""
    people = {"Vera Ashdown": ("Ashdown",), "Ivo Lindqvist": ("Lindqvist",), "Odd": (), "Kaj": ()}
    text = (
        "Vera Ashdown and her husband, Ivo Lindqvist, sang. Vera Ashdown and Ivo Lindqvist are the "
        "parents of Odd and Kaj."
    )
    told = {(f.subject, f.value) for f in facts_of(text, people) if f.attribute == "children"}
    assert told == {("Vera Ashdown", "2"), ("Ivo Lindqvist", "2")}


def test_somebody_new_is_nobody_whom_others_know():
    """ "A man of 52" is not the one of another article."""
    assert _facts_of_description("A 52-year-old baker sang.", "A 52-year-old baker") == []


def test_the_post_that_stands_before_an_age_is_held(facts_of):
    """Where it names its body; "the author" says nothing of where."""
    people = {"Vera Ashdown": ("the Orm Town manager", "the author", "she")}
    text = "Vera Ashdown sang. “No,” the Orm Town manager, 38, told the hall."
    roles = [f.value for f in facts_of(text, people) if f.attribute == "role"]
    assert roles == ["Orm Town manager"]
    text = "Vera Ashdown sang. “No,” the author, 38, told the hall."
    assert not [f for f in facts_of(text, people) if f.attribute == "role"]


def _ages(facts):
    return [(f.subject, f.value) for f in facts if f.attribute == "age" and f.subject]


def test_a_paragraph_goes_on_about_the_only_person_named_before(facts_of):
    """ "The divorcee, 50, lost" is who was just named, where nobody else was."""
    text = "The voters turned on Imelda Voss on Thursday.\n\nThe divorcee, 50, was beaten."
    assert _ages(facts_of(text, {"Imelda Voss": ()})) == [("Imelda Voss", "50")]


@pytest.mark.parametrize(
    "text",
    [
        "Imelda Voss met Tom Rudd on Thursday.\n\nThe divorcee, 50, was beaten.",
        "Imelda Voss, 44, spoke to voters.\n\nThe plumber, 50, was unmoved.",
        "Imelda Voss spoke to a plumber from Hexby.\n\nThe plumber, 50, was unmoved.",
        "Imelda Voss was robbed on Thursday.\n\nThe suspect, 50, was caught.",
        "He met Tom Rudd on Thursday.\n\nThe actress, 50, was late.",
    ],
)
def test_a_description_of_perhaps_somebody_else_gives_no_age(facts_of, text):
    """Two named, an age told already, somebody brought in, or the other sex: none."""
    people = {"Imelda Voss": (), "Tom Rudd": ("He",)}
    assert "50" not in [value for _, value in _ages(facts_of(text, people))]


def _children(text: str) -> list[tuple[str, str]]:
    facts = annotate_document(document_of(text, published="2018-06-21"), "facts").of(Fact)
    return [(f.subject, f.value) for f in facts if f.attribute == "children"]


def test_the_mother_is_the_one_woman_told_of_so_far() -> None:
    """Whatever other articles say of her children, or none could contradict it."""
    text = (
        "Singer Carla Dunn has hit back at her critics. Her husband Oscar Blythe packed his bags "
        "in May, and the mum-of-three is said to be in tears. Her mother Joan Dunn, 63, slept."
    )
    assert _children(text) == [("Carla Dunn", "3")]


@pytest.mark.parametrize(
    "text",
    [
        "Actress Carla Dunn was seen with her friend Paula Reed. The mother of three wore a hat.",
        "Nurse Carla Dunn left her house and was stabbed by a mother of three. The mother of three "
        "is in custody.",
        "Singer Carla Dunn has left her husband. Carla Dunn and the mother of three met.",
        "Carla Dunn sang her song. “It is bad,” Maud Pell said. Two years ago, the mother of three "
        "sang for Tom Hale.",
    ],
)
def test_a_mother_who_may_be_another_stays_nameless(text: str) -> None:
    """Another woman, one brought in as a mother, one told apart by the sentence itself."""
    assert [subject for subject, _ in _children(text)] in ([""], [])
