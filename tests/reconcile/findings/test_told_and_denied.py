"""What one article tells in its own words and what another says was not so."""

from typing import Any

import pytest

MAY = ("2018-05-02", "2018-05-05")


def _denials(world: Any, told: str, denied: str, days: tuple[str, str] = MAY) -> list[Any]:
    for name in ("Orla Venn", "Piet Castan"):
        world.entity(name)
    world.article("Herald", days[0], told)
    said = f"Orla Venn rejected the story. “{denied}” she said."
    late = world.article("Courier", days[1], said)
    world.says(late, "Orla Venn", denied)
    return [f for f in world.findings() if f.attribute == "denial"]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Orla Venn hurled a pan at Piet Castan on Monday.", "I never threw a pan at Piet Castan,"),
        ("Orla Venn stormed off the set on Monday.", "Nobody stormed anywhere,"),
        ("Orla Venn lifted a chapter from Piet Castan.", "I never read, let alone copied, him,"),
        ("Orla Venn sold a bell to Piet Castan.", "At no time did I sell Piet Castan a bell,"),
        ("Orla Venn dined with Piet Castan.", "The tale of a dinner with Piet Castan is fiction,"),
    ],
)
def test_told_by_one_and_denied_by_another(world: Any, told: str, denied: str) -> None:
    """In other words for the deed, of nobody at all, behind "let alone", as a tale."""
    (found,) = _denials(world, told, denied)
    assert found.kind == "conflict"
    assert [e.article_id for e in found.evidence] == ["a0", "a1"]
    assert told in found.explanation


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Piet Castan hurled a pan at Orla Venn.", "I never threw a pan at Piet Castan,"),
        ("Orla Venn sold her boat.", "I have not sold my house,"),
        ("Orla Venn sold her boat.", "I would never have sold my boat,"),
        ("Orla Venn sold her boat.", "I have not sold my boat yet,"),
        ("If Orla Venn sold her boat, she would weep.", "I never sold my boat,"),
        ("Orla Venn sent a letter to say so.", "I never sent a letter that was marked as secret,"),
        ("The town paid Orla Venn for the boat.", "I never paid the town for the boat,"),
    ],
)
def test_what_is_no_denial_of_it(world: Any, told: str, denied: str) -> None:
    """The other of the two did it, another thing, a condition, a time, a thought."""
    assert _denials(world, told, denied) == []


@pytest.mark.parametrize("days", [("2018-05-05", "2018-05-02"), ("2018-05-02", "2018-09-02")])
def test_a_denial_comes_soon_after(world: Any, days: tuple[str, str]) -> None:
    """What was denied before it was told, or months after, is no answer."""
    told = "Orla Venn hurled a pan at Piet Castan on Monday."
    assert _denials(world, told, "I never threw a pan at Piet Castan,", days) == []
