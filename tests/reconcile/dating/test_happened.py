"""What dated articles tell on a day dates one that tells the same by a word for its day."""

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, Cluster, DayEvidence, Happening, Row, Timex
from reportedly.reconcile.dating.happened import happened_evidence
from reportedly.reconcile.dating.pile import Dated
from reportedly.schema import table_of
from tests.reconcile.dating.lives import days_of

#: A Thursday.
DAY = "2014-02-20"
Words = tuple[str, str, str | None]


def _happening(article: str, words: Words) -> Happening:
    text, verb, day = words
    start = text.index(verb)
    return Happening(
        article_id=article, span=(0, len(text)), trigger=(start, start + len(verb)),
        lemma=verb.removesuffix("ed"), earliest=day, latest=day,
    )  # fmt: skip


def _timex(article: str, text: str, words: str, value: str) -> Timex:
    start, day = text.index(words), None if value.startswith("XXXX") else value
    return Timex(
        article_id=article, span=(start, start + len(words)), text=words, type="DATE", value=value,
        earliest=day, latest=day,
    )  # fmt: skip


def _rows(texts: dict[str, str], *rows: Row) -> list[tuple[str | None, str | None]]:
    """The days of the undated article `u`; all others are of `DAY`."""
    articles = [Article(article_id=n, path=n, text=t, sha256=n) for n, t in texts.items()]
    dated = Dated(articles)
    dated.add(
        DayEvidence(article_id=n, kind="metadata", earliest=DAY, latest=DAY, reason="metadata")
        for n in texts
        if n != "u"
    )
    tables = {
        kind.table: table_of(kind, [row for row in rows if isinstance(row, kind)])
        for kind in (Happening, Cluster, Timex)
    }
    tables[Article.table] = table_of(Article, articles)
    return days_of(happened_evidence(dated, tables, LaptopJoins()))


def _told(undated: Words, *dated: Words) -> list[tuple[str | None, str | None]]:
    told = {"u": undated, **{f"d{at}": words for at, words in enumerate(dated)}}
    texts = {name: words[0] for name, words in told.items()}
    return _rows(texts, *(_happening(name, words) for name, words in told.items()))


RESIGNED: Words = ("Dorrit Hale, the mayor, resigned on Thursday.", "resigned", DAY)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Dorrit Hale resigned yesterday.", ("2014-02-21", "2014-02-21")),
        ("Dorrit Hale, who resigned as mayor last week, is in Rome.", ("2014-02-21", "2014-03-05")),
        ("On Thursday, Dorrit Hale resigned.", (DAY, "2014-02-27")),
    ],
)
def test_the_same_by_a_word_for_its_day_dates_an_article(text: str, days: tuple[str, str]) -> None:
    assert _told((text, "resigned", None), RESIGNED) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe resigned yesterday.",
        "In 2014 Dorrit Hale resigned last of all on Monday.",
        # It was no Monday.
        "Dorrit Hale resigned on Monday.",
        "Dorrit Hale resigned.",
    ],
)
def test_others_and_other_days_say_nothing(text: str) -> None:
    assert not _told((text, "resigned", None), RESIGNED)


def test_what_happens_again_needs_more_in_common() -> None:
    """Of two visits of one person nobody knows which is meant."""
    opened: Words = ("Dorrit Hale painted a boat in Stave on Thursday.", "painted", DAY)
    same: Words = ("Dorrit Hale painted a boat in Stave yesterday.", "painted", None)
    assert not _told(("Dorrit Hale painted a barn yesterday.", "painted", None), opened)
    more: Words = ("Dorrit Hale painted a red boat in Stave harbour yesterday.", "painted", None)
    red: Words = ("Dorrit Hale painted a red boat in Stave harbour on Thursday.", "painted", DAY)
    assert _told(more, red) == [("2014-02-21", "2014-02-21")]
    assert not _told(same, opened, ("Dorrit Hale painted a boat.", "painted", "2014-01-02"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ilse Marrow will play Corran Hall on 14 August.", ("2013-02-12", "2013-08-14")),
        ("Ilse Marrow played Corran Hall on 14 August.", ("2013-08-14", "2014-02-13")),
    ],
)
def test_a_day_beside_the_same_names_has_the_year_of_the_dated_one(
    text: str, days: tuple[str, str]
) -> None:
    dated = "Ilse Marrow had played Corran Hall on 14 August."
    rows = (
        _timex("u", text, "14 August", "XXXX-08-14"),
        _timex("d", dated, "14 August", "2013-08-14"),
    )
    assert _rows({"u": text, "d": dated}, *rows) == [days]


def test_two_years_of_one_day_say_nothing() -> None:
    texts = dict.fromkeys(("u", "d", "e"), "Ilse Marrow played Corran Hall on 14 August.")
    values = {"u": "XXXX-08-14", "d": "2013-08-14", "e": "2012-08-14"}
    assert not _rows(texts, *(_timex(n, texts[n], "14 August", v) for n, v in values.items()))
