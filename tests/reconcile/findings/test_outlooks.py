"""What was foretold and what came of it."""

from typing import Any

import pytest


def _outlooks(world: Any) -> list[Any]:
    return [f for f in world.findings() if f.attribute == "outlook"]


def _pile(world: Any, early: str, late: str, days: tuple[str, str]) -> None:
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    world.article("Herald", days[0], early)
    world.article("Courier", days[1], late)


MAY = ("2018-05-02", "2018-05-20")


@pytest.mark.parametrize(
    ("late", "kind"),
    [
        ("Orla Venn released the harbour report in full on Sunday.", "agreement"),
        ("Orla Venn has released the harbour report in full.", "agreement"),
        ("Orla Venn did not release the harbour report in full.", "overtaken"),
        ("Orla Venn refused to release the harbour report in full.", "overtaken"),
    ],
)
def test_a_promise_and_what_came_of_it(world: Any, late: str, kind: str) -> None:
    """Done agrees with what was foretold; not done overtakes it."""
    _pile(world, "Orla Venn will release the harbour report in full.", late, MAY)
    (found,) = _outlooks(world)
    assert found.kind == kind
    assert found.subject == "Orla Venn"
    assert [e.article_id for e in found.evidence] == ["a0", "a1"]


@pytest.mark.parametrize(
    "late",
    [
        "Piet Castan released the harbour report in full on Sunday.",
        "Orla Venn would have released the harbour report in full.",
        "Critics ask whether Orla Venn released the harbour report in full.",
        "Orla Venn released a third record of winter songs.",
        "Orla Venn plans to release the harbour report in full.",
    ],
)
def test_other_deeds_answer_nothing(world: Any, late: str) -> None:
    """Another person, a condition, a question, another thing, the same plan again."""
    _pile(world, "Orla Venn will release the harbour report in full.", late, MAY)
    assert _outlooks(world) == []


@pytest.mark.parametrize("days", [("2018-05-20", "2018-05-02"), ("2018-05-02", "2019-05-02")])
def test_only_what_is_told_later_and_soon_counts(world: Any, days: tuple[str, str]) -> None:
    """What was told before, or a year on, is no answer."""
    late = "Orla Venn released the harbour report in full on Sunday."
    _pile(world, "Orla Venn will release the harbour report in full.", late, days)
    assert _outlooks(world) == []


def test_other_numbers_are_another_deed(world: Any) -> None:
    """Twelve seats foretold are not answered by forty won elsewhere."""
    _pile(
        world,
        "Orla Venn will win at least 12 council seats in the north.",
        "Orla Venn won 40 council seats in the north.",
        MAY,
    )
    assert _outlooks(world) == []


def test_what_was_ruled_out_is_so_for_years(world: Any) -> None:
    """A promise is of its season; "never" is of ten years."""
    days = ("2014-05-02", "2018-05-20")
    late = "Orla Venn painted the old harbour light red on Sunday."
    _pile(world, "Orla Venn would never paint the old harbour light red, she said.", late, days)
    (found,) = _outlooks(world)
    assert found.kind == "overtaken"
    world.rows.clear()
    _pile(world, "Orla Venn will paint the old harbour light red, she said.", late, days)
    assert _outlooks(world) == []
