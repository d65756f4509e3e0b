"""Nobody is quoted after death, unless the words are old or the day is not told."""

from typing import Any

import pytest


def _findings(
    world: Any, said: str | None, died: str = "2016-03-04", told: str = "2016-03-06"
) -> list[Any]:
    world.entity("Una Vale")
    first = world.article("Courier", told, "Una Vale died.")
    world.fact(first, "Una Vale", "death_date", died, "Una Vale died")
    later = world.article("Herald", "2016-05-20", "“It leaks,” Una Vale said.")
    world.says(
        later, "Una Vale", "It leaks", source_text="Una Vale",
        said_earliest=said, said_latest="2016-05-20",
    )  # fmt: skip
    return [f for f in world.findings() if f.kind == "conflict"]


def test_words_dated_after_a_death_are_a_question(world: Any) -> None:
    """Both days are shown, and how it can be."""
    (found,) = _findings(world, "2016-05-18")
    assert found.attribute == "death_date"
    assert "died on 4 March 2016" in found.explanation
    assert "between 18 May 2016 and 20 May 2016" in found.explanation


@pytest.mark.parametrize("said", [None, "2016-02-01", "2016-03-04", "2016-03-06"])
def test_old_words_and_words_without_a_day_are_none(world: Any, said: str | None) -> None:
    """A quotation may be older than the article; a day or two is the day of telling."""
    assert _findings(world, said) == []


def test_a_death_told_by_the_year_leaves_its_days_open(world: Any) -> None:
    """Died in 2016: words of May 2016 can be of before."""
    assert _findings(world, "2016-05-18", died="2016", told="2017-03-06") == []


def test_who_is_told_as_dead_has_died_by_then(world: Any) -> None:
    """Whatever else is left open of the day."""
    (found,) = _findings(world, "2016-05-18", died="2016")
    assert "died between 1 January 2016 and 6 March 2016" in found.explanation


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Una Vale rose. “It leaks,” Una Vale said.", "Una Vale", 1),
        ("Una Vale rose. “It leaks,” Vale said.", "Vale", 1),
        # The surname alone may be a relative's; so may a pronoun.
        ("“It leaks,” Vale said.", "Vale", 0),
        ("Una Vale is mourned by Ivo Vale. “It leaks,” Vale said.", "Vale", 0),
        ("Una Vale is mourned by Ivo Vale. “It leaks,” she said.", "she", 0),
        ("“It leaks,” his mother Una Vale said.", "his mother Una Vale", 1),
        ("“It leaks,” said Una Vale’s mother.", "Una Vale’s mother", 0),
        ("“It leaks,” said the mother of Una Vale.", "the mother of Una Vale", 0),
    ],
)
def test_a_surname_is_no_speaker(world: Any, text: str, source: str, found: int) -> None:
    """Words of a mother who bears the name are not those of the dead."""
    world.entity("Una Vale")
    first = world.article("Courier", "2016-03-06", "Una Vale died.")
    world.fact(first, "Una Vale", "death_date", "2016-03-04", "Una Vale died")
    later = world.article("Herald", "2016-05-20", text)
    world.says(
        later, "Una Vale", "It leaks", source_text=source,
        said_earliest="2016-05-18", said_latest="2016-05-18",
    )  # fmt: skip
    assert len([f for f in world.findings() if f.kind == "conflict"]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ivo’s dad Una Vale told the Herald last week: “It leaks,”", 1),
        ("Una Vale told the Herald: “It leaks,”", 0),
    ],
)
def test_last_week_of_a_page_that_came_out_long_after(world: Any, text: str, found: int) -> None:
    """Words without a day of their own count where they say that they are new."""
    world.entity("Una Vale")
    first = world.article("Courier", "2016-03-06", "Una Vale died.")
    world.fact(first, "Una Vale", "death_date", "2016-03-04", "Una Vale died")
    later = world.article("Herald", "2018-05-20", text)
    cue = (text.index("told"), text.index("told") + 4)
    source = text[: cue[0]].strip()
    world.says(later, "Una Vale", "It leaks", source_text=source, cue=(cue,))
    assert len([f for f in world.findings() if f.kind == "conflict"]) == found
