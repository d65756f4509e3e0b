"""Days of which most outlets tell come first, and copies count once."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.model import (
    Article,
    Entity,
    Event,
    Evidence,
    Mention,
    Region,
    Statement,
    Timex,
)
from reportedly.store import called, rows
from reportedly.store import connection as store
from reportedly.store.days import days, find_date

HEAD = "Ada Quill quits"
TEXT = f"{HEAD}\nThe choir sang on 3 May 2016. Quill resigned on 4 May 2016, she said."


def _article(name: str, outlet: str, published: str, group: str | None = None) -> Article:
    return Article(
        article_id=name, path=name, text=TEXT, sha256="0", outlet=outlet, title=HEAD,
        published=published, copy_group=group,
    )  # fmt: skip


def _at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture()
def chronicle(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Three articles of two outlets, one of them a copy of another outlet's."""
    opened = store.create(tmp_path / "a.chronicle")
    articles = [
        _article("a1", "Packet", "2016-05-04", "k1"),
        _article("a2", "Gull", "2016-05-04", "k1"),
        _article("a3", "Ebb", "2016-05-05"),
    ]
    rows.insert(opened, Article, articles)
    names = [a.article_id for a in articles]
    rows.insert(opened, Region, [Region(article_id=n, span=_at(HEAD), kind="title") for n in names])
    rows.insert(opened, Entity, [_entity()])
    rows.insert(opened, Mention, [_mention(name, _at("Quill resigned")) for name in names])
    rows.insert(opened, Timex, [_timex(n, d) for n in names for d in ("3 May 2016", "4 May 2016")])
    rows.insert(opened, Event, [_event(names)])
    rows.insert(opened, Statement, [_statement(name) for name in names])
    rows.insert(opened, Statement, [_statement("a3", "2009-12-31")])
    yield opened
    opened.close()


def _entity() -> Entity:
    return Entity(
        entity_id="e1", name="Ada Quill", kind="person", aliases=("Quill",), n_articles=3
    )  # fmt: skip


def _mention(article_id: str, span: tuple[int, int]) -> Mention:
    return Mention(
        article_id=article_id, span=span, text="Quill", form="name", entity_id="e1",
        confidence=1.0, cluster=0,
    )  # fmt: skip


def _timex(article_id: str, words: str) -> Timex:
    day = f"2016-05-0{words[0]}"
    return Timex(
        article_id=article_id, span=_at(words), text=words, type="DATE", value=day,
        earliest=day, latest=day,
    )  # fmt: skip


def _event(names: list[str]) -> Event:
    evidence = tuple(
        Evidence(article_id=name, span=_at("Quill resigned on 4 May 2016")) for name in names
    )
    return Event(
        event_id="v1", earliest="2016-05-04", latest="2016-05-04", what="Quill resigned",
        who=("e1",), n_articles=3, n_independent=2, evidence=evidence,
    )  # fmt: skip


def _statement(article_id: str, day: str = "2016-05-05") -> Statement:
    return Statement(
        statement_id=f"s-{article_id}-{day}", article_id=article_id,
        content=(_at("Quill resigned"),),
        content_text="Quill resigned", cue=(_at("said"),), mode="indirect", speaker_id="e1",
        source_kind="named", said_latest=day, confidence=1.0, reason="",
    )  # fmt: skip


def test_days_of_which_most_outlets_tell_come_first(chronicle: sqlite3.Connection) -> None:
    """Two outlets and not three tell of 4 May: one of the three has the other's article."""
    found = days(chronicle, called.called(chronicle, "Ada Quill"))
    assert [(d.date, d.n_outlets, d.n_articles) for d in found] == [
        ("2016-05-04", 2, 2),
        ("2016-05-05", 2, 2),
    ]
    kinds = {told.kind for told in found[0].told}
    assert kinds == {"event", "headline", "named"}


def test_days_of_another_sentence_are_not_told_of_the_person(
    chronicle: sqlite3.Connection,
) -> None:
    """The choir's day is one of the pile's, and not of Ada Quill's."""
    assert "2016-05-03" in {day.date for day in days(chronicle)}
    for about in (called.called(chronicle, "Ada Quill"), called.entity(chronicle, "e1")):
        assert "2016-05-03" not in {day.date for day in days(chronicle, about)}


def test_what_is_no_entity_is_found_by_its_words(chronicle: sqlite3.Connection) -> None:
    """A choir without a name of its own has the days of the sentences that have the word."""
    assert [day.date for day in days(chronicle, called.called(chronicle, "choir"))] == [
        "2016-05-03"
    ]
    assert days(chronicle, called.called(chronicle, "orchestra")) == []


def test_initials_and_numbers_stand_for_long_names() -> None:
    """As they are written: initials in small letters are words."""
    found = called._pattern({"Harbour Rescue Board", "Skua 787 Marten", "Dock 5"})
    told = "The HRB had a 787 Marten, and a skua 787 marten; hrb is no name, nor is 5."
    assert [m[0] for m in found.finditer(told)] == ["HRB", "787 Marten", "skua 787 marten"]


@pytest.mark.parametrize(
    ("earliest", "latest", "date"),
    [
        ("2016-05-04", "2016-05-04", "2016-05-04"),
        ("2016-05-01", "2016-05-31", "2016-05"),
        ("2016-04-30", "2016-05-04", "2016-05-04"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2016-03-01", "2016-05-04", None),
        (None, "2016-05-04", None),
    ],
)
def test_one_date_stands_for_a_period(
    earliest: str | None, latest: str | None, date: str | None
) -> None:
    assert find_date(earliest, latest) == date
