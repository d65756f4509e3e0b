"""Of two who bear a title for life the article means one to hold it now."""

import pytest

TWO = {"Ann Doe": ("Doe", "she"), "Tom Roe": ("Roe",)}


def _presidents(facts):
    return {f.subject: f.as_of_earliest is None for f in facts if f.value == "President"}


@pytest.mark.parametrize(
    ("text", "past"),
    [
        (
            "President Ann Doe spoke. Doe praised President Tom Roe for the bridge.",
            {"Ann Doe": False, "Tom Roe": True},
        ),
        ("Ivo Venn, a former adviser to President Tom Roe, wept.", {"Tom Roe": True}),
        ("President Ann Doe spoke.", {"Ann Doe": False}),
        ("The rules that began under President Ann Doe are bad.", {"Ann Doe": True}),
        ("Ivo Venn, one of President Ann Doe's former aides, wept.", {"Ann Doe": True}),
        ("What would a President Ann Doe do? Enter President Ann Doe.", {}),
        (
            "President Ann Doe lied, critics say. Ann Doe, the former president, wept.",
            {"Ann Doe": True},
        ),
    ],
)
def test_a_title_kept_is_of_the_past(text, past, facts_of):
    """The one named most holds it; whose former adviser speaks held it then."""
    people = {name: words for name, words in TWO.items() if name in text}
    assert _presidents(facts_of(text, people)) == past


@pytest.mark.parametrize(
    "text",
    [
        'The native nicknamed "Queen Doe" sang. Ann Doe bowed.',
        "The chief, Ann Doe, sang.",
    ],
)
def test_a_nickname_is_no_post(text, facts_of):
    assert [f for f in facts_of(text, {"Ann Doe": ("Doe",)}) if f.attribute == "role"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe is not fit to serve as mayor of Orland.",
        "Ann Doe would serve as mayor of Orland.",
    ],
)
def test_who_might_serve_holds_no_post(text, facts_of):
    assert [f for f in facts_of(text, {"Ann Doe": ()}) if f.attribute == "role"] == []


@pytest.mark.parametrize(
    ("text", "value", "past"),
    [
        ("Ann Doe, budget director in the Roe administration, wept.", None, True),
        ("The former Senator Ann Doe spoke.", "former Senator", False),
        ("The gloomy Senator Ann Doe spoke.", "Senator", False),
        ("Ann Doe, the former host of the reality show “Ponds”, spoke.", None, False),
    ],
)
def test_posts_are_whole_and_of_their_time(text, value, past, facts_of):
    """An administration is over unless its head is named in office; titles keep "former" only."""
    (role,) = [f for f in facts_of(text, {"Ann Doe": ()}) if f.attribute == "role"]
    assert value is None or role.value == value
    assert (role.as_of_earliest is None) is past
    assert not role.value.endswith("reality")


def test_who_is_told_to_be_next_holds_nothing_yet(facts_of):
    text = "The faults of President Ann Doe, our next president needs to mend."
    values = [f.value for f in facts_of(text, {"Ann Doe": ()}) if f.attribute == "role"]
    assert "next president" not in values


@pytest.mark.parametrize(
    "text",
    [
        "Justice Ann Doe, the oldest member of the court, died. She wept in 2003.",
        "The seat of the late Justice Ann Doe is empty.",
        "Since the death of Justice Ann Doe the seat is empty.",
        "Justice Ann Doe ruled. Ann Doe's death left the seat empty.",
    ],
)
def test_the_dead_hold_no_post_now(text, facts_of):
    (role,) = [f for f in facts_of(text, {"Ann Doe": ()}) if f.attribute == "role"]
    assert role.as_of_earliest is None


@pytest.mark.parametrize(
    ("text", "past"),
    [
        # The article's own days: a day near it, a verb of the present, a deed that is news.
        ("The strike was ended on Monday by President Tom Roe.", False),
        ("The strike was condemned. President Tom Roe has no plan.", False),
        ("The strike was condemned. President Tom Roe left the hall.", False),
        ("The strike was condemned. President Tom Roe, a miner’s son, has no plan.", False),
        ("The strike was condemned by President Tom Roe, who has no plan.", False),
        # History: a sentence or its neighbour about it, a wish, a mere mention.
        ("The pier was built in 1952. President Tom Roe opened it.", True),
        ("Many then followed President Tom Roe’s dictum.", True),
        ("President Tom Roe would have never shut the pier.", True),
        ("The portrait shows Ruritanian Prime Minister Tom Roe.", True),
        ("She quoted then-President Tom Roe, who sings in the choir.", True),
    ],
)
def test_a_title_is_held_now_by_whom_the_article_shows_in_its_own_days(text, past, facts_of):
    """History names presidents without “former”; what may be of then is told as of then."""
    (role,) = [f for f in facts_of(text, {"Tom Roe": ("Roe",)}) if f.attribute == "role"]
    assert (role.as_of_earliest is None) is past, role


def test_an_article_without_a_day_keeps_the_title(facts_of):
    """What was so at some time of no known day would say nothing at all."""
    facts = facts_of("Many followed President Tom Roe’s dictum.", {"Tom Roe": ()}, published=None)
    assert [f.value for f in facts] == ["President"]


@pytest.mark.parametrize(
    "text",
    [
        "The crowd cheered for “President Tom Roe.”",
        "Tom Roe is the first president who wants to shut the pier.",
        "QIf Tom Roe is the nominee, will you vote?",
    ],
)
def test_cheers_and_praise_are_no_posts(text, facts_of):
    """Nobody holds the title that a crowd gives, and a first president is one of several."""
    assert [f for f in facts_of(text, {"Tom Roe": ()}) if f.attribute == "role"] == []


@pytest.mark.parametrize(
    "text",
    [
        "She met Tom Roe, the envoy to Orland, who perished in the fire.",
        "Tom Roe, a senior official during Ann Doe’s administration, wept.",
        "Tom Roe, an adviser under Presidents Doe and Venn, wept.",
    ],
)
def test_who_is_dead_or_served_others_is_told_as_past(text, facts_of):
    """The posts of the dead, and of the staff of others, are of some earlier time."""
    (role,) = [f for f in facts_of(text, {"Tom Roe": ()}) if f.attribute == "role"]
    assert role.as_of_earliest is None


def test_a_post_that_the_dead_had_left_stays_left(facts_of):
    """ "The late Tom Roe" is still the one who was mayor before."""
    text = "The mayor of Ludden, Ann Doe, who followed the late Tom Roe last year, sang."
    facts = facts_of(text, {"Ann Doe": (), "Tom Roe": ()})
    (fact,) = [f for f in facts if f.subject == "Tom Roe" and f.attribute == "role"]
    assert (fact.value, fact.as_of_earliest) == ("former mayor of Ludden", "2018-06-21")
