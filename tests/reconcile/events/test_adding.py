"""Articles that are added: the same events as from nothing, and the words of no other are read."""

from typing import Any

import pytest

from reportedly.model import Article, Fact, Happening, Row
from reportedly.reconcile.events import reconcile, reports, same, writing
from tests.adding import Tables, added, article, tables_of, things, told

PLACES = "Brannoc Skell Tarn Marrow Fenholt Ostrey Quill Varnay Halm Pell Dorse Winmoor".split()


def pile(articles: int) -> Tables:
    """So many articles, each with a fire on some day, which each third tells again; of a story that
    is named after their number."""
    rows: list[Row] = []
    for number in range(articles):
        fire = told(number)
        one, other = things(fire, 5, 7)
        words = f"The {one} of {PLACES[fire % len(PLACES)]} burned by the {other}."
        made = article(number, words, story_id=f"t{articles}")
        verb = made.text.index("burned")
        day = f"2019-03-{1 + fire % 20:02}"
        rows += [
            made,
            Happening(
                article_id=made.article_id, span=(0, len(made.text)), lemma="burn",
                trigger=(verb, verb + 6), earliest=day, latest=day,
            ),
        ]  # fmt: skip
    return tables_of(Article, Fact, Happening, rows=rows)


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is the same, with far fewer words read."""
    read: list[str] = []
    counted = reports.content_stems

    def noted(text: str) -> object:
        read.append(text)
        return counted(text)

    monkeypatch.setattr(reports, "content_stems", noted)
    found = added(reconcile, pile, read)
    assert 0 < len(found.little) < len(found.everything) / 3


def test_what_is_linked_is_put_together_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs are compared, and events of several reports made, only where something is new; words
    that become less rare, and stories that are named anew, ask for none of it."""
    work: list[str] = []
    compared, grouped = same.compare, writing.grouped

    def comparing(a: reports.Report, b: reports.Report) -> object:
        work.append("compared")
        return compared(a, b)

    def grouping(*given: Any) -> object:
        work.append("grouped")
        return grouped(*given)

    monkeypatch.setattr(same, "compare", comparing)
    monkeypatch.setattr(writing, "grouped", grouping)
    found = added(reconcile, pile, work)
    for what in ("compared", "grouped"):
        assert found.little.count(what) < found.everything.count(what) / 5
    assert any(len(row["evidence"]) > 1 for row in found.tables["events"].to_pylist())
