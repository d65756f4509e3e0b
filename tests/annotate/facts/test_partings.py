"""Couples who are to divorce or have separated, and who is only called somebody's ex."""

import pytest

PAIR = {"Vera Ashdown": ("Ashdown", "she"), "Ivo Lindqvist": ("Lindqvist", "he")}


def _told(facts, attribute):
    return sorted((f.subject, f.value) for f in facts if f.attribute == attribute)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Vera Ashdown and Ivo Lindqvist are to divorce after nine years.", "divorcing"),
        (
            "Vera Ashdown and her husband, the former judge Ivo Lindqvist, are to divorce.",
            "divorcing",
        ),
        (
            "Vera Ashdown has left the mill and is to divorce its owner, Ivo Lindqvist.",
            "divorcing",
        ),
        ("Vera Ashdown and Ivo Lindqvist have separated.", "separated from"),
        ("Vera Ashdown, 44, and Ivo Lindqvist have agreed to separate.", "separated from"),
    ],
)
def test_who_is_to_part_is_told_of_both(text, state, facts_of):
    """From whichever of the two the sentence begins."""
    assert _told(facts_of(text, PAIR), "relationship") == [
        ("Ivo Lindqvist", f"{state} Vera Ashdown"), ("Vera Ashdown", f"{state} Ivo Lindqvist")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that Vera Ashdown and Ivo Lindqvist are to divorce.",
        "Vera Ashdown and Ivo Lindqvist have split the bill.",
        "Nobody knows whether Vera Ashdown and Ivo Lindqvist have separated.",
    ],
)
def test_what_is_not_told_is_no_parting(text, facts_of):
    """Rumours, denials and other things that two can split."""
    assert _told(facts_of(text, PAIR), "relationship") == []


def test_an_ex_without_a_name_is_left_to_the_pile(facts_of):
    """The article says whose ex it is and not who."""
    people = {"Ivo Lindqvist": ("Lindqvist", "his", "he")}
    facts = facts_of("Ivo Lindqvist watched as his ex sang.", people)
    assert _told(facts, "former_spouse") == [("Ivo Lindqvist", "the couple")]
    assert _told(facts_of("Ivo Lindqvist hired his ex-boss.", people), "former_spouse") == []


def test_brothers_named_in_a_row_are_nobodys_couple(facts_of):
    """ "His ex" after two who are only named together is not told of the two."""
    people = {"Odd": (), "Kaj": ()}
    facts = facts_of("The baker sang. His ex lives with Odd, nine, and Kaj, six.", people)
    assert {f.subject for f in facts if f.attribute == "former_spouse"} == {"the couple"}


@pytest.mark.parametrize(
    "text",
    [
        "Vera Ashdown and Ivo Lindqvist sang. The couple, who married in June 2001, live in Orm.",
        "Vera Ashdown and Ivo Lindqvist sang. The couple, who married in June 2001, have lived "
        "apart since August 2017.",
    ],
)
def test_a_clause_about_the_couple_dates_the_wedding(text, facts_of):
    """The month of another event stays its own."""
    assert _told(facts_of(text, PAIR), "marriage_date") == [
        ("Ivo Lindqvist", "2001-06"), ("Vera Ashdown", "2001-06")
    ]  # fmt: skip


def test_children_named_in_a_row_did_not_marry(facts_of):
    """ "The pair" are not two who are first named after it."""
    people = {"Odd": (), "Kaj": ()}
    facts = facts_of("The pair, who wed in 2009, have two kids, Odd, 11, and Kaj, five.", people)
    told = {(f.subject, f.attribute) for f in facts if f.attribute in ("marriage_date", "children")}
    assert told == {("the couple", "marriage_date"), ("the couple", "children")}


def test_she_wed_the_one_who_is_described(facts_of):
    """A wedding of the couple, and the age of the other one."""
    text = "Vera Ashdown and Ivo Lindqvist sang. It is told that she wed the 35-year-old baker on "
    facts = facts_of(f"{text}5 May 2010.", PAIR, published="2010-05-09")
    assert _told(facts, "marriage_date") == [
        ("Ivo Lindqvist", "2010-05-05"), ("Vera Ashdown", "2010-05-05")
    ]  # fmt: skip
    assert _told(facts, "age") == [("Ivo Lindqvist", "35")]


def test_the_month_of_a_separation_is_not_that_of_the_wedding(facts_of):
    """Even where its year is told with other words."""
    text = "Vera Ashdown and Ivo Lindqvist sang. The couple, who married in 2010, have lived apart "
    facts = facts_of(f"{text}since March.", PAIR)
    assert {value for _, value in _told(facts, "marriage_date")} == {"2010"}
