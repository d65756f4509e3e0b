"""One post, two holders at a time."""

from typing import Any

import pytest

SINCE = "Ida Lorne, who has been principal at Quill Racing since the spring of 2018, agreed."


def _found(world: Any, day: str, value: str, since: str = SINCE) -> list[Any]:
    for name in ("Ida Lorne", "Bo Tarn"):
        world.entity(name)
    one = world.article("Courier", "2019-09-17", since)
    words = "Ida Lorne, who has been principal at Quill Racing"
    world.fact(one, "Ida Lorne", "role", "principal at Quill Racing", words)
    other = world.article("Herald", day, f"Bo Tarn, {value}, said no.")
    world.fact(other, "Bo Tarn", "role", value, f"Bo Tarn, {value}")
    return [f for f in world.findings() if f.kind == "conflict"]


def test_a_holder_inside_the_time_of_another(world: Any) -> None:
    """Both are named, with since when."""
    (found,) = _found(world, "2018-11-20", "principal of Quill Racing")
    assert found.attribute == "role"
    assert "since the spring of 2018 (Courier, 17 September 2019)" in found.explanation
    assert "Bo Tarn: principal of Quill Racing (Herald, 20 November 2018)" in found.explanation


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2018-07-02", "principal of Quill Racing"),
        ("2019-11-20", "principal of Quill Racing"),
        ("2018-11-20", "former principal of Quill Racing"),
        ("2018-11-20", "deputy principal of Quill Racing"),
        ("2018-11-20", "principal of Marl College"),
        ("2018-11-20", "driver of Quill Racing"),
    ],
)
def test_before_after_beside_and_elsewhere_are_none(world: Any, day: str, value: str) -> None:
    """Within weeks of the change, after it, a deputy, another body, a post of many."""
    assert _found(world, day, value) == []


def test_without_a_beginning_nobody_is_in_the_way(world: Any) -> None:
    """Who is told as principal a year later may have begun in between."""
    since = "Ida Lorne, who has been principal at Quill Racing, agreed."
    assert _found(world, "2018-11-20", "principal of Quill Racing", since) == []


def _one_after_another(world: Any, *told: tuple[str, str, str]) -> list[Any]:
    for day, name, value in told:
        world.entity(name)
        article = world.article("Courier", day, f"{name}, {value}, said no.")
        world.fact(article, name, "role", value, f"{name}, {value}")
    return [f for f in world.findings() if f.kind == "overtaken"]


def test_who_is_told_to_hold_it_later_overtakes_the_first(world: Any) -> None:
    """Both are named; where the body is makes no other body."""
    (found,) = _one_after_another(
        world,
        ("2014-03-01", "Ida Lorne", "conductor of the Orr Choir in Marl"),
        ("2019-05-02", "Bo Tarn", "conductor of the Orr Choir"),
    )
    assert (found.subject, found.attribute) == ("Ida Lorne", "role")
    assert "Later Bo Tarn is told to be that" in found.explanation


@pytest.mark.parametrize(
    ("day", "name", "value"),
    [
        ("2014-04-02", "Bo Tarn", "conductor of the Orr Choir"),
        ("2019-05-02", "Bo Tarn", "assistant conductor of the Orr Choir"),
        ("2019-05-02", "Bo Tarn", "youth conductor of the Orr Choir"),
        ("2019-05-02", "Bo Tarn", "conductor of the Lea Band"),
        ("2019-05-02", "Bo Tarn", "tenor of the Orr Choir"),
    ],
)
def test_soon_beside_and_elsewhere_overtake_nothing(
    world: Any, day: str, name: str, value: str
) -> None:
    """Within weeks, a second, one of several, another body, a place of many."""
    first = ("2014-03-01", "Ida Lorne", "conductor of the Orr Choir")
    assert _one_after_another(world, first, (day, name, value)) == []


def test_who_holds_it_again_is_not_overtaken(world: Any) -> None:
    """Only who stood in between is."""
    found = _one_after_another(
        world,
        ("2014-03-01", "Ida Lorne", "conductor of the Orr Choir"),
        ("2016-05-02", "Bo Tarn", "conductor of the Orr Choir"),
        ("2019-05-02", "Ida Lorne", "conductor of the Orr Choir"),
    )
    assert [f.subject for f in found] == ["Bo Tarn"]
