"""Ages and dates of birth: the arithmetic of conflicts, and its words."""

from typing import Any


def _ages(world: Any, *told: tuple[str, str | None, str]) -> list[Any]:
    """Findings about a child whose age each (outlet, day, age) gives."""
    world.entity("Ivo Venn")
    for outlet, day, age in told:
        text = f"Ivo Venn, {age}, carried the lantern."
        article = world.article(outlet, day, text)
        world.fact(article, "Ivo Venn", "age", age, f"Ivo Venn, {age}")
    return world.findings()


def test_two_ages_that_cannot_both_be_right_are_shown_with_the_sum(world: Any) -> None:
    """The explanation says from which days each age makes the birth."""
    (found,) = _ages(world, ("Courier", "2015-05-02", "9"), ("Herald", "2019-04-20", "11"))
    assert (found.kind, found.subject, found.attribute) == ("conflict", "Ivo Venn", "age")
    assert found.explanation == (
        "Ivo Venn: aged nine (Courier, 2 May 2015), so born between 3 May 2005 and 2 May 2006; "
        "aged eleven (Herald, 20 April 2019), so born between 21 April 2007 and 20 April 2008; "
        "the two cannot both be right."
    )
    assert len(found.evidence) == 2


def test_ages_that_can_all_be_right_are_no_finding(world: Any) -> None:
    """A birthday between two articles explains two ages."""
    assert _ages(world, ("Courier", "2015-05-02", "9"), ("Herald", "2015-05-20", "10")) == []


def test_the_odd_one_out_is_named_but_not_called_wrong(world: Any) -> None:
    """One finding for one disagreement, with all rows as evidence."""
    found, agreeing = _ages(
        world,
        ("Courier", "2015-05-02", "9"),
        ("Packet", "2017-05-20", "11"),
        ("Gazette", "2019-04-18", "13"),
        ("Herald", "2019-04-20", "11"),
    )
    assert len(found.evidence) == 4
    assert "stands alone is Herald, 20 April 2019" in found.explanation
    assert "wrong" not in found.explanation
    assert (agreeing.kind, len(agreeing.evidence)) == ("agreement", 3)


def test_an_article_does_not_agree_with_itself(world: Any) -> None:
    """What one article says twice is not what others say."""
    world.entity("Ivo Venn")
    twice = world.article("Herald", "2019-04-20", "Ivo Venn, 11, sang. Venn is 11.")
    world.fact(twice, "Ivo Venn", "age", "11", "Ivo Venn, 11")
    world.fact(twice, "Ivo Venn", "age", "11", "Venn is 11")
    for day, age in (("2015-05-02", "9"), ("2017-05-20", "11")):
        article = world.article(f"Outlet {day}", day, f"Ivo Venn, {age}, sang.")
        world.fact(article, "Ivo Venn", "age", age, f"Ivo Venn, {age}")
    found = next(f for f in world.findings() if f.kind == "conflict")
    assert found.explanation.count("fits what others say") == 1
    assert "stands alone is Herald" in found.explanation


def test_an_age_that_fits_both_speaks_for_neither(world: Any) -> None:
    """Who is 52 on one day and 51 on the next contradicts herself; who was 51 the days before fits
    both, and is not told as one that bears the first out."""
    found = next(
        finding
        for finding in _ages(
            world,
            ("Courier", "2016-05-03", "51"),
            ("Packet", "2016-05-04", "51"),
            ("Gazette", "2016-05-05", "52"),
            ("Herald", "2016-05-06", "51"),
        )
        if finding.kind == "conflict"
    )
    assert "What others say fits both (Courier, 3 May 2016; Packet, 4 May 2016)" in (
        found.explanation
    )
    assert "fits what others" not in found.explanation and "alone" not in found.explanation


def test_an_undated_article_without_bounds_is_no_evidence(world: Any) -> None:
    """An age on no day says nothing."""
    assert _ages(world, ("Courier", None, "9"), ("Herald", "2019-04-20", "11")) == []


def test_an_age_against_a_date_of_birth(world: Any) -> None:
    """A birth date and an age bound the same day."""
    world.entity("Ivo Venn")
    one = world.article("Courier", "2015-05-02", "Ivo Venn was born on 4 June 2001.")
    world.fact(one, "Ivo Venn", "birth_date", "2001-06-04", "born on 4 June 2001")
    other = world.article("Herald", "2015-05-03", "Ivo Venn, 9, sang.")
    world.fact(other, "Ivo Venn", "age", "9", "Ivo Venn, 9")
    (found,) = world.findings()
    assert found.attribute == "birth_date"
    assert "born on 4 June 2001 (Courier, 2 May 2015)" in found.explanation


def test_two_days_of_death(world: Any) -> None:
    """Two days of death of one person cannot both be right."""
    world.entity("Ivo Venn")
    for outlet, day in (("Courier", "1998-02-03"), ("Herald", "1999-02-03")):
        article = world.article(outlet, "2015-05-02", f"Ivo Venn died on {day}.")
        world.fact(article, "Ivo Venn", "death_date", day, f"died on {day}")
    (found,) = world.findings()
    assert (found.kind, found.attribute) == ("conflict", "death_date")


def test_an_age_with_no_name_beside_it_starts_no_conflict(world: Any) -> None:
    """Whose age "the 46-year-old" gives was itself concluded from the text."""
    world.entity("Ivo Venn")
    for outlet, day, age, words in (
        ("Courier", "2015-05-02", "9", "Ivo Venn, 9"),
        ("Herald", "2019-04-20", "46", "the 46-year-old"),
    ):
        article = world.article(outlet, day, f"They asked {words}, who laughed.")
        world.fact(article, "Ivo Venn", "age", age, words)
    assert world.findings() == []
