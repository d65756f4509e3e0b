"""Posts are read from the verbs that tell how they came and went."""

import pytest

PEOPLE = {"Ann Doe": ("Doe", "Ms Doe", "she", "She"), "Tom Roe": ("Roe",)}


def _roles(facts):
    return sorted((f.subject, f.value) for f in facts if f.attribute == "role")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ann Doe, who is 43, has been appointed head of Quill Opera.", "head of Quill Opera"),
        ("Ann Doe has become chairman of Quill Salt, it said.", "chairman of Quill Salt"),
        ("Ann Doe, who has been deputy director since 2009, sang.", "deputy director"),
        ("Ann Doe, now the mayor of Ludden, sang.", "mayor of Ludden"),
        ("Ann Doe was appointed head coach of Ludden Town on Monday.", "head coach of Ludden Town"),
        ("Ann Doe left the stage and is now director of Quill Opera.", "director of Quill Opera"),
        (
            "Ann Doe sang. Before that she was director of Quill Opera.",
            "former director of Quill Opera",
        ),
        ("Ann Doe, 48, was finance director from 2009.", "former finance director"),
        (
            "Ann Doe, who was director of Quill Opera until last May, sang.",
            "former director of Quill Opera",
        ),
        (
            "Ann Doe, the captain of Ludden Town until last year, sang.",
            "former captain of Ludden Town",
        ),
        ("Until January Ann Doe was the head of Quill Opera.", "former head of Quill Opera"),
        ("Ann Doe used to be the mayor of Ludden.", "former mayor of Ludden"),
        ("Ann Doe was sworn in as mayor of Ludden on Monday.", "mayor of Ludden"),
        ("Ann Doe, mayor of Ludden until 2020, sang.", "mayor of Ludden"),
        (
            "Ann Doe, who handed the chair of Quill Salt to her son, sang.",
            "former chair of Quill Salt",
        ),
    ],
)
def test_a_verb_gives_a_post(text, value, facts_of):
    assert _roles(facts_of(text, PEOPLE)) == [("Ann Doe", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe has become his backseat driver.",
        "Ann Doe has been a good editor.",
        "Ann Doe was the singer.",
        "Ann Doe was named player of the match.",
        "Ann Doe handed the chair to her son.",
        "Ann Doe followed the singer as a shadow.",
    ],
)
def test_what_names_no_post(text, facts_of):
    """A figure of speech, a state of no beginning, and a piece of furniture."""
    assert _roles(facts_of(text, PEOPLE)) == []


def test_who_is_followed_had_the_post(facts_of):
    text = "The mayor of Ludden, Ann Doe, who followed the late Sir Tom Roe last year, sang."
    assert ("Tom Roe", "former mayor of Ludden") in _roles(facts_of(text, PEOPLE))


def test_who_is_followed_without_a_post_had_none(facts_of):
    assert _roles(facts_of("Ann Doe, who followed Tom Roe into the pond, sang.", PEOPLE)) == []


def test_who_is_replaced_had_the_post(facts_of):
    text = "Ann Doe was appointed head coach of Ludden Town. She replaces Tom Roe, who was sacked."
    assert ("Tom Roe", "former head coach of Ludden Town") in _roles(facts_of(text, PEOPLE))


def test_a_predecessor_had_the_post(facts_of):
    people = {**PEOPLE, "Ann Doe": ("Her",)}
    text = "Ann Doe, the finance minister, sang. Her predecessor, Tom Roe, resigned on Thursday."
    assert ("Tom Roe", "former finance minister") in _roles(facts_of(text, people))


def test_who_replaces_somebody_has_the_post(facts_of):
    text = "The former director of Quill Opera, Ann Doe, sang. She was replaced by Tom Roe."
    assert ("Tom Roe", "director of Quill Opera") in _roles(facts_of(text, PEOPLE))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe sang. Tom Roe, who followed her as director of Quill Opera, wept.",
        "Tom Roe took over from Ann Doe as director of Quill Opera in May.",
        "Tom Roe took over as director of Quill Opera from Ann Doe in May.",
    ],
)
def test_who_is_followed_has_the_post_no_longer(text, facts_of) -> None:
    people = {**PEOPLE, "Ann Doe": ("her",)}
    assert _roles(facts_of(text, people)) == [
        ("Ann Doe", "former director of Quill Opera"),
        ("Tom Roe", "director of Quill Opera"),
    ]


def test_a_post_that_ended_is_over_now_whatever_day_is_named(facts_of) -> None:
    """The sentence names last year, and the post is past on the article's own day."""
    text = "Ann Doe was the director of Quill Opera until last year."
    (fact,) = facts_of(text, PEOPLE)
    assert (fact.as_of_earliest, fact.as_of_latest) == ("2018-06-21", "2018-06-21")
