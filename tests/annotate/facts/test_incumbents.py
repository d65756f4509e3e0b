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
