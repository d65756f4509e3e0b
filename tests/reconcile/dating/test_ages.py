"""Ages date an article where the births are known: of full names, or of the children of one."""

import pytest

from reportedly.model import Article, DayEvidence, Fact
from reportedly.reconcile.dating.ages import age_evidence
from reportedly.reconcile.dating.births import births_of
from reportedly.reconcile.dating.pile import Dated
from tests.reconcile.dating.test_dating import _age, _metadata

#: Of one day: two children beside their mother.
KNOWN = (
    _age("a", "40", "2014-03-04", "Vera Ashdown"),
    _age("a", "9", "2014-03-04", "Odd"),
    _age("a", "4", "2014-03-04", "Kaj"),
)


def _rows(*facts: Fact) -> list[DayEvidence]:
    """What the ages in the undated article `u` say of its day."""
    articles = [Article(article_id=n, path=n, text="", sha256=n) for n in ("a", "u")]
    dated = Dated(articles, [*KNOWN, *facts])
    dated.add([_metadata("a", "2014-03-04")])
    return list(age_evidence(dated, births_of(dated)))


def _told(years: dict[str, str]) -> list[Fact]:
    return [_age("u", age, None, name) for name, age in years.items()]


def test_the_age_of_a_full_name_is_evidence() -> None:
    (row,) = _rows(*_told({"Vera Ashdown": "42"}))
    assert (row.kind, row.earliest, row.latest) == ("age", "2015-02-02", "2017-04-03")


def test_children_beside_one_they_are_known_beside_are_those_children() -> None:
    rows = _rows(*_told({"Vera Ashdown": "42", "Odd": "11", "Kaj": "6"}))
    assert [row.kind for row in rows].count("age_of_child") == 2


@pytest.mark.parametrize(
    "told",
    [
        {"Odd": "11", "Kaj": "6"},
        {"Ivo Lindqvist": "42", "Odd": "11", "Kaj": "6"},
        {"Vera Ashdown": "42", "Odd": "11"},
        {"Vera Ashdown": "42", "Odd": "11", "Kaj": "9"},
    ],
)
def test_children_of_nobody_known_alone_or_at_odds_say_nothing(told: dict[str, str]) -> None:
    """Any child may be called so, and one age that a paper has wrong would move the page."""
    assert "age_of_child" not in [row.kind for row in _rows(*_told(told))]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        # Forty-two in 2016, a child eighteen in 2023: papers get children wrong more often.
        ({"Vera Ashdown": "42", "Odd": "18"}, ["age"]),
        ({"Vera Ashdown": "42", "Odd": "18", "Kaj": "6"}, ["age"]),
        ({"Vera Ashdown": "42", "Odd": "18", "Kaj": "20"}, []),
        ({"Vera Ashdown": "42", "Odd": "18", "Kaj": "13"}, ["age_of_child", "age_of_child"]),
    ],
)
def test_an_age_that_others_exclude_dates_nothing(told: dict[str, str], kinds: list[str]) -> None:
    """What most of an article's ages allow is evidence, be it without the adult's."""
    assert [row.kind for row in _rows(*_told(told))] == kinds
