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


def test_it_is_about_people_and_not_about_the_town(world: Any) -> None:
    """A place that the report names first gives the finding no heading."""
    world.entity("Gull Haven", "place")
    world.entity("Bo Tarn")
    lead = "In Gull Haven, neighbours have seen Bo Tarn carry boxes"
    text = f"{lead}, according to a friend.\n\n{DENIAL}"
    article = world.article("Echo", "2016-11-03", text)
    at = text.index("a friend")
    world.says(article, None, lead, mode="indirect", source=((at, at + 8),))
    (found,) = world.findings()
    assert found.subject == "Bo Tarn"


def test_nobody_denies_their_own_words(world: Any) -> None:
    """Where the one who denies spoke last, it is not known what is denied."""
    world.entity("Ida Lorne")
    said = "The house on the quay was never sold"
    text = f"{said}, Ida Lorne said.\n\nIda Lorne denied the report."
    article = world.article("Echo", "2016-11-03", text)
    world.says(article, "Ida Lorne", said, mode="indirect", source=((38, 47),))
    assert world.findings() == []


IDIOM = "But their spokeswoman, Ida Lorne, wasn’t having it."
SLEEPS = "Bo Tarn sleeps above the boatyard"


def _answered(world: Any, opening: str, between: str, report: str, answer: str) -> list[Any]:
    """What an article gives that opens so, passes on a report and has an answer."""
    for name in ("Bo Tarn", "Ida Lorne"):
        world.entity(name)
    text = f"{opening}\n\nAn insider tells Gleam: “{report}”.\n\n{between} “{answer}” she said."
    article = world.article("Echo", "2016-11-03", text)
    start = text.index("An insider")
    told = world.says(article, None, report, source=((start, start + 10),))
    world.hop(told, 1, "outlet", "Gleam")
    world.says(article, "Ida Lorne", answer)
    return [f for f in world.findings() if f.kind == "conflict"]


@pytest.mark.parametrize(
    ("opening", "between"),
    [
        ("Is it over at the boatyard?", IDIOM),
        ("Bo Tarn's wife has hit back at a report that he has moved out.", ""),
        ("Bo Tarn's agent has denied that the couple live apart.", ""),
    ],
)
def test_what_is_answered_in_other_words(world: Any, opening: str, between: str) -> None:
    """An insider's words that an article passes on, and the answer, though neither is negative."""
    answer = "Bo Tarn sleeps at home, in his own bed."
    (found,) = _answered(world, opening, between, SLEEPS, answer)
    assert "answers: “Bo Tarn sleeps at home, in his own bed.”" in found.explanation
    assert found.subject == "Bo Tarn"


def test_an_answer_to_something_else_is_none(world: Any) -> None:
    """What is answered must be of the same matter."""
    answer = "Tickets for the regatta go on sale at noon."
    assert _answered(world, "Is it over?", IDIOM, SLEEPS, answer) == []


def test_without_such_words_nobody_answers(world: Any) -> None:
    """Two who tell differently are no report and its answer."""
    answer = "Bo Tarn sleeps at home, in his own bed."
    assert _answered(world, "Is it over?", "Ida Lorne rang.", SLEEPS, answer) == []
