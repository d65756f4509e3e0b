"""Lines for a terminal: days in words, whole words around evidence, facts in order."""

import pytest

from reportedly.model import Article, Entity, Fact
from reportedly.show.cli.texts import day_of, days_between, person_lines, words_around
from reportedly.store.looking_up import Person


def _article(name: str, **columns: str) -> Article:
    text = columns.pop("text", "")
    return Article(article_id=name, path=f"{name}.txt", text=text, sha256="", **columns)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2001-06-01", "2001-06-30", "2001-06"),
        ("2003-01-01", "2003-12-31", "2003"),
        ("2003-01-01", "2004-12-31", "2003-01-01 to 2004-12-31"),
        ("2019-03-06", "2019-03-06", "2019-03-06"),
        ("2019-03-06", None, "on or after 2019-03-06"),
        (None, "2019-03-06", "on or before 2019-03-06"),
    ],
)
def test_days_are_told_as_precisely_as_they_are_known(
    earliest: str | None, latest: str | None, words: str
) -> None:
    """A whole month or year is one, and an open end is none."""
    assert days_between(earliest, latest) == words


def test_an_undated_article_with_one_bound() -> None:
    assert (
        day_of(_article("a1", published_earliest="2013-10-02")) == "undated; on or after 2013-10-02"
    )


def test_words_around_evidence_are_whole() -> None:
    """What the limits of the context cut is left out, and said to be."""
    text = "Everybody in the harbour knew that the old pier had been sold to nobody in particular."
    start = text.index("had been sold")
    shown = words_around(_article("a1", text=text), (start, start + len("had been sold")))
    assert (
        shown == "… in the harbour knew that the old pier [had been sold] to nobody in particular."
    )


def test_facts_come_in_order_and_equal_ones_once() -> None:
    """By attribute and day; of equal values the first, and how many more say so."""
    articles = {
        "a1": _article("a1", published="2014-05-01"),
        "a2": _article("a2", published="2012-05-01"),
        "a3": _article("a3", published="2015-05-01"),
    }
    told = [("role", "Novelist", "a1"), ("age", "44", "a1"), ("role", "novelist", "a2")]
    told += [("age", "42", "a2"), ("role", "novelist", "a3")]
    facts = [
        Fact(
            fact_id=f"f{n}",
            subject="Ada Quill",
            attribute=attribute,
            value=value,
            article_id=article,
            span=(0, 1),
            confidence=0.9,
        )
        for n, (attribute, value, article) in enumerate(told)
    ]
    person = Person(facts=facts, statements=[], heard=[], about=[], findings=[])
    entity = Entity(entity_id="e1", name="Ada Quill", kind="person", n_articles=3)
    lines = person_lines(entity, person, articles)
    assert [line.strip().split(" — ")[0] for line in lines[1:4]] == [
        "age 42",
        "age 44",
        "role novelist",
    ]
    assert lines[3].endswith("a2.txt, undated, and 2 articles more")
