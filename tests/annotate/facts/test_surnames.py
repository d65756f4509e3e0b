"""A surname that relatives share: ages go to whom the words mean."""


def _ages(facts):
    return {(f.subject, f.value) for f in facts if f.attribute == "age"}


def test_mrs_is_the_wife_and_not_her_husband(facts_of) -> None:
    """ "Mrs Roe, 29" beside "Tom Roe and his wife" is Ann Lee."""
    text = "Tom Roe and his wife, the actress Ann Lee, bought it. Mrs Roe, 29, told the mayor."
    facts = facts_of(text, {"Tom Roe": ("Tom Roe", "Roe"), "Ann Lee": ("Ann Lee",)})
    assert _ages(facts) == {("Ann Lee", "29")}


def test_a_child_called_by_its_given_name_is_no_bare_surname(facts_of) -> None:
    """Papers call the baby "Wim" and the father "Roe"."""
    text = "The driver Tom Roe held him.\nWim arrived on Friday. Wim Roe is fine. Roe, 35, wept."
    facts = facts_of(text, {"Tom Roe": ("Tom Roe",), "Wim Roe": ("Wim Roe", "Wim", "Roe")})
    assert _ages(facts) == {("Tom Roe", "35")}


def test_an_age_beside_the_name_outweighs_a_description(facts_of) -> None:
    """ "Tom Roe, 44, who directs the 36-year-old" is 44 alone."""
    text = "It is Tom Roe, 44, who directs. The 36-year-old laughed."
    people = {"Tom Roe": ("Tom Roe", "The 36-year-old")}
    assert _ages(facts_of(text, people)) == {("Tom Roe", "44")}


def test_mrs_whom_nothing_else_names_is_the_wife_of_the_only_one_who_has_one(facts_of) -> None:
    """The article's "Mrs Roe" stands alone, and one Roe has a wife, who kept her name."""
    text = "Tom Roe and his wife, the actress Ann Lee, bought it. Mrs Roe, 29, told the mayor."
    facts = facts_of(text, {"Tom Roe": ("Tom Roe",), "Ann Lee": ("Ann Lee",), "Roe": ("Roe",)})
    assert _ages(facts) == {("Ann Lee", "29")}
