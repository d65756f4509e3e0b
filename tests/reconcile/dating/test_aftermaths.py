"""What an undated article counts from a couple's news dates it, where dated articles have that."""

import pytest

from reportedly.model import Article, Cluster, DayEvidence
from reportedly.reconcile.dating.aftermaths import aftermath_evidence
from reportedly.reconcile.dating.pile import Dated
from reportedly.schema import table_of
from tests.reconcile.dating.test_dating import _metadata

NEWS = "Vera Ashdown and Ivo Lindqvist are to separate after nine years, their lawyers said."
LATER = "{} Vera Ashdown has spoken about Ivo Lindqvist on the ferry."


def _rows(
    text: str, told: dict[str, tuple[str, str]], people: tuple[str, ...]
) -> list[DayEvidence]:
    """`told` has name → (day, text) of the dated articles."""
    texts = {"u": text, **{name: words for name, (_, words) in told.items()}}
    articles = [Article(article_id=n, path=n, text=t, sha256=n) for n, t in texts.items()]
    dated = Dated(articles)
    dated.add([_metadata(name, day) for name, (day, _) in told.items()])
    clusters = [
        Cluster(article_id="u", cluster=at, kind="person", name=name, names=(name,), n_mentions=1)
        for at, name in enumerate(people)
    ]
    return list(aftermath_evidence(dated, table_of(Cluster, clusters)))


COUPLE = ("Vera Ashdown", "Ivo Lindqvist")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Days after their split bombshell", ("2014-03-04", "2014-04-04")),
        ("Hours after the couple's separation", ("2014-03-04", "2014-03-07")),
        ("Two weeks after their break-up", ("2014-03-11", "2014-03-25")),
        ("A day after their shock separation", ("2014-03-04", "2014-03-12")),
        ("Two weeks after they split up", ("2014-03-11", "2014-03-25")),
        ("Two weeks after the pair announced it was over", ("2014-03-11", "2014-03-25")),
    ],
)
def test_the_first_day_of_the_news_bounds_the_article(words: str, days: tuple[str, str]) -> None:
    """From that day, or so long after it as the words count, for as long as people say so."""
    told = {"a": ("2014-03-04", NEWS), "b": ("2014-03-06", NEWS)}
    (row,) = _rows(LATER.format(words), told, COUPLE)
    assert (row.earliest, row.latest) == days
    assert row.span == (0, len(words))


def test_news_told_again_much_later_dates_nothing() -> None:
    """Which of the two times is meant nobody can say."""
    told = {"a": ("2014-03-04", NEWS), "b": ("2015-03-06", NEWS)}
    assert not _rows(LATER.format("Days after their split"), told, COUPLE)


@pytest.mark.parametrize(
    "people",
    [("Vera Ashdown",), (*COUPLE, "Otto Brandvold")],
)
def test_without_two_persons_to_whom_it_happened_there_is_no_day(people: tuple[str, ...]) -> None:
    """One name, or three, leave open whose separation it was."""
    text = LATER.format("Days after their split") + " Otto Brandvold laughed."
    assert not _rows(text, {"a": ("2014-03-04", NEWS)}, people)


def test_other_news_of_the_couple_is_none_of_it() -> None:
    """An article that names both and tells of a boat race says nothing of a wedding."""
    told = {
        "a": ("2014-03-04", "Vera Ashdown and Ivo Lindqvist won the race round the lighthouse.")
    }
    assert not _rows(LATER.format("Days after their wedding"), told, COUPLE)


def test_a_divorce_told_later_is_other_news_than_the_split() -> None:
    """Who counts from the split does not count from the court."""
    court = "Vera Ashdown and Ivo Lindqvist were divorced yesterday."
    told = {"a": ("2014-03-04", NEWS), "b": ("2015-03-06", court)}
    (row,) = _rows(LATER.format("Two weeks after their split"), told, COUPLE)
    assert (row.earliest, row.latest) == ("2014-03-11", "2014-03-25")


def test_two_who_are_named_in_the_words_are_the_two() -> None:
    """Whoever else is seen beside them."""
    text = "Two weeks after Vera Ashdown and Ivo Lindqvist split, Otto Brandvold sang."
    (row,) = _rows(text, {"a": ("2014-03-04", NEWS)}, (*COUPLE, "Otto Brandvold"))
    assert (row.earliest, row.latest) == ("2014-03-11", "2014-03-25")


GRANTED = "Vera Ashdown and Ivo Lindqvist were granted a divorce on Monday."
ANNOUNCED = "Vera Ashdown and Ivo Lindqvist are to divorce, they said on Monday."


@pytest.mark.parametrize(
    ("words", "days"),
    [
        # Counted from the court's day, rounded, and told of within the week.
        ("Two months on from her divorce from Ivo Lindqvist, Vera Ashdown sang.", "2015-05-01"),
        ("Two months since their divorce", "2015-05-01"),
        ("Two weeks after announcing their divorce", "2014-03-11"),
        ("Two weeks after their divorce was announced", "2014-03-11"),
    ],
)
def test_a_divorce_is_announced_once_and_granted_once(words: str, days: str) -> None:
    """Which of the two is counted from, the words say."""
    told = {"a": ("2014-03-04", ANNOUNCED), "b": ("2015-03-07", GRANTED)}
    people = (*COUPLE, "Otto Brandvold")[: 3 if "her" in words else 2]
    text = words if "her" in words else LATER.format(words)
    (row,) = _rows(f"{text} Otto Brandvold laughed.", told, people)
    assert row.earliest == days


def test_days_before_a_wedding_count_from_nothing() -> None:
    """ "Two weeks from their wedding" is told before it."""
    wed = "Vera Ashdown and Ivo Lindqvist married on Monday."
    text = LATER.format("Two weeks from their wedding")
    assert not _rows(text, {"a": ("2014-03-04", wed)}, COUPLE)
