"""Denials of a report as a whole."""

from typing import Any

import pytest

from reportedly.reconcile.findings.rebuttals import rebuttals

LEAD = "Bo Tarn has moved out of the house on the quay"
DENIAL = "Their spokeswoman, Ida Lorne, denied the report."


@pytest.mark.parametrize(
    "text",
    [DENIAL, "Ms Lorne's office rejected the claim.", "He dismissed the magazine's story."],
)
def test_who_denies_a_report_is_found(text: str) -> None:
    """Whatever the report said."""
    assert rebuttals(text) == [(0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The court dismissed the claim.",
        "He denied the claim that the pier was for sale.",
        "She claims the report is late.",
    ],
)
def test_what_is_no_denial_as_a_whole(text: str) -> None:
    """Courts decide; a claim that is told is compared by its words elsewhere."""
    assert rebuttals(text) == []


def test_the_report_and_its_denial_stand_side_by_side(world: Any) -> None:
    """What was told last, the sentence that denies it, and the words that follow."""
    for name in ("Bo Tarn", "Ida Lorne"):
        world.entity(name)
    words = "“Nobody has moved,”"
    text = f"{LEAD}, according to a friend.\n\n{DENIAL} {words} she told the Echo."
    article = world.article("Echo", "2016-11-03", text)
    world.says(article, None, LEAD, mode="indirect", source=((50, 60),))
    world.says(article, "Ida Lorne", words)
    (found,) = world.findings()
    shown = [text[slice(*e.span)] for e in found.evidence]
    assert (found.kind, shown) == ("conflict", [LEAD, DENIAL, words])


def test_nobody_denies_their_own_words(world: Any) -> None:
    """Where the one who denies spoke last, it is not known what is denied."""
    world.entity("Ida Lorne")
    said = "The house on the quay was never sold"
    text = f"{said}, Ida Lorne said.\n\nIda Lorne denied the report."
    article = world.article("Echo", "2016-11-03", text)
    world.says(article, "Ida Lorne", said, mode="indirect", source=((38, 47),))
    assert world.findings() == []
