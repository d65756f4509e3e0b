"""What an undated article counts from a death is counted from the day that the pile knows."""

import pytest

from reportedly.model import Article, Fact
from reportedly.reconcile.dating.countings import counting_evidence
from reportedly.reconcile.dating.pile import Dated


def _article(name: str, text: str) -> Article:
    return Article(article_id=name, path=name, text=text, sha256="")


def _death(article: str, subject: str, day: str) -> Fact:
    return Fact(
        fact_id=f"{article}{subject}{day}", subject=subject, attribute="death_date", value=day,
        article_id=article, span=(0, 3), confidence=0.9,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Greta Quill was buried yesterday, eight days after she died.", ("2019-01-12",) * 2),
        ("Today, two weeks after Greta Quill died, they sang.", ("2019-01-17",) * 2),
        ("They sang on Monday, 4 days after Greta Quill’s death.", ("2019-01-07", "2019-01-13")),
        ("A week after her death Greta Quill was honoured.", ("2019-01-10", None)),
        ("Greta Quill sang eight days after Ivo Tarn left.", None),
        ("Ada Doe was buried yesterday, eight days after she died.", None),
        ("Greta Quill and Piet Marl: buried yesterday, a week after he died.", None),
    ],
)
def test_days_are_counted_from_a_death(text: str, days: tuple[str | None, str | None]) -> None:
    """Only where the article names one of the dead, and says how long after it was."""
    facts = [_death("a", "Greta Quill", "2019-01-03"), _death("a", "Piet Marl", "2018-05-01")]
    rows = list(counting_evidence(Dated([_article("a", "x"), _article("b", text)], facts)))
    assert [(row.earliest, row.latest) for row in rows if row.article_id == "b"] == (
        [days] if days else []
    )


def test_a_death_on_two_days_counts_nothing() -> None:
    facts = [_death("a", "Greta Quill", "2019-01-03"), _death("c", "Greta Quill", "2019-01-04")]
    text = "Greta Quill was buried yesterday, eight days after she died."
    assert not list(counting_evidence(Dated([_article("b", text)], facts)))


def test_a_funeral_names_the_dead_by_a_title() -> None:
    """Where only one of the dead has the last name."""
    text = "They buried Judge Ashdown yesterday, eight days after she died."
    deaths = [_death("a", "Vera Ashdown", "2019-01-03")]
    articles = [_article("a", "x"), _article("b", text)]
    (row,) = counting_evidence(Dated(articles, deaths))
    assert (row.earliest, row.latest) == ("2019-01-12", "2019-01-12")
    deaths.append(_death("a", "Otto Ashdown", "2018-01-03"))
    assert not list(counting_evidence(Dated(articles, deaths)))
