"""Claims of several statements are made part by part, and once."""

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.reconcile.claims import grouping, reconcile
from reportedly.reconcile.claims.grouping import groups_of
from reportedly.schema import with_column
from tests.adding import added
from tests.keeping import Kept
from tests.reconcile.claims.test_adding import pile


def test_parts_that_nothing_touches_are_not_grouped_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three articles more: their own part is grouped, the others stay as they were."""
    work: list[str] = []

    def counted(*given: object) -> object:
        work.append("grouped")
        return groups_of(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(grouping, "groups_of", counted)
    found = added(reconcile, pile, work)
    assert len(found.little) <= 2 < 30 < len(found.everything)


def test_another_outlet_counts_anew() -> None:
    """The outlets of a claim follow its articles, though nothing that was said has changed."""
    tables, kept = pile(9), Kept()
    before = _outlets(reconcile(tables, LaptopJoins(kept, "1")))
    articles = tables["articles"]
    outlets = [f"Gazette {number}" for number in range(articles.num_rows)]
    tables["articles"] = with_column(articles, "outlet", outlets)
    assert before == [0, 0, 0]
    assert _outlets(reconcile(tables, LaptopJoins(kept, "1"))) == [2, 2, 2]


def _outlets(tables: dict[str, pa.Table]) -> list[int]:
    claims = tables["claims"].to_pylist()
    return [claim["n_outlets"] for claim in claims if claim["n_statements"] > 1]
