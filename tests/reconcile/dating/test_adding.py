"""Articles that are added: all days as from nothing, and the others' evidence is not read again."""

from datetime import date, timedelta
from typing import Any

import pytest

from reportedly.model import (
    Article,
    Cluster,
    DayEvidence,
    Fact,
    Happening,
    Row,
    Statement,
    Timex,
)
from reportedly.reconcile.dating import pile as dated_pile
from reportedly.reconcile.dating import quotations, reconcile
from tests.adding import Tables, added, article, statement, tables_of, things, told

FIRST = date(2031, 2, 3)


def pile(articles: int) -> Tables:
    """So many articles of one quotation each; those that repeat one say no day of their own."""
    rows: list[Row] = []
    for number in range(articles):
        day = (FIRST + timedelta(days=number)).isoformat()
        undated = told(number) != number
        one, other = things(told(number), 1, 5)
        words = f"the {one} and the {other} of parish number {told(number)} shall never be sold"
        rows.append(article(number, words, published=None if undated else day))
        known = {} if undated else {"said_earliest": day}
        rows.append(statement(number, words, mode="direct", **known))
        if not undated:
            said = {"kind": "metadata", "earliest": day, "latest": day, "reason": f"says {day}"}
            rows.append(DayEvidence(article_id=rows[-1].article_id, **said))  # type: ignore
    return tables_of(*(Article, Cluster, DayEvidence, Timex, Statement, Fact, Happening), rows=rows)


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is the same, with little evidence weighed and few quotations taken apart."""
    work: list[str] = []
    weigh, runs = dated_pile.published_days, quotations.runs_in

    def weighed(rows: Any) -> object:
        listed = list(rows)
        # Articles without evidence of their own are dated by the pile, as it then is.
        work.extend(["weighed"] * any(row.kind == "metadata" for row in listed))
        return weigh(listed)

    def taken_apart(text: str) -> set[str]:
        work.append("taken apart")
        return runs(text)

    monkeypatch.setattr(dated_pile, "published_days", weighed)
    monkeypatch.setattr(quotations, "runs_in", taken_apart)
    found = added(reconcile, pile, work)
    dated = found.tables["articles"].to_pylist()
    assert sum("quotes words" in (each["published_reason"] or "") for each in dated) > 50
    for kind in ("weighed", "taken apart"):
        assert 0 < found.little.count(kind) < found.everything.count(kind) / 3
