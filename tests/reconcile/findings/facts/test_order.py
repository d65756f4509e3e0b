"""Steps of a tie in an order that no life allows are a conflict; second weddings are none."""

from typing import Any

import pytest

ANN, TOM = "Ann Doe", "Tom Roe"


def _told(world: Any, *told: tuple[str, str, str, str]) -> list[Any]:
    """Findings about Ann Doe, of whom articles of (outlet, day) give (attribute, value)."""
    world.entity(ANN)
    for outlet, day, attribute, value in told:
        article = world.article(outlet, day, f"{ANN} is in the news: {attribute} {value}.")
        world.fact(article, ANN, attribute, value, f"{attribute} {value}")
    return [f for f in world.findings() if f.kind == "conflict"]


CANNOT_BE = {
    "married before they met": [
        ("Courier", "2018-05-02", "marriage_date", "2009"),
        ("Herald", "2018-06-02", "meeting_date", "2012"),
    ],
    "told as married before they met": [
        ("Courier", "2010-05-02", "spouse", TOM),
        ("Herald", "2018-06-02", "meeting_date", "2012"),
    ],
    "divorced before the wedding": [
        ("Courier", "2018-05-02", "divorce_date", "2011-03"),
        ("Herald", "2018-06-02", "marriage_date", "2012-06-01"),
    ],
    "told as divorced before the wedding": [
        ("Courier", "2011-05-02", "relationship", f"divorced from {TOM}"),
        ("Herald", "2018-06-02", "marriage_date", "2012-06-01"),
    ],
    "told as estranged before the wedding": [
        ("Courier", "2011-05-02", "relationship", f"estranged from {TOM}"),
        ("Herald", "2018-06-02", "marriage_date", "2012-06-01"),
    ],
    "engaged after the wedding": [
        ("Courier", "2018-05-02", "engagement_date", "2014"),
        ("Herald", "2018-06-02", "marriage_date", "2012"),
    ],
    "told as engaged after the wedding": [
        ("Courier", "2016-05-02", "relationship", f"engaged to {TOM}"),
        ("Herald", "2018-06-02", "marriage_date", "2012"),
    ],
    "told as engaged after being told as married": [
        ("Courier", "2012-05-02", "spouse", TOM),
        ("Herald", "2014-06-02", "relationship", f"engaged to {TOM}"),
    ],
    "apart before the wedding": [
        ("Courier", "2018-05-02", "separation_date", "2011"),
        ("Herald", "2018-06-02", "marriage_date", "2012"),
    ],
    "a wedding of a child": [
        ("Courier", "2018-05-02", "birth_date", "2001-03-02"),
        ("Herald", "2018-06-02", "marriage_date", "2009"),
    ],
    "a wedding after the death": [
        ("Courier", "2018-05-02", "death_date", "2011-03-02"),
        ("Herald", "2018-06-02", "marriage_date", "2012"),
    ],
}


@pytest.mark.parametrize("told", CANNOT_BE.values(), ids=CANNOT_BE)
def test_what_cannot_be_is_one_conflict(world: Any, told: Any) -> None:
    (found,) = _told(world, *told)
    assert (found.subject, len(found.evidence)) == (ANN, 2)


CAN_BE = {
    "the common order": [
        ("Courier", "2018-05-02", "meeting_date", "2007"),
        ("Courier", "2018-05-02", "engagement_date", "2008"),
        ("Herald", "2018-06-02", "marriage_date", "2009"),
        ("Packet", "2018-06-03", "divorce_date", "2015"),
        ("Gazette", "2018-06-04", "relationship", f"divorced from {TOM}"),
    ],
    "all within one year": [
        ("Courier", "2018-05-02", "meeting_date", "2009"),
        ("Herald", "2018-06-02", "marriage_date", "2009"),
    ],
    "a second husband": [
        ("Courier", "2011-05-02", "relationship", "divorced from Ivo Venn"),
        ("Herald", "2014-06-02", "spouse", TOM),
        ("Packet", "2013-06-02", "relationship", f"engaged to {TOM}"),
    ],
    "divorced, and engaged to another": [
        ("Courier", "2010-05-02", "spouse", "Ivo Venn"),
        ("Herald", "2014-06-02", "relationship", f"engaged to {TOM}"),
    ],
    "dating a former husband": [
        ("Courier", "2011-05-02", "relationship", f"divorced from {TOM}"),
        ("Herald", "2014-06-02", "relationship", f"dating {TOM}"),
    ],
}


@pytest.mark.parametrize("told", CAN_BE.values(), ids=CAN_BE)
def test_what_can_be_is_none(world: Any, told: Any) -> None:
    assert _told(world, *told) == []


def test_the_sum_is_told_in_words(world: Any) -> None:
    """Both rows with their outlets, and why they cannot go together."""
    (found,) = _told(world, *CANNOT_BE["married before they met"])
    assert found.explanation == (
        "Ann Doe: married in 2009 (Courier, 2 May 2018); met in 2012 (Herald, 2 June 2018). Nobody "
        "marries somebody they have not met. The two cannot both be right."
    )


def test_words_of_a_second_time_are_no_conflict(world: Any) -> None:
    """Who marries the same person again was divorced before the wedding."""
    world.entity(ANN)
    one = world.article("Courier", "2018-05-02", f"{ANN} was divorced in 2011.")
    world.fact(one, ANN, "divorce_date", "2011", "divorced in 2011")
    other = world.article("Herald", "2018-06-02", f"{ANN} and Tom Roe married again in 2012.")
    world.fact(other, ANN, "marriage_date", "2012", "married again in 2012")
    assert [f for f in world.findings() if f.kind == "conflict"] == []


def test_a_couple_is_told_of_once(world: Any) -> None:
    """The same words date a step for both; the finding is about both."""
    ids = (world.entity(ANN), world.entity(TOM))
    one = world.article("Courier", "2018-05-02", f"{ANN} and {TOM} met in 2012.")
    other = world.article("Herald", "2018-06-02", f"{ANN} and {TOM} wed in 2009.")
    for name in (ANN, TOM):
        world.fact(one, name, "meeting_date", "2012", "met in 2012")
        world.fact(other, name, "marriage_date", "2009", "wed in 2009")
    found = {f.finding_id: f for f in world.findings() if f.kind == "conflict"}
    assert [f.about for f in found.values()] == [tuple(sorted(ids))]


def test_two_weddings_of_one_person_are_no_conflict(world: Any) -> None:
    """Who married twice has two wedding days, one with each."""
    for name in (ANN, TOM, "Ivo Venn"):
        world.entity(name)
    one = world.article("Courier", "2018-05-02", f"{ANN} wed {TOM} in 1940.")
    other = world.article("Herald", "2018-06-02", f"{ANN} wed Ivo Venn in 1967.")
    for name in (ANN, TOM):
        world.fact(one, name, "marriage_date", "1940", "in 1940")
    for name in (ANN, "Ivo Venn"):
        world.fact(other, name, "marriage_date", "1967", "in 1967")
    assert [f for f in world.findings() if f.kind == "conflict"] == []
