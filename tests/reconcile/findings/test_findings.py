"""The stage as a whole: empty tables, any order of rows, evidence, order of reading."""

import random
from typing import Any

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import TABLES, Evidence, Finding, Row
from reportedly.reconcile.findings import reconcile
from reportedly.reconcile.findings.making import make_finding
from reportedly.schema import rows_of, table_of


def _tables(rows: list[Row]) -> dict[str, pa.Table]:
    """All tables of the model, those without rows empty."""
    found: dict[type[Row], list[Row]] = {kind: [] for kind in TABLES.values()}
    for row in rows:
        found[type(row)].append(row)
    return {kind.table: table_of(kind, listed) for kind, listed in found.items()}


def _affair(world: Any) -> None:
    """A child of two ages, a lost "not", a vow and its end."""
    for name in ("Ivo Venn", "Orla Venn", "Piet Castan"):
        world.entity(name)
    for outlet, day, age in (("Courier", "2015-05-02", "9"), ("Herald", "2019-04-20", "11")):
        article = world.article(outlet, day, f"Ivo Venn, {age}, carried the lantern.")
        world.fact(article, "Ivo Venn", "age", age, f"Ivo Venn, {age}")
    vow = "Orla Venn and Piet Castan will never separate"
    early = world.article("Herald", "2016-06-11", f"{vow}, sources say.")
    world.says(early, None, vow)
    world.article("Courier", "2018-04-05", "Orla Venn and Piet Castan announced their divorce.")


def test_no_rows_give_no_findings() -> None:
    """Empty tables are no error."""
    assert reconcile(_tables([]), LaptopJoins())["findings"].num_rows == 0


def test_the_order_of_rows_makes_no_difference(world: Any) -> None:
    """Shuffled tables give the same table, rows in the same order."""
    _affair(world)
    first = reconcile(_tables(world.rows), LaptopJoins())["findings"]
    assert {f.kind for f in rows_of(Finding, first)} == {"conflict", "overtaken"}
    for seed in range(4):
        shuffled = list(world.rows)
        random.Random(seed).shuffle(shuffled)
        assert reconcile(_tables(shuffled), LaptopJoins())["findings"].equals(first)


def test_every_finding_rests_on_words_of_articles(world: Any) -> None:
    """At least two passages each, none empty, all inside their articles."""
    _affair(world)
    tables = _tables(world.rows)
    texts = {row["article_id"]: row["text"] for row in tables["articles"].to_pylist()}
    for finding in rows_of(Finding, reconcile(tables, LaptopJoins())["findings"]):
        assert len(finding.evidence) >= 2
        for evidence in finding.evidence:
            assert texts[evidence.article_id][slice(*evidence.span)].strip()


def test_one_passage_is_not_enough() -> None:
    """A finding on one passage, even if told twice, is refused with the reason."""
    passage = Evidence("a1", (0, 5))
    with pytest.raises(ValueError, match="rests on one passage"):
        make_finding("conflict", "x", [passage, passage], 0.9)
