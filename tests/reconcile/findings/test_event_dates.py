"""What happens once, told of two days."""

from dataclasses import replace
from typing import Any

from reportedly.model import Event, Evidence


def _opening(world: Any, outlet: str, month: str, **more: Any) -> None:
    words = "The Foundry opened its brass gallery"
    article = world.article(outlet, "2018-06-21", f"{words} then.", **more)
    world.rows.append(
        Event(
            event_id=f"v{article.article_id}",
            earliest=f"{month}-01",
            latest=f"{month}-28",
            what=words,
            n_articles=1,
            n_independent=1,
            evidence=(Evidence(article.article_id, (0, len(words))),),
        )
    )


def test_two_days_of_one_opening(world: Any) -> None:
    """Both days stand in the explanation."""
    _opening(world, "Courier", "2014-02")
    _opening(world, "Herald", "2015-02")
    (found,) = world.findings()
    assert (found.kind, found.attribute) == ("conflict", "date")
    assert "February 2014" in found.explanation
    assert "February 2015" in found.explanation


def test_a_plan_and_what_came_of_it_are_no_dispute(world: Any) -> None:
    """What was foretold of a later day is overtaken by the day itself."""
    _opening(world, "Courier", "2017-02")
    _opening(world, "Herald", "2019-02")
    assert world.findings() == []


def test_versions_of_one_page_are_no_dispute(world: Any) -> None:
    """A page that was corrected does not contradict itself."""
    _opening(world, "Courier", "2014-02", copy_group="k1")
    _opening(world, "Courier", "2015-02", copy_group="k1")
    assert world.findings() == []


def test_another_outlet_still_disputes_what_a_page_corrected(world: Any) -> None:
    """The corrected version is left out of the dispute, the other outlet is not."""
    _opening(world, "Courier", "2014-02", copy_group="k1")
    _opening(world, "Courier", "2015-02", copy_group="k1")
    _opening(world, "Herald", "2015-02")
    _, second, third = [row for row in world.rows if isinstance(row, Event)]
    world.rows = [row for row in world.rows if row not in (second, third)]
    world.rows.append(replace(second, evidence=(*second.evidence, *third.evidence)))
    (found,) = world.findings()
    assert {e.article_id for e in found.evidence} == {"a0", "a2"}


def test_one_event_is_one_finding(world: Any) -> None:
    """Two who give it one day, each in words of their own, and a third who gives it another."""
    _opening(world, "Courier", "2014-02")
    _opening(world, "Herald", "2015-02")
    _opening(world, "Gazette", "2014-03")
    (found,) = world.findings()
    assert {e.article_id for e in found.evidence} == {"a0", "a1", "a2"}
    assert "given three dates" in found.explanation


def test_words_are_given_to_the_article_that_has_them(world: Any) -> None:
    """Of the reports of one event the one whose words are shown is named, first or not."""
    _opening(world, "Courier", "2014-02")
    _opening(world, "Herald", "2015-02")
    _, second = [row for row in world.rows if isinstance(row, Event)]
    early = world.article("Ledger", "2018-06-20", "The gallery opened.")
    evidence = (Evidence(early.article_id, (0, 19)), *second.evidence)
    world.rows = [row for row in world.rows if row is not second]
    world.rows.append(replace(second, evidence=evidence))
    (found,) = world.findings()
    assert "February 2015 (Herald" in found.explanation
