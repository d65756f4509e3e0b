"""Days and numbers in words say no more than they know."""

from reportedly.show.web import wording


def test_facts_in_words() -> None:
    """Dates among the values are written as dates, and an open day is not called a day."""
    assert wording.value("birth_date", "1974-02-03") == "3 February 1974"
    assert wording.value("children", "2003") == "2003"
    assert wording.as_of("2018", "2018") == "as of 2018"
    assert wording.as_of("2018-06-07", "2018-06-29") == "between 7 and 29 June 2018"


def test_counted() -> None:
    """One is singular, thousands are set apart."""
    assert wording.counted(1, "story", "stories") == "1 story"
    assert wording.counted(12_345, "article") == "12\u202f345 articles"


def test_other_names_are_told_once() -> None:
    """Neither the name itself nor a headline's capitals are another name."""
    aliases = ("QUILL", "Ada Quill", "Quill", "ADA QUILL", "Lady Quill")
    assert wording.other_names("Ada Quill", aliases) == ["Quill", "Lady Quill"]


def test_messages_become_sentences() -> None:
    """What the program says of an error begins and ends as a sentence does."""
    assert wording.sentence("no person 'x' here") == "No person 'x' here."
    assert wording.sentence("Is it open?") == "Is it open?"


def test_what_is_too_long_ends_with_one_ellipsis_behind_a_whole_word() -> None:
    """Also where the words that are left out follow an ellipsis; what fits stays as it is."""
    assert wording.short("The hall stays", 14) == "The hall stays"
    assert wording.short("The hall stays open", 14) == "The hall…"
    assert wording.short("“We stay,” … “We go”", 14) == "“We stay,”…"
    assert wording.short("x" * 20, 10) == "x" * 9 + "…"
    assert all(len(wording.short("a bc def ghij " * 3, n)) <= n for n in range(2, 30))
