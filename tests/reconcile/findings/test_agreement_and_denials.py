"""Independent agreement, and denials."""

from typing import Any

import pytest

SAID = "The foundry of Orla Venn has dumped copper slag into the river Ludd"


def test_two_speakers_who_do_not_depend_on_each_other_agree(world: Any) -> None:
    """Ranked low, but said."""
    venn = world.entity("Orla Venn")
    world.entity("Una Brook")
    world.entity("Aldo Reyes")
    for outlet, speaker in (("Courier", "Una Brook"), ("Herald", "Aldo Reyes")):
        article = world.article(outlet, "2018-06-21", f"{SAID}, said {speaker}.")
        world.says(article, speaker, SAID, claim_id="c")
    world.claim(SAID, 2, venn)
    (found,) = world.findings()
    assert found.kind == "agreement"
    assert "Una Brook and Aldo Reyes say the same" in found.explanation


def test_two_who_speak_of_the_same_do_not_yet_say_the_same(world: Any) -> None:
    """Words in common make one claim; what is said must be alike, too."""
    venn = world.entity("Orla Venn")
    said = {
        "Una Brook": "The party was committed to an open and representative process",
        "Aldo Reyes": "The process is open and the meeting will be our most representative ever",
    }
    for outlet, (speaker, words) in zip(("Courier", "Herald"), said.items(), strict=True):
        world.entity(speaker)
        article = world.article(outlet, "2018-06-21", f"{words}, said {speaker}.")
        world.says(article, speaker, words, claim_id="c")
    world.claim(said["Una Brook"], 2, venn)
    assert world.findings() == []


def test_one_utterance_reported_twice_is_no_agreement(world: Any) -> None:
    """The same words of the same speaker are one source."""
    venn = world.entity("Orla Venn")
    world.entity("Una Brook")
    for outlet in ("Courier", "Herald"):
        article = world.article(outlet, "2018-06-21", f"{SAID}, said Una Brook.")
        world.says(article, "Una Brook", SAID, claim_id="c")
    world.claim(SAID, 2, venn)
    assert world.findings() == []


def test_a_denial_faces_what_it_denies(world: Any) -> None:
    """Both speakers, both wordings; no verdict."""
    for name in ("Orla Venn", "Una Brook", "Aldo Reyes"):
        world.entity(name)
    for number, text in enumerate(("Rain fell on the quay", "Bells rang for the new bishop")):
        other = world.article(f"Other {number}", "2018-06-01", text)
        world.says(other, "Aldo Reyes", text)
    one = world.article("Courier", "2018-06-21", f"{SAID}, said Una Brook.")
    world.says(one, "Una Brook", SAID)
    denial = "the foundry of Orla Venn had dumped slag into the river"
    two = world.article("Herald", "2018-06-22", f"Aldo Reyes denied that {denial}.")
    world.says(two, "Aldo Reyes", denial, polarity="denies", mode="indirect")
    (found,) = world.findings()
    assert found.kind == "conflict"
    assert found.explanation.startswith("Una Brook is reported to say")
    assert "Aldo Reyes denies" in found.explanation


def test_who_is_not_sure_denies_nothing(world: Any) -> None:
    """The negation stands in the cue, and what is said is not negative."""
    for name in ("Orla Venn", "Una Brook", "Aldo Reyes"):
        world.entity(name)
    one = world.article("Courier", "2018-06-21", f"{SAID}, said Una Brook.")
    world.says(one, "Una Brook", SAID)
    doubt = "the foundry of Orla Venn has dumped copper slag into the river Ludd"
    text = f"Aldo Reyes is not sure {doubt}."
    two = world.article("Herald", "2018-06-22", text)
    cue = text.index("is not sure")
    world.says(two, "Aldo Reyes", doubt, mode="indirect", cue=((cue, cue + len("is not sure")),))
    assert [f for f in world.findings() if f.kind == "conflict"] == []


def test_naming_the_same_thing_is_no_agreement(world: Any) -> None:
    """Two who endorse somebody "for mayor" do not say the same thing of her by that."""
    venn = world.entity("Orla Venn")
    named = "the copper founder and town councillor Orla Venn for mayor of Ludden"
    for outlet, speaker in (("Courier", "Una Brook"), ("Herald", "Aldo Reyes")):
        world.entity(speaker)
        article = world.article(outlet, "2018-06-21", f"{speaker} endorsed {named}.")
        world.says(article, speaker, named, claim_id="c")
    world.claim(SAID, 2, venn)
    assert world.findings() == []


def _two_say(world: Any, one: str, other: str) -> list[Any]:
    world.entity("Harbour Board", "organisation")
    for name in ("Orla Venn", "Piet Castan"):
        world.entity(name)
    for outlet, day, who, words in (
        ("Herald", "2018-05-02", "Orla Venn", one),
        ("Courier", "2018-05-04", "Piet Castan", other),
    ):
        article = world.article(outlet, day, f"{who} said {words}.")
        world.says(article, who, words, mode="indirect")
    return [f for f in world.findings() if f.kind == "conflict"]


def test_what_excludes_each_other_needs_fewer_words_in_common(world: Any) -> None:
    """Most words differ, and both cannot be so: a conflict, by the model of pairs."""
    found = _two_say(
        world,
        "the Harbour Board has paid a winter bonus to its workers this year",
        "the Harbour Board has not paid any winter bonus to workers",
    )
    assert len(found) == 1


def test_a_negation_of_something_else_excludes_nothing(world: Any) -> None:
    """Two things can both be so."""
    assert not _two_say(
        world,
        "the Harbour Board has paid a winter bonus to its workers this year",
        "the Harbour Board has not mended the winter roof of its workers’ canteen",
    )


def _told_and_denied(world: Any, told: str, denied: str, day: str = "2018-06-22") -> list[Any]:
    for name in ("Orla Venn", "Una Brook"):
        world.entity(name)
    for number, text in enumerate(("Rain fell on the quay", "Bells rang for the new bishop")):
        world.says(world.article(f"Other {number}", "2018-06-01", text), "Una Brook", text)
    one = world.article("Courier", "2018-06-21", f"{told}, said Una Brook.")
    world.says(one, "Una Brook", told)
    two = world.article("Herald", day, f"“{denied},” said Orla Venn.")
    world.says(two, "Orla Venn", denied)
    return [f for f in world.findings() if f.kind == "conflict"]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        (
            "Orla Venn asked for the report to be delayed",
            "I never asked for the report to be delayed",
        ),
        ("Orla Venn knew of the losses in June", "I did not know of the losses in June"),
        ("Orla Venn sold the boat to a friend", "We did not sell the boat to a friend"),
    ],
)
def test_what_somebody_says_of_themselves(world: Any, told: str, denied: str) -> None:
    """The same words but for the name, in whatever tense."""
    assert len(_told_and_denied(world, told, denied)) == 1


@pytest.mark.parametrize(
    ("told", "denied", "day"),
    [
        (
            "Orla Venn will sell the boat to a friend",
            "I did not sell the boat to a friend",
            "2018-06-22",
        ),
        ("Orla Venn wants to sell the old boat", "I did not sell the old boat", "2018-06-22"),
        (
            "Orla Venn gave the money to the bank",
            "I did not take the money to the bank",
            "2018-06-22",
        ),
        ("Orla Venn sold the boat to a friend", "I never sold the boat to a friend", "2015-06-22"),
    ],
)
def test_what_both_can_be_so_of_somebody(world: Any, told: str, denied: str, day: str) -> None:
    """A plan, another deed, what had not yet come."""
    assert _told_and_denied(world, told, denied, day) == []
