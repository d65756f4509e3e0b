"""A day of publication that the article's own words rule out is a question."""

from typing import Any

import pytest

from reportedly.model import DayEvidence

TEXT = "The hall\nThe hall was opened on 3 June 2018, in the rain."


def _conflicts(world: Any, published: str, words: str = "3 June 2018", first: str = "2018-06-03"):
    article = world.article("Courier", published, TEXT.replace("3 June 2018", words))
    start = article.text.index(words)
    world.rows.append(
        DayEvidence(
            article_id=article.article_id,
            kind="after_event",
            earliest=first,
            latest=None,
            span=(start, start + len(words)),
            reason=f"it tells of {words} as past",
        )
    )
    return [f for f in world.findings() if f.attribute == "published"]


def test_a_later_day_told_as_past_rules_it_out(world: Any) -> None:
    """The explanation names both days; the words are the first evidence."""
    (found,) = _conflicts(world, "2018-05-20")
    assert found.kind == "conflict"
    assert "20 May 2018" in found.explanation
    assert "3 June 2018" in found.explanation
    assert TEXT[slice(*found.evidence[0].span)] == "3 June 2018"


@pytest.mark.parametrize("published", ["2018-06-03", "2018-06-02", "2018-06-01", "2019-01-01"])
def test_the_same_days_and_later_ones_fit(world: Any, published: str) -> None:
    """Zones and pages made on the evening before are no contradiction."""
    assert _conflicts(world, published) == []


def test_a_year_rules_nothing_out(world: Any) -> None:
    """ "Fiscal 2019" begins in 2018, and budgets for next year are passed."""
    assert _conflicts(world, "2018-05-20", "fiscal 2019", "2019-01-01") == []
