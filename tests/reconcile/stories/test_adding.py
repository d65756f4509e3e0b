"""Articles that are added: the same stories as from nothing, and the others are not read again."""

import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.identifiers import identifier
from reportedly.model import Article, Region
from reportedly.reconcile.stories import features, reconcile
from reportedly.schema import table_of
from tests.keeping import Kept

PLACES = "Brannoc Skell Tarn Marrow Fenholt Ostrey Quill Varnay Halm Pell Dorse Winmoor".split()
THINGS = "ferry lantern orchard quarry market bridge kiln harbour barn well mill tower".split()


def pile(articles: int) -> dict[str, pa.Table]:
    """So many short articles, each of a place and a few things."""
    rows = []
    for number in range(articles):
        place = PLACES[number % len(PLACES)]
        one, other = (THINGS[(number * step) % len(THINGS)] for step in (5, 7))
        text = f"The {one} of {place} burned. Mayor Ida {place}sen saw the {other} in {place}."
        rows.append(Article(article_id=identifier("a", number), path="x", text=text, sha256=""))
    return {"articles": table_of(Article, rows), "regions": table_of(Region, [])}


def test_adding_equals_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is the same, with far fewer texts read."""
    read: list[str] = []
    counted = features.counted

    def noted(text: str, *given: object) -> object:
        read.append(text)
        return counted(text, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(features, "counted", noted)
    kept = Kept()
    reconcile(pile(300), LaptopJoins(kept, "1"))
    read.clear()
    added = reconcile(pile(303), LaptopJoins(kept, "1"))
    assert 3 <= len(read) < 100
    anew = reconcile(pile(303), LaptopJoins())
    assert {name: table.to_pylist() for name, table in added.items()} == {
        name: table.to_pylist() for name, table in anew.items()
    }
