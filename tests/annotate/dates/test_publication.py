"""Evidence is intersected, the strongest first, and contradictions are named, not averaged."""

from itertools import permutations

from reportedly.annotate.dates.publication import published_days
from reportedly.model import DayEvidence


def _row(kind: str, earliest: str | None, latest: str | None) -> DayEvidence:
    return DayEvidence(
        article_id="a1", kind=kind, earliest=earliest, latest=latest, reason=f"says {kind}"
    )


METADATA = _row("metadata", "2016-05-03", "2016-05-03")
EVENT = _row("after_event", "2016-06-01", None)
AGE = _row("age", "2016-01-01", "2016-12-31")
PLAN = _row("before_event", None, "2016-08-01")


def test_the_interval_is_what_all_allow() -> None:
    found = published_days([PLAN, EVENT, AGE])
    assert found.days.iso() == ("2016-06-01", "2016-08-01")
    assert found.reason == "says after_event; says before_event"
    assert published_days([PLAN, AGE]).reason == "says before_event; says age"


def test_an_age_that_no_told_day_allows_is_kept_apart() -> None:
    """Papers get ages wrong; the days stay as the rest has them, and the age can be shown."""
    found = published_days([_row("age", "2012-01-01", "2012-12-31"), EVENT])
    assert found.days.iso() == ("2016-06-01", None)
    assert found.contradicted == ("says age",)


def test_a_contradiction_is_kept_apart() -> None:
    found = published_days([EVENT, METADATA])
    assert found.days.iso() == ("2016-05-03", "2016-05-03")
    assert found.explanation() == "says metadata; against this: says after_event"


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [METADATA, EVENT, AGE, PLAN]
    assert len({str(published_days(order)) for order in permutations(rows)}) == 1


def test_nothing_known_is_nothing_said() -> None:
    found = published_days([])
    assert found.days.iso() == (None, None)
    assert found.explanation() is None
