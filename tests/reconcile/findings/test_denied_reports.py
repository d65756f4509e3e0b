"""Denials of what a report that is cited said."""

from dataclasses import replace
from typing import Any

import pytest

from reportedly.reconcile.findings.denied_reports import denies_a_report

SAID = "the keeper sold two of the bells to a scrap dealer"
LEAD = "the keeper of the bells had sold some of them for scrap"
DENIED = f"Bo Tarn has denied a magazine report that {LEAD}."


def _cited(world: Any, story: str) -> Any:
    """What the magazine had, and a radio that cites it beside the denial."""
    for name in ("Bo Tarn", "Gull"):
        world.entity(name)
    page = world.article("Gull", None, f"A bellringer says {SAID}.", story_id=story)
    first = world.says(
        page, None, SAID, mode="indirect", source=((0, 12),), source_text="A bellringer"
    )
    told = "the tower was quieter than before"
    text = f"{DENIED}\nA bellringer told Gull magazine that {told}."
    radio = world.article("Radio Skua", "2016-11-03", text, story_id="y1")
    world.says(radio, "Bo Tarn", LEAD, mode="indirect", polarity="denies")
    relayed = world.says(radio, None, told, mode="indirect", source_text="A bellringer")
    world.hop(relayed, 1, "outlet", "Gull magazine")
    return first


def test_the_denial_stands_beside_what_the_cited_page_said(world: Any) -> None:
    """Of the outlet's own page that comes nearest, if the page is there."""
    first = _cited(world, "y1")
    (found,) = [f for f in world.findings() if f.kind == "conflict"]
    assert found.evidence[0].statement_id == first.statement_id
    assert "“A bellringer” is reported to say" in found.explanation
    assert "Bo Tarn denies what was reported" in found.explanation


def test_what_the_page_says_is_not_so_was_not_denied(world: Any) -> None:
    """Of a report that bells were sold, not "the keeper never sold a bell"."""
    first = _cited(world, "y1")
    page = next(row for row in world.rows if getattr(row, "outlet", None) == "Gull")
    other = "the keeper of the bells had never sold any of them for scrap"
    text = page.text + f"\nA verger says {other}."
    world.rows[world.rows.index(page)] = replace(page, text=text)
    at = text.index(other)
    world.rows.append(
        replace(first, statement_id="s9", content=((at, at + len(other)),), content_text=other)
    )
    (found,) = [f for f in world.findings() if f.kind == "conflict"]
    assert found.evidence[0].statement_id == first.statement_id


def test_what_is_cited_of_another_matter_was_not_denied(world: Any) -> None:
    """A page of another story is none that was cited, and what is passed on of it must fit."""
    _cited(world, "y2")
    assert [f for f in world.findings() if f.kind == "conflict"] == []


@pytest.mark.parametrize(
    ("told", "denial", "denied"),
    [
        ("three choristers had fainted", "Nobody fainted", True),
        ("three choristers had fainted", "Nobody sang", False),
        ("Had three choristers fainted?", "Nobody fainted", False),
    ],
)
def test_what_nobody_did(world: Any, told: str, denial: str, denied: bool) -> None:
    """What another outlet told of, and somebody says that nobody did; a question tells nothing."""
    for name in ("Bo Tarn", "Gull"):
        world.entity(name)
    text = f"A bellringer told Gull that {told}.\nBo Tarn wrote: “The bell fell. {denial}.”"
    radio = world.article("Radio Skua", "2016-11-03", text, story_id="y1")
    relayed = world.says(radio, None, told, mode="indirect", source_text="A bellringer")
    world.hop(relayed, 1, "outlet", "Gull")
    world.says(radio, "Bo Tarn", f"The bell fell. {denial}.")
    assert bool([f for f in world.findings() if f.kind == "conflict"]) is denied


def test_who_cites_nobody_denies_no_report(world: Any) -> None:
    """A denial alone has no other side."""
    world.entity("Bo Tarn")
    page = world.article("Radio Skua", "2016-11-03", DENIED, story_id="y1")
    world.says(page, "Bo Tarn", LEAD, mode="indirect", polarity="denies")
    assert world.findings() == []


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        (DENIED, True),
        ("She dismissed all rumours of a sale.", True),
        ("He said that there had been no such sale.", True),
        ("He denied that he had sold a bell.", False),
        ("The report that he denied was long.", False),
    ],
)
def test_which_words_deny_a_report(text: str, yes: bool) -> None:
    """A denial that names a report, or says that there was nothing of the kind."""
    assert denies_a_report(text) is yes
