"""Articles that are added: the same events as from nothing, and the words of no other are read."""

import pytest

from reportedly.model import Article, Fact, Happening, Row
from reportedly.reconcile.events import reconcile, reports
from tests.adding import Tables, added, article, tables_of, things

PLACES = "Brannoc Skell Tarn Marrow Fenholt Ostrey Quill Varnay Halm Pell Dorse Winmoor".split()


def pile(articles: int) -> Tables:
    """So many articles, each with a fire on some day."""
    rows: list[Row] = []
    for number in range(articles):
        one, other = things(number, 5, 7)
        made = article(
            number, f"The {one} of {PLACES[number % len(PLACES)]} burned by the {other}."
        )
        verb = made.text.index("burned")
        day = f"2019-03-{1 + number % 20:02}"
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
