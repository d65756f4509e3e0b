"""Articles that are added: the same stories as from nothing, and the others are not read again."""

import pytest

from reportedly.model import Article, Region, Row
from reportedly.reconcile.stories import features, reconcile
from tests.adding import Tables, added, article, tables_of, things

PLACES = "Brannoc Skell Tarn Marrow Fenholt Ostrey Quill Varnay Halm Pell Dorse Winmoor".split()


def pile(articles: int) -> Tables:
    """So many short articles, each of a place and a few things."""
    rows: list[Row] = []
    for number in range(articles):
        place, (one, other) = PLACES[number % len(PLACES)], things(number, 5, 7)
        text = f"The {one} of {place} burned. Mayor Ida {place}sen saw the {other} in {place}."
        rows.append(article(number, text))
    return tables_of(Article, Region, rows=rows)


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is the same, with far fewer texts and headlines read."""
    read: list[str] = []
    counted = features.counted

    def noted(text: str, *given: object) -> object:
        read.append(text)
        return counted(text, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(features, "counted", noted)
    found = added(reconcile, pile, read)
    assert 6 <= len(found.little) < len(found.everything) / 3
