"""What is told of somebody and what they say they did not do stand beside each other."""

from typing import Any

import pytest


def _conflicts(world: Any, told: str, denied: str, speaker: str | None, **more: Any) -> list[Any]:
    for name in ("Ann Doe", "Tom Roe"):
        world.entity(name)
    early = world.article("Herald", "2019-05-03", f"{told}, a neighbour said.")
    world.says(early, None, told, mode="indirect", source_text="a neighbour")
    late = world.article("Courier", "2019-05-06", f"{speaker or 'Her spokeswoman'} spoke: {denied}")
    world.says(late, speaker, denied, **more)
    return [f for f in world.findings() if f.kind == "conflict"]


@pytest.mark.parametrize(
    ("told", "denied", "speaker"),
    [
        ("Ann Doe promised Tom Roe the old mill", "I never promised Tom Roe the mill.", "Ann Doe"),
        ("Tom Roe threw a pan at a waiter", "I didn’t throw a pan at anybody.", "Tom Roe"),
        ("Tom Roe threw a pan at a waiter", "At no time did I throw a pan.", "Tom Roe"),
        ("The label dropped Ann Doe in March", "Ann Doe was not dropped by any label.", None),
    ],
)
def test_one_says_it_was_done_the_other_that_it_was_not(
    world: Any, told: str, denied: str, speaker: str | None
) -> None:
    """By themselves, or by who speaks for them; in the active and the passive."""
    (found,) = _conflicts(world, told, denied, speaker)
    assert {e.article_id for e in found.evidence} == {"a0", "a1"}
    assert (told.split()[-1] in found.explanation and "not" in found.explanation) or speaker


@pytest.mark.parametrize(
    ("told", "denied", "speaker"),
    [
        # Another thing, another person, a thought, another time, another verb.
        ("Ann Doe signed the letter", "I did not sign the petition.", "Ann Doe"),
        ("Tom Roe shouted at Ann Doe", "I did not shout at anyone.", "Ann Doe"),
        ("Ann Doe might have sold her shares", "I did not sell my shares.", "Ann Doe"),
        ("Ann Doe sold her shares", "I would never have sold my shares.", "Ann Doe"),
        ("Ann Doe bought shares in the mill", "I do not know the mill.", "Ann Doe"),
    ],
)
def test_what_does_not_answer_it(world: Any, told: str, denied: str, speaker: str) -> None:
    assert _conflicts(world, told, denied, speaker) == []


def test_a_report_of_years_before_is_not_answered(world: Any) -> None:
    """Who did not throw it this time may have thrown another."""
    world.entity("Tom Roe")
    early = world.article("Herald", "2015-05-03", "Tom Roe threw a pan at a waiter, a cook said.")
    world.says(early, None, "Tom Roe threw a pan at a waiter", mode="indirect")
    late = world.article(
        "Courier", "2019-05-06", "“I didn’t throw a pan at anybody,” said Tom Roe."
    )
    world.says(late, "Tom Roe", "I didn’t throw a pan at anybody")
    assert [f for f in world.findings() if f.kind == "conflict"] == []
