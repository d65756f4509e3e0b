"""Who is told as parted was not published while dated articles told a marriage."""

import pytest

from reportedly.model import Article, DayEvidence, Fact
from reportedly.reconcile.dating.marriages import marriage_evidence
from reportedly.reconcile.dating.partings import parting_evidence
from reportedly.reconcile.dating.pile import Dated
from tests.reconcile.dating.test_dating import _metadata

BOTH = "Ivo Lindqvist watched Vera Ashdown sing."


def _fact(article: str, attribute: str, value: str, day: str | None = None) -> Fact:
    return Fact(
        fact_id=f"{article}{attribute}{value}", subject="Ivo Lindqvist", attribute=attribute,
        value=value, as_of_earliest=day, as_of_latest=day, article_id=article, span=(0, 4),
        confidence=0.9,
    )  # fmt: skip


def _rows(facts: list[Fact], days: dict[str, str]) -> list[DayEvidence]:
    names = sorted({fact.article_id for fact in facts})
    articles = [Article(article_id=n, path=n, text=BOTH, sha256=n) for n in names]
    dated = Dated(articles, facts)
    dated.add([_metadata(name, day) for name, day in days.items()])
    return list(parting_evidence(dated))


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("former_spouse", "the couple"),
        ("former_spouse", "Vera Ashdown"),
        ("relationship", "divorced from Vera Ashdown"),
    ],
)
def test_the_last_day_of_a_marriage_bounds_what_tells_its_end(attribute, value):
    """Whether the other one is named beside the words or only known to the pile."""
    facts = [
        _fact("a", "spouse", "Vera Ashdown", "2014-03-17"),
        _fact("b", "relationship", "divorcing Vera Ashdown", "2017-11-08"),
        _fact("u", attribute, value),
    ]
    (row,) = _rows(facts, {"a": "2014-03-17", "b": "2017-11-08"})
    assert (row.article_id, row.earliest, row.latest) == ("u", "2017-11-08", None)


def test_who_is_told_as_married_after_a_divorce_dates_nothing():
    """They may have married again."""
    facts = [
        _fact("a", "relationship", "divorced from Vera Ashdown", "2014-03-17"),
        _fact("b", "spouse", "Vera Ashdown", "2017-11-08"),
        _fact("u", "former_spouse", "Vera Ashdown"),
    ]
    assert _rows(facts, {"a": "2014-03-17", "b": "2017-11-08"}) == []


WED = [
    Fact(
        fact_id=name, subject=name, attribute="marriage_date", value="2001-06", article_id="a",
        span=(0, 4), confidence=0.9,
    )
    for name in ("Ivo Lindqvist", "Vera Ashdown")
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("They have been wed for 14 years.", ("2014-11-30", "2016-12-28")),
        ("They part after 14 years of marriage.", ("2014-11-30", "2016-12-28")),
        ("The pair tied the knot 14 years ago.", ("2014-11-30", "2016-12-28")),
    ],
)
def test_years_of_marriage_date_an_article(words, days):
    """From half a year before so many are full to half a year after."""
    texts = {"a": "", "u": f"{BOTH} {words}"}
    dated = Dated([Article(article_id=n, path=n, text=t, sha256=n) for n, t in texts.items()], WED)
    (row,) = marriage_evidence(dated)
    assert (row.earliest, row.latest) == days


@pytest.mark.parametrize(
    "words", ["On Tuesday they will have been married for 14 years.", "They sang for 14 years."]
)
def test_years_up_to_another_day_date_nothing_here(words):
    """Anniversaries have their own arithmetic."""
    texts = {"a": "", "u": f"{BOTH} {words}"}
    dated = Dated([Article(article_id=n, path=n, text=t, sha256=n) for n, t in texts.items()], WED)
    assert list(marriage_evidence(dated)) == []
