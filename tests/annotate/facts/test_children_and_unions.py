"""Children are counted when all are meant; ties are told of the person whose they are."""

import pytest

PAIR = {
    "Ann Doe": ("Doe", "Ann", "she", "She", "her", "Her"),
    "Tom Roe": ("Roe", "Tom", "he", "his", "His"),
}


def _values(facts, attribute):
    return sorted((f.subject, f.value) for f in facts if f.attribute == attribute)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ann Doe, a mother of three, sings.", "3"),
        ("Ann Doe, a mother-of-three, sings.", "3"),
        ("She has two children.", "2"),
        ("Her four children sing.", "4"),
        ("Ann Doe, a mother of two sons and a daughter, sings.", "3"),
        ("She sang. The mother of two sang again. Ann Doe bowed.", None),
        ("Ann Doe sang. She bowed. The mother of two sang again.", "2"),
        ("Her two children from her first marriage sing.", None),
        ("Her two eldest children sing.", None),
        ("Her two sons sing.", None),
        ("Ann Doe has two daughters.", "2"),
        ("Ann Doe has two daughters, Bea and Ida, and sings.", "2"),
        ("Ann Doe has two daughters, Bea and Ida, and a son.", None),
        ("Ann Doe has become a mother for the third time.", "3"),
        ("Ann Doe gave birth to her second child on Monday.", "2"),
        ("Ann Doe, the judge, gave birth to her third child on Monday.", "3"),
        ("Ann Doe is survived by her three sons and eleven grandchildren.", "3"),
        ("Ann Doe leaves a husband, Tom Roe, two daughters and a son.", "3"),
        ("Ann Doe leaves a husband and two parrots.", None),
        ("Ann Doe dreamt of becoming a mother for the third time.", None),
        ("In 1995 Ann Doe became a mother for the second time.", None),
        ("Ann Doe has only one child.", "1"),
        ("Ann Doe, who is 43, has one child and two dogs.", "1"),
        ("Ann Doe has just one child, a girl named Ida.", "1"),
        ("Ann Doe has one child from her first marriage.", None),
        ("Ann Doe has one child actor in her play.", None),
        ("Ann Doe has one child under five.", None),
    ],
)
def test_numbers_of_children(text, count, facts_of):
    expected = [("Ann Doe", count)] if count else []
    assert _values(facts_of(text, PAIR), "children") == expected


def test_a_couple_shares_its_children(facts_of):
    text = (
        "Ann Doe and Tom Roe were married in 2003. "
        "They have two children, Ambry, 13, and Lin, nine."
    )
    facts = facts_of(text, PAIR)
    assert _values(facts, "children") == [("Ann Doe", "2"), ("Tom Roe", "2")]
    assert _values(facts, "spouse") == [("Ann Doe", "Tom Roe")]
    assert _values(facts, "age") == [("Ambry", "13"), ("Lin", "9")]


@pytest.mark.parametrize(
    ("text", "subject", "attribute", "value"),
    [
        ("Ann sang. Her husband, Tom Roe, wept.", "Ann Doe", "spouse", "Tom Roe"),
        ("Ann sang. Her husband, the investor Tom Roe, wept.", "Ann Doe", "spouse", "Tom Roe"),
        ("Tom Roe and his wife, Ann Doe, sang.", "Tom Roe", "spouse", "Ann Doe"),
        ("Ann Doe is married to Tom Roe.", "Ann Doe", "spouse", "Tom Roe"),
        (
            "Ann sang. Her ex-husband Tom Roe wept.",
            "Ann Doe",
            "relationship",
            "formerly married to Tom Roe",
        ),
        (
            "Ann sang. Her late husband, Tom Roe, wept.",
            "Ann Doe",
            "relationship",
            "widowed of Tom Roe",
        ),
        ("Ann sang. Her glazier husband Tom Roe wept.", "Ann Doe", "spouse", "Tom Roe"),
        ("Ann sang. Her husband, glass blower Tom Roe, wept.", "Ann Doe", "spouse", "Tom Roe"),
        (
            "Ann sang. Her partner of ten years, the glazier Tom Roe, wept.",
            "Ann Doe",
            "relationship",
            "partner of Tom Roe",
        ),
        ("Ann Doe has married the glazier Tom Roe.", "Ann Doe", "spouse", "Tom Roe"),
        ("Ann Doe has tied the knot with Tom Roe.", "Ann Doe", "spouse", "Tom Roe"),
        ("Ann Doe, 41, wed glazier Tom Roe, 40.", "Ann Doe", "spouse", "Tom Roe"),
        ("Ann sang. Her husband, the Rev Tom Roe, wept.", "Ann Doe", "spouse", "Tom Roe"),
        (
            "Tom married his fourth wife, 29-year-old glazier Ann Doe.",
            "Tom Roe",
            "spouse",
            "Ann Doe",
        ),
        ("Ann is engaged to Tom Roe.", "Ann Doe", "relationship", "engaged to Tom Roe"),
        ("Ann sang. Her brother Tom Roe wept.", "Tom Roe", "relationship", "brother of Ann Doe"),
        ("Ann sang. Her son, Tom Roe, wept.", "Ann Doe", "child", "Tom Roe"),
        ("Tom Roe, the son of Ann Doe, wept.", "Ann Doe", "child", "Tom Roe"),
    ],
)
def test_ties(text, subject, attribute, value, facts_of):
    facts = [f for f in facts_of(text, PAIR) if f.attribute not in ("role", "age")]
    assert [(f.subject, f.attribute, f.value) for f in facts] == [(subject, attribute, value)]


def test_a_friend_of_the_husband_is_no_husband(facts_of):
    assert facts_of("Ann sang. Her husband, Tom Roe's friend, wept.", PAIR) == []


def test_a_split_that_is_spoken_of_may_be_long_ago(facts_of):
    assert _values(facts_of("Tom Roe sang of his split from Ann Doe.", PAIR), "relationship") == []


def test_a_wedding_is_of_its_day(facts_of):
    told = facts_of("In 2003 Ann Doe married Tom Roe.", PAIR)
    (fact,) = [f for f in told if f.attribute == "spouse"]
    assert (fact.as_of_earliest, fact.as_of_latest) == ("2003-01-01", "2003-12-31")


def test_whose_wife_the_words_beside_say(facts_of):
    """The pronoun was taken for another man's."""
    people = {**PAIR, "Bob Low": ()}
    facts = facts_of("Tom Roe met Bob Low, also a pilot, and his wife, Ann Doe.", people)
    assert _values(facts, "spouse") == [("Bob Low", "Ann Doe")]


def test_the_only_woman_named_is_the_mother(facts_of):
    """A byline names nobody in the story, and a man is no mother."""
    text = (
        "By MAY LOW\n\nAnn Doe sang with Tom Roe, and he wept.\n\nThe mother of three, 46, bowed."
    )
    facts = facts_of(text, {"Ann Doe": (), "Tom Roe": ("he",), "MAY LOW": ()})
    assert _values(facts, "children") == [("Ann Doe", "3")]
    assert _values(facts, "age") == [("Ann Doe", "46")]


FAMILY = {**PAIR, "Ambry": (), "Lin": (), "Ada Quill": ()}


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("Ann Doe has a son, Ambry, 12.", [("Ann Doe", "Ambry")]),
        ("Ann Doe had her first child, a boy named Ambry, on Friday.", [("Ann Doe", "Ambry")]),
        ("Her mother, the judge Ada Quill, sang with Ann Doe.", [("Ada Quill", "Ann Doe")]),
        (
            "Ann Doe married Tom Roe in 2003. Ann Doe and Tom Roe sang. Their children, Ambry, 6, "
            "and Lin stood by.",
            [("Ann Doe", "Ambry"), ("Ann Doe", "Lin"), ("Tom Roe", "Ambry"), ("Tom Roe", "Lin")],
        ),
        (
            "Ann Doe and her two children — Ambry, 6; and Lin, 4 — sang.",
            [("Ann Doe", "Ambry"), ("Ann Doe", "Lin")],
        ),
        # Two who were only named together need not be the parents.
        ("Ann Doe met Tom Roe. Their children, Ambry and Lin, sang.", []),
    ],
)
def test_children_by_name(text, children, facts_of):
    assert _values(facts_of(text, FAMILY), "child") == children


def test_children_of_several_marriages_are_all(facts_of):
    """From two marriages is all of them; from the first one is not."""
    assert _values(facts_of("She has four children from two marriages.", PAIR), "children") == [
        ("Ann Doe", "4")
    ]


def test_two_who_married_and_have_children_both_have_them(facts_of):
    text = "Ms Doe, 41, and Mr Roe married in July 2003 and have two children, Ambry, 8, and Lin."
    facts = facts_of(text, FAMILY)
    assert _values(facts, "children") == [("Ann Doe", "2"), ("Tom Roe", "2")]
    assert ("Ann Doe", "Lin") in _values(facts, "child")


def test_a_son_of_his_fathers_name_is_no_half_a_name(facts_of):
    """ "Jr." belongs to the name before it."""
    text = "Tom Roe has two children: Tom Roe, Jr., 12, and Lin, 9."
    facts = facts_of(text, {"Tom Roe": ()})
    assert _values(facts, "child") == [("Tom Roe", "Lin"), ("Tom Roe", "Tom Roe, Jr.")]


def test_a_comma_may_open_another_clause(facts_of):
    """Beloved by her husband is Ann Doe, who is not he."""
    people = {"Ada Quill": ("her",), "Ann Doe": ()}
    assert (
        _values(
            facts_of("Beloved by her husband, Ann Doe was not loved by others.", people), "spouse"
        )
        == []
    )


def test_a_sister_of_a_speech_is_no_sister(facts_of):
    """ "My dear sister" is said to anybody."""
    assert _values(facts_of("Tom Roe sang of his dear sister Ann Doe.", PAIR), "relationship") == []


def test_the_parents_of_a_third_child_are_two(facts_of):
    text = "Ann Doe and her glazier husband Tom Roe have become parents for the third time."
    assert _values(facts_of(text, PAIR), "children") == [("Ann Doe", "3"), ("Tom Roe", "3")]


def test_a_couple_that_parts_has_the_children_that_are_named(facts_of):
    text = (
        "Ann Doe, the judge whose novel about a lighthouse was burned by its keeper last year, and "
        "Tom Roe, the glazier, are to divorce. The couple's daughters, Ambry, 13, and Lin, nine, "
        "stay with her."
    )
    facts = facts_of(text, FAMILY)
    assert _values(facts, "children") == [("Ann Doe", "2"), ("Tom Roe", "2")]
    assert ("Tom Roe", "Ambry") in _values(facts, "child")


def test_one_of_two_may_have_other_daughters(facts_of):
    """ "His daughters" are those of whom he speaks."""
    assert _values(facts_of("His daughters, Ambry, 13, and Lin, sing.", FAMILY), "children") == []


def test_a_couple_has_a_son(facts_of):
    text = "Ann Doe and Tom Roe were married in 2003. They have a son, Lin, who sings."
    assert _values(facts_of(text, FAMILY), "child") == [("Ann Doe", "Lin"), ("Tom Roe", "Lin")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann sang. Her husband, who met Tom Roe, wept.",
        "Ann Doe is married to Roe CEO Bob Low.",
        "Her husband, former Roe aide Bob Low, wept.",
    ],
)
def test_a_name_in_a_clause_about_the_husband_is_not_his(text, facts_of):
    assert _values(facts_of(text, PAIR), "spouse") == []


def test_a_child_of_three_years_has_that_age(facts_of):
    text = "Ann Doe has a three-year-old son, Lin."
    assert _values(facts_of(text, FAMILY), "age") == [("Lin", "3")]


def test_of_two_the_one_named_before_has_the_age(facts_of):
    text = "Ann Doe gave birth on Sunday. The 41-year-old and her husband, Tom Roe, called him Lin."
    assert _values(facts_of(text, FAMILY), "age") == [("Ann Doe", "41")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tom Roe and his wife, the judge Ann Doe, left.", ("Tom Roe", "spouse", "Ann Doe")),
        (
            "Ann Doe, Tom Roe's first wife, left.",
            ("Tom Roe", "relationship", "formerly married to Ann Doe"),
        ),
        (
            "Tom Roe has a son from his first marriage, to the judge Ann Doe.",
            ("Tom Roe", "relationship", "formerly married to Ann Doe"),
        ),
        (
            "He spoke of his marriage to the judge Ann Doe, which ended in 2009, as Tom Roe does.",
            ("Tom Roe", "relationship", "formerly married to Ann Doe"),
        ),
    ],
)
def test_ties_told_between_two_names(text, told, facts_of) -> None:
    """A wife behind "and", a first wife behind a comma, a marriage that is over."""
    facts = facts_of(text, {"Tom Roe": ("Tom Roe", "his"), "Ann Doe": ("Ann Doe",)})
    assert told in {(f.subject, f.attribute, f.value) for f in facts}


@pytest.mark.parametrize("which", ["", "second "])
def test_a_marriage_that_lasts_is_no_former_one(which, facts_of) -> None:
    """ "His marriage to Ann Doe" alone does not say that it is over, nor does a second one."""
    facts = facts_of(
        f"He spoke of his {which}marriage to Ann Doe. Tom Roe did.",
        {"Tom Roe": ("Tom Roe", "his"), "Ann Doe": ("Ann Doe",)},
    )
    assert not [f for f in facts if f.value.startswith("formerly")]


def test_the_mother_beside_whom_a_man_stands_is_not_he(facts_of) -> None:
    """ "Tom Roe, 47, and the mother of three met": three are hers."""
    facts = facts_of("Tom Roe, 47, and the mother of three met in May.", {"Tom Roe": ("Tom Roe",)})
    assert not [f for f in facts if f.attribute == "children"]


def test_a_birth_counts_the_children(facts_of) -> None:
    """ "Has had a baby boy, her third child"."""
    facts = facts_of("Ann Doe has had a baby boy, her third child.", {"Ann Doe": ("Ann Doe",)})
    assert ("children", "3") in {(f.attribute, f.value) for f in facts}


def test_ages_without_names_are_of_children_in_order(facts_of) -> None:
    """Children whom the article does not name keep their places in the row."""
    text = "Ann Doe and Tom Roe were married in 2008. They have two children, aged nine and four."
    facts = facts_of(text, {"Ann Doe": ("Ann Doe",), "Tom Roe": ("Tom Roe",)})
    ages = {(f.subject, f.value) for f in facts if f.attribute == "age"}
    assert ages == {("child 1 of 2 of Ann Doe", "9"), ("child 2 of 2 of Ann Doe", "4")}


def test_the_eldest_is_told_as_such(facts_of) -> None:
    """ "Her eldest, now 13," is one whom other articles may name."""
    facts = facts_of("Ann Doe came. Her eldest, now 13, read.", {"Ann Doe": ("Ann Doe", "Her")})
    assert ("the eldest child of Ann Doe", "13") in {(f.subject, f.value) for f in facts}


def test_two_who_were_married_have_children_still(facts_of) -> None:
    """ "His former wife, Ann Doe, came with their two children"."""
    facts = facts_of(
        "Tom Roe cooked. His former wife, Ann Doe, came with their two children.",
        {"Tom Roe": ("Tom Roe", "His"), "Ann Doe": ("Ann Doe",)},
    )
    told = {(f.subject, f.value) for f in facts if f.attribute == "children"}
    assert told == {("Tom Roe", "2"), ("Ann Doe", "2")}
