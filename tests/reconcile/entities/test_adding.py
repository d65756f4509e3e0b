"""Articles that are added: the same entities as from nothing, and no other is named anew."""

from typing import Any

import pyarrow as pa
import pytest

from reportedly.model import (
    Article,
    ChainHop,
    Cluster,
    Constraint,
    Fact,
    Happening,
    Mention,
    Region,
    Row,
    Statement,
)
from reportedly.reconcile import entities
from reportedly.reconcile.entities import described, reconcile, whole
from reportedly.reconcile.entities.described.told import told_in
from reportedly.reconcile.entities.members import named_clusters
from tests.adding import Tables, added, article, tables_of

GIVEN = "Orla Jonas Iris Tobin Delia Wendell Una Lew Cora Bram".split()
FAMILY = "Fenwick Quill Oakes Vell Strand Marrow Dorn".split()
KINDS = Article, Region, Cluster, Mention, Statement, ChainHop, Fact, Happening, Constraint


def pile(articles: int) -> Tables:
    """So many articles with two full names each, the first of them once more as a last name."""
    rows: list[Row] = []
    for number in range(articles):
        one = f"{GIVEN[number % len(GIVEN)]} {FAMILY[number % len(FAMILY)]}{number // 9}"
        names = [one, f"{GIVEN[number % 7]} Tarn", one.split()[1]]
        made = article(number, ", ".join(names), outlet="The Mardle Gazette")
        rows.append(made)
        for cluster, name in enumerate(names):
            named: dict[str, Any] = {"article_id": made.article_id, "cluster": cluster}
            rows.append(Cluster(**named, name=name, names=(name,), kind="person", n_mentions=1))
            span = (made.text.index(name), made.text.index(name) + len(name))
            rows.append(Mention(**named, span=span, text=name, form="name", confidence=0.9))
    return tables_of(*KINDS, rows=rows)


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is the same; clusters and words of few articles are read, few groups named."""
    work: list[str] = []
    name = whole.entity_of

    def read(tables: Tables) -> pa.Table:
        work.extend(["read"] * tables[Cluster.table].num_rows)
        return named_clusters(tables)

    def named(*given: Any) -> object:
        work.append("named")
        return name(*given)

    def told(tables: Tables) -> pa.Table:
        work.extend(["told"] * tables[Mention.table].num_rows)
        return told_in(tables)

    monkeypatch.setattr(entities, "named_clusters", read)
    monkeypatch.setattr(described, "told_in", told)
    monkeypatch.setattr(whole, "entity_of", named)
    found = added(reconcile, pile, work)
    for kind in ("read", "told", "named"):
        assert 0 < found.little.count(kind) < found.everything.count(kind) / 3
