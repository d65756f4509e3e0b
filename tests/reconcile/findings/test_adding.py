"""Articles that are added: the same findings as from nothing, and few parts are looked at again."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import TABLES, Edit, Finding, Row, Statement, Variant
from reportedly.reconcile.findings import by_utterance, facts, reconcile
from reportedly.reconcile.findings.changed_quotes import find_changed_quotes
from reportedly.reconcile.findings.facts.life_dates import find_life_date_conflicts
from reportedly.reconcile.findings.pile import Pile
from reportedly.schema import rows_of, table_of
from tests.keeping import Kept

WORDS = "foundry mill ferry orchard quarry market bridge kiln harbour barn".split()


def affair(world: Any, number: int) -> None:
    """A quotation that lost its "not", a child of two ages, a vow that an end overtook, and a
    plan that was carried out, all of people of their own."""
    word = WORDS[number % len(WORDS)]
    name, child = f"Orla {word.title()}{number}", f"Ivo {word.title()}{number}"
    for each in (name, child):
        world.entity(each)
    said = f"We are not selling the {word} to strangers"
    texts = f"“{said},” said {name}.", f"“{said.replace('not ', '')},” said {name}."
    rows = []
    for day, text, age in zip(("2018-06-21", "2018-06-22"), texts, ("9", "12"), strict=True):
        article = world.article(f"Courier{number}", day, f"{text}\n{child}, {age}, sang.")
        content = text[1 : text.index(",")]
        rows.append(world.says(article, name, content, utterance_id=f"u{number}"))
        world.fact(article, child, "age", age, f"{child}, {age}")
    world.variant(*rows, Edit("drop", "not", ""))
    world.rows[-1] = replace(world.rows[-1], utterance_id=f"u{number}")
    world.article("Herald", "2018-07-01", f"{name} will reopen the {word} by the river.")
    world.article("Herald", "2018-07-20", f"{name} reopened the {word} by the river.")


def tables(world: Any) -> dict[str, pa.Table]:
    """All tables of the model."""
    found: dict[type[Row], list[Row]] = {kind: [] for kind in TABLES.values()}
    for row in world.rows:
        found[type(row)].append(row)
    return {kind.table: table_of(kind, listed) for kind, listed in found.items()}


def test_adding_equals_from_nothing(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the utterance and the person that are new are asked for again."""
    asked: list[Variant] = []
    people: list[str] = []

    def quotes(pile: Pile) -> Iterator[Finding]:
        asked.extend(pile.rows(Variant))
        return find_changed_quotes(pile)

    def ages(subject: str, *given: Any) -> Iterator[Finding]:
        people.append(subject)
        return find_life_date_conflicts(subject, *given)

    monkeypatch.setattr(by_utterance, "find_changed_quotes", quotes)
    monkeypatch.setattr(facts, "_FINDERS", (ages,))
    kept = Kept()
    for number in range(6):
        affair(world, number)
    reconcile(tables(world), LaptopJoins(kept, "1"))
    assert (len(asked), len(people)) == (6, 6)
    affair(world, 6)
    added = reconcile(tables(world), LaptopJoins(kept, "1"))["findings"]
    assert (len(asked), len(people)) == (7, 7)
    anew = reconcile(tables(world), LaptopJoins())["findings"]
    assert added.equals(anew)
    assert {f.kind for f in rows_of(Finding, anew)} >= {"changed_quote", "conflict"}


def test_what_changes_in_an_article_is_looked_at_again(world: Any) -> None:
    """A statement of another speaker gives another finding, though nothing was added."""
    kept = Kept()
    affair(world, 0)
    before = reconcile(tables(world), LaptopJoins(kept, "1"))["findings"]
    at = next(i for i, row in enumerate(world.rows) if isinstance(row, Statement))
    world.rows[at] = replace(world.rows[at], speaker="Orla Reed", confidence=0.5)
    after = reconcile(tables(world), LaptopJoins(kept, "1"))["findings"]
    assert not after.equals(before)
    assert after.equals(reconcile(tables(world), LaptopJoins())["findings"])
