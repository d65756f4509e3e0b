"""Entries of a gazetteer are linked only when something besides the name leaves one."""

from typing import Any

from reportedly.model import Entity, Fact, Identifier, Known
from reportedly.reconcile.identifiers import identified

ENTITY = Entity(entity_id="e1", name="Maud Odell", kind="person", n_articles=2)


def known(identifier: str, **values: Any) -> Known:
    return Known(identifier=identifier, label="Maud Odell", **values)


def fact(attribute: str, value: str, year: str = "2016") -> Fact:
    return Fact(
        fact_id="f1",
        subject_id="e1",
        subject="Maud Odell",
        attribute=attribute,
        value=value,
        as_of_earliest=f"{year}-03-07",
        as_of_latest=f"{year}-03-07",
        article_id="a1",
        span=(0, 1),
        confidence=0.9,
    )


def statuses(rows: list[Identifier]) -> dict[str, str]:
    return {row.identifier: row.status for row in rows}


def test_a_name_alone_is_a_candidate() -> None:
    """Even the only entry of that name is no more."""
    (row,) = identified(ENTITY, [known("Q1")], [])
    assert (row.status, row.reason) == (
        "candidate",
        "same name; nothing else here speaks for it or against it",
    )


def test_an_age_that_fits_links_and_one_that_does_not_speaks_against() -> None:
    """The birth date of one namesake fits the age in the articles, that of the other does not."""
    entries = [known("Q1", birth_date="1975-02-01"), known("Q2", birth_date="1931")]
    (row,) = identified(ENTITY, entries, [fact("age", "41")])
    assert (row.identifier, row.status) == ("Q1", "linked")
    assert "born 1975-02-01, articles give age 41" in row.reason
    (row,) = identified(ENTITY, entries[1:], [fact("age", "41")])
    assert row.status == "candidate"
    assert row.reason == "same name; but the gazetteer has 1931, articles give age 41"


def test_a_description_links_and_two_that_fit_do_not() -> None:
    """A role in the articles in the words of one description; of two, neither is guessed."""
    entries = [known("Q1", description="ferry captain"), known("Q2", description="painter")]
    assert statuses(identified(ENTITY, entries, [fact("role", "captain of the ferry")])) == {
        "Q1": "linked"
    }
    both = [known("Q1", description="ferry captain"), known("Q2", description="sea captain")]
    assert statuses(identified(ENTITY, both, [fact("role", "captain")])) == {
        "Q1": "candidate",
        "Q2": "candidate",
    }
