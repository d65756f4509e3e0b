"""Posts that verbs and descriptions give, and whose body they are of."""

import pytest

from reportedly.annotate.document import Document
from reportedly.annotate.facts import annotate
from reportedly.model import Article, Cluster, Fact, Mention
from reportedly.rows import Rows

PEOPLE = {"Ann Doe": ("Doe", "she", "She"), "Tom Roe": ("Roe", "he", "He")}


def _roles(facts):
    return sorted((f.subject, f.value) for f in facts if f.attribute == "role")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Doe is to step down as chief executive of Hale Brothers in May.",
            [("Ann Doe", "chief executive of Hale Brothers")],
        ),
        (
            "Ann Doe resigned as director of the museum.",
            [("Ann Doe", "former director of the museum")],
        ),
        (
            "Ann Doe went on to serve as mayor of Wexcombe.",
            [("Ann Doe", "former mayor of Wexcombe")],
        ),
        ("Ann Doe, 43, is the mayor of Wexcombe.", [("Ann Doe", "mayor of Wexcombe")]),
        (
            "Tom Roe, boss of money firm Hale Brothers, sang.",
            [("Tom Roe", "boss of Hale Brothers")],
        ),
        ("Ann Doe, Mr Roe’s solicitor, said no.", [("Ann Doe", "solicitor of Tom Roe")]),
        (
            "Ann Doe, professor of modern history, sang.",
            [("Ann Doe", "professor of modern history")],
        ),
        (
            "Tom Roe spoke.\n\nThe former director of Hale Brothers, who is rich, would not sing.",
            [("Tom Roe", "former director of Hale Brothers")],
        ),
        (
            "Tom Roe and Ann Doe spoke.\n\nThe former director of Hale Brothers would not sing.",
            [],
        ),
    ],
)
def test_posts(text, expected, facts_of):
    assert _roles(facts_of(text, PEOPLE)) == expected


def test_an_age_that_opens_a_paragraph_is_of_the_only_person_named_before(facts_of):
    text = "Tom Roe ate alone.\n\nThe 52-year-old investor had the crab."
    assert [(f.subject, f.value) for f in facts_of(text, PEOPLE) if f.attribute == "age"] == [
        ("Tom Roe", "52")
    ]
    alone = "Tom Roe ate alone with Ann Doe.\n\nThe 52-year-old investor had the crab."
    assert not [f for f in facts_of(alone, PEOPLE) if f.attribute == "age"]


def test_a_headline_does_not_say_who_talks():
    """The head of the fund may well speak of whom the headline names."""
    text = "Fund chief fears Ann Doe\n\nThe head of the Orland Fund is worried."
    article = Article(
        article_id="a1", path="p", text=text, title="Fund chief fears Ann Doe", sha256=""
    )
    mention = Mention(
        article_id="a1", span=(17, 24), text="Ann Doe", form="name", confidence=1.0, cluster=0
    )
    cluster = Cluster(article_id="a1", cluster=0, name="Ann Doe", kind="person", n_mentions=1)
    rows = Rows({Mention: [mention], Cluster: [cluster]})
    assert annotate(Document(article), rows).of(Fact) == ()


def test_the_former_mayor_is_the_only_person_named_before(facts_of) -> None:
    """Where the words are said to mean somebody else, or two are named, it is nobody."""
    ann = {"Ann Doe": ("The former mayor",), "Tom Roe": ()}
    assert _roles(facts_of("Ann Doe sang. The former mayor wept.", ann)) == [
        ("Ann Doe", "former mayor")
    ]
    assert _roles(facts_of("Ann Doe met Tom Roe. The former mayor wept.", ann)) == []
    assert _roles(facts_of("Tom Roe sang. The former mayor wept.", ann)) == []
