"""Articles get the days that all evidence allows, and their rows what follows from them."""

from dataclasses import replace

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import (
    Article,
    DayEvidence,
    Fact,
    Happening,
    Row,
    Statement,
    Timex,
)
from reportedly.reconcile.dating import reconcile
from reportedly.schema import rows_of, table_of


def _article(name: str, text: str = "", **known: str) -> Article:
    return Article(article_id=name, path=name, text=text, sha256="", **known)


def _metadata(name: str, day: str) -> DayEvidence:
    return DayEvidence(
        article_id=name, kind="metadata", earliest=day, latest=day, reason=f"says {day}"
    )


def _age(name: str, years: str, day: str | None, subject: str = "Ann Doe") -> Fact:
    return Fact(
        fact_id=f"f{name}{years}{subject}",
        subject=subject,
        attribute="age",
        value=years,
        as_of_earliest=day,
        as_of_latest=day,
        article_id=name,
        span=(0, 5),
        confidence=0.9,
    )


def _dated(*rows: Row) -> dict[type[Row], dict[str, list[Row]]]:
    tables = {
        kind.table: table_of(kind, [row for row in rows if isinstance(row, kind)])
        for kind in (Article, DayEvidence, Timex, Statement, Fact, Happening)
    }
    done = reconcile(tables, LaptopJoins())
    return {kind: rows_of(kind, done[kind.table]) for kind in (Article, Statement, Fact, Happening)}


def _interval(rows, name):
    article = next(a for a in rows[Article] if a.article_id == name)
    return article.published_earliest, article.published_latest


def test_a_dated_article_keeps_its_day() -> None:
    rows = _dated(_article("a", published="2016-05-03T09:00"), _metadata("a", "2016-05-03"))
    (article,) = rows[Article]
    assert article.published == "2016-05-03T09:00"
    assert article.published_from is None
    assert _interval(rows, "a") == ("2016-05-03", "2016-05-03")
    assert article.published_reason == "says 2016-05-03"


def test_an_exact_inference_becomes_the_day() -> None:
    """One day allowed gives the day, a month the month, more nothing."""
    rows = _dated(
        _article("a"),
        _article("b"),
        _article("c"),
        _metadata("a", "2016-05-03"),
        replace(_metadata("b", "2016-05-03"), latest="2016-05-30"),
        replace(_metadata("c", "2016-05-03"), latest="2016-06-30"),
    )
    found = {a.article_id: (a.published, a.published_from) for a in rows[Article]}
    assert found == {
        "a": ("2016-05-03", "inferred"),
        "b": ("2016-05", "inferred"),
        "c": (None, None),
    }


def test_ages_date_an_undated_article() -> None:
    """43 on 3 May 2016 and 45 on 3 June 2018: born between 4 June 1972 and 3 May 1973."""
    rows = _dated(
        _article("a"),
        _article("b"),
        _article("u"),
        _metadata("a", "2016-05-03"),
        _metadata("b", "2018-06-03"),
        _age("a", "43", "2016-05-03"),
        _age("b", "45", "2018-06-03"),
        _age("u", "44", None),
    )
    earliest, latest = _interval(rows, "u")
    assert "2016-05-04" <= earliest <= "2016-06-04"
    assert "2018-05-02" <= latest <= "2018-06-03"
    fact = next(f for f in rows[Fact] if f.article_id == "u")
    assert (fact.as_of_earliest, fact.as_of_latest) == (earliest, latest)


def test_ages_that_contradict_one_another_date_nothing() -> None:
    rows = _dated(
        _article("a"),
        _article("b"),
        _article("u"),
        _metadata("a", "2016-05-03"),
        _metadata("b", "2016-05-04"),
        _age("a", "43", "2016-05-03"),
        _age("b", "63", "2016-05-04"),
        _age("u", "44", None),
    )
    assert _interval(rows, "u") == (None, None)


def test_one_age_that_contradicts_three_does_not_silence_them() -> None:
    """A misprint of 63 beside three articles with 43 and 44: the three date the undated one."""
    names = {"a": ("43", "2016-05-03"), "b": ("63", "2016-05-04"), "c": ("43", "2016-06-01"),
             "d": ("44", "2017-05-02")}  # fmt: skip
    rows = _dated(
        *(_article(name) for name in (*names, "u")),
        *(_metadata(name, day) for name, (_, day) in names.items()),
        *(_age(name, years, day) for name, (years, day) in names.items()),
        _age("u", "44", None),
    )
    earliest, latest = _interval(rows, "u")
    assert "2016-05-01" <= earliest <= "2016-06-04"
    assert "2017-05-02" <= latest <= "2018-07-02"
    article = next(a for a in rows[Article] if a.article_id == "u")
    assert "3 of 4 other articles" in article.published_reason


def test_a_first_name_alone_is_nobody() -> None:
    rows = _dated(
        _article("a"),
        _article("u"),
        _metadata("a", "2016-05-03"),
        _age("a", "9", "2016-05-03", "Lin"),
        _age("u", "10", None, "Lin"),
    )
    assert _interval(rows, "u") == (None, None)


def test_a_near_copy_is_from_the_same_days() -> None:
    rows = _dated(
        _article("a", copy_group="k1", title="Bell found"),
        _article("u", copy_group="k1"),
        _metadata("a", "2016-05-13"),
    )
    assert _interval(rows, "u") == ("2016-05-06", "2016-05-27")
    reason = next(a.published_reason for a in rows[Article] if a.article_id == "u")
    assert reason == "it is a near copy of “Bell found”, published on 2016-05-13"


def test_a_weekday_leaves_one_year() -> None:
    """3 June was a Wednesday in 2015, and in no other of the pile's years."""
    text = "It sank on Wednesday 3 June."
    start = text.index("Wednesday")
    rows = _dated(
        *(_article(f"d{n}") for n in range(5)),
        *(_metadata(f"d{n}", f"201{4 + n % 3}-03-01") for n in range(5)),
        _article("u", text=text),
        Timex(
            article_id="u",
            span=(start, len(text) - 1),
            text="Wednesday 3 June",
            type="DATE",
            value="XXXX-06-03",
        ),
    )
    assert _interval(rows, "u") == ("2015-06-03", "2015-07-04")


def _quote(name: str, article: str, said: str | None = None) -> Statement:
    text = "the tide will take the hall before we ever sell it"
    return Statement(
        statement_id=name,
        article_id=article,
        content=((0, len(text)),),
        content_text=text,
        mode="direct",
        said_earliest=said,
        said_latest=said,
        confidence=0.9,
        reason="quoted",
    )


def test_a_shared_quotation_is_not_older_than_its_words() -> None:
    rows = _dated(
        _article("a", title="Hall kept"),
        _article("u"),
        _metadata("a", "2016-05-13"),
        _quote("s1", "a", "2016-05-12"),
        _quote("s2", "u"),
    )
    assert _interval(rows, "u") == ("2016-05-05", None)


@pytest.mark.parametrize(("outlet", "latest"), [("Ember", "2016-05-14"), ("Beacon", None)])
def test_a_paper_is_no_younger_than_who_reports_what_it_said(outlet, latest) -> None:
    """Who names the paper needs fewer of its words, and no marks of quotation."""
    told = "the pair had not sung together since the night of the fire"
    text = f"Ember said this week, quoting a friend, that {told}, but not why."
    mine = "They have not sung together since the night of the fire and nor have the boys next door"
    start = text.index(told)
    theirs = replace(
        _quote("s1", "a"), content=((start, start + len(told)),), content_text=told,
        mode="indirect", source_kind="outlet",
    )  # fmt: skip
    rows = _dated(
        replace(_article("a", title="Hall kept"), text=text, outlet="The Herald"),
        replace(_article("u"), text=mine, outlet=outlet),
        _metadata("a", "2016-05-13"),
        theirs,
        replace(_quote("s2", "u"), content=((0, len(mine)),), content_text=mine),
    )
    assert _interval(rows, "u")[1] == latest


def test_words_said_before_bound_nothing() -> None:
    """An article from before the day given has the same words: they were said twice."""
    rows = _dated(
        _article("a", title="Hall kept"),
        _article("b"),
        _article("u"),
        _metadata("a", "2016-05-13"),
        _metadata("b", "2015-05-13"),
        _quote("s1", "a", "2016-05-12"),
        _quote("s2", "u"),
        _quote("s3", "b"),
    )
    assert _interval(rows, "u") == (None, None)


def test_open_days_of_rows_are_closed() -> None:
    statement = Statement(
        statement_id="s1",
        article_id="a",
        content=((0, 1),),
        content_text="x",
        mode="direct",
        confidence=0.9,
        reason="quoted",
    )
    happening = Happening(
        article_id="a", span=(0, 5), trigger=(0, 2), lemma="sink", earliest="2016-04-01"
    )
    rows = _dated(
        _article("a"),
        _metadata("a", "2016-05-03"),
        statement,
        replace(statement, statement_id="s2", said_latest="2016-05-01"),
        happening,
    )
    assert [s.said_latest for s in rows[Statement]] == ["2016-05-03", "2016-05-01"]
    assert [h.latest for h in rows[Happening]] == ["2016-05-03"]


def test_an_empty_pile() -> None:
    assert all(rows == [] for rows in _dated().values())
