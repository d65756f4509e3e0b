"""Only friends, and together since before that was said."""

from typing import Any

import pytest

from reportedly.model import Finding, Timex

DENIED = "Ann Doe and Tom Roe are just good friends"
TOLD = "Tom Roe and I are together. We have been since 2020"


def _findings(
    world: Any, *, denied: str = DENIED, told: str = TOLD, on: str | None = "2021-08-05",
    year: str = "2020", more: str = "", recalled: str = "",
) -> list[Finding]:  # fmt: skip
    for name in ("Ann Doe", "Tom Roe", "Lou Poe", "Eve Lee"):
        world.entity(name)
    first = world.article("Dish", on, f"{more} {denied}, said Eve Lee.")
    world.says(first, "Eve Lee", denied)
    then = world.article("Sequin", "2022-04-20", f"{told}, says Ann Doe. {recalled}")
    world.says(then, "Ann Doe", told)
    if recalled:
        world.says(then, None, recalled)
    if year in told:
        start = then.text.index(year)
        world.rows.append(
            Timex(
                article_id=then.article_id, span=(start, start + 4), type="DATE", value=year,
                earliest=f"{year}-01-01", latest=f"{year}-12-31", text=year,
            )
        )  # fmt: skip
    return [f for f in world.findings() if f.attribute == "relationship"]


def test_together_since_before_they_were_only_friends(world: Any) -> None:
    """Told by one of the two, of a time that reaches back to the denial."""
    (found,) = _findings(world)
    assert (found.kind, found.subject) == ("conflict", "Ann Doe and Tom Roe")
    assert [e.article_id for e in found.evidence] == ["a0", "a1"]


@pytest.mark.parametrize(
    "change",
    [
        {"on": "2019-08-05"},
        {"on": "2023-08-05"},
        {"denied": "Ann Doe and Tom Roe are old friends"},
        {"denied": "Lou Poe and Tom Roe are just good friends"},
        {"denied": "Tom Roe is a colleague and nothing more", "more": "Of Lou Poe:"},
        {"told": "Tom Roe and I were never together. We have been friends since 2020"},
        {"told": "Tom Roe and I are together"},
        {"on": None},
    ],
)
def test_what_contradicts_nothing(world: Any, change: dict[str, Any]) -> None:
    """It began later, is older than the denial, is of others, or has no time."""
    assert _findings(world, **change) == []


def test_a_denial_of_one_beside_the_other(world: Any) -> None:
    """ "Ann Doe's rep says cool it: Tom Roe is a colleague"."""
    denied = "Tom Roe is a colleague and nothing more"
    assert len(_findings(world, denied=denied, more="Ann Doe's rep says cool it.")) == 1


def test_a_page_without_a_day_that_the_interview_recalls(world: Any) -> None:
    """In the denial's own words."""
    found = _findings(world, on=None, recalled="They were said to be just good friends")
    assert [f.confidence < 0.6 for f in found] == [True]
