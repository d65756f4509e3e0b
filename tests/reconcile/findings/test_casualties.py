"""How many were hurt or killed, as two reports count them."""

from typing import Any

import pytest

from reportedly.reconcile.findings.casualties import casualties


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("A tram fell, killing two and injuring 11.", {("killed", "two"), ("injured", "11")}),
        ("Two died and nine were injured.", {("killed", "Two"), ("injured", "nine")}),
        ("The blast left 12 injured.", {("injured", "12")}),
        ("Ten people were injured, in addition to Bo Tarn, who died.", set()),
        ("Five men were hurt in 2011 when a smaller one fell.", set()),
        ("Three people were seriously injured.", set()),
        ("He injured two ribs.", set()),
        ("Up to 30 could have been injured.", set()),
    ],
)  # fmt: skip
def test_all_of_those_hurt_are_counted(words: str, told: set[tuple[str, str]]) -> None:
    """Not some of them, nor those of another year."""
    assert {(sort, match["number"]) for sort, match in casualties(words, 2017)} == told


@pytest.mark.parametrize(
    ("later", "conflict"),
    [
        ("Two men died and nine were injured at Marl Hotels on Tuesday, Bo Tarn said.", True),
        ("Two men died and 14 were injured at Marl Hotels on Tuesday, Bo Tarn said.", False),
        ("Three men died and nine were injured at Marl Hotels on Tuesday, Bo Tarn said.", False),
    ],
)
def test_fewer_hurt_of_as_many_dead_are_another_number(
    world: Any, later: str, conflict: bool
) -> None:
    """A toll that grew, and the hurt of whom one died since, contradict nothing."""
    for name in ("Bo Tarn", "Marl Hotels"):
        world.entity(name)
    first = "A lift fell at Marl Hotels, killing two workers and injuring 11 others, Bo Tarn said."
    world.article("Outlet 0", "2017-03-14", first)
    world.article("Outlet 1", "2017-03-16", later)
    found = {f.finding_id: f for f in world.findings() if f.attribute == "injured"}
    assert [f.kind for f in found.values()] == ["conflict"] * conflict
