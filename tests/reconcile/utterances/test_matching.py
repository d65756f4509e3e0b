"""Pairs are compared anew only where how rare words are decides."""

import numpy as np
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, ChainHop, Row, Statement
from reportedly.reconcile.rarities import UNWEIGHED, Rarities, RarityAsked
from reportedly.reconcile.utterances import comparison, kept_vectors
from reportedly.reconcile.utterances.candidates import keys_of
from reportedly.reconcile.utterances.likeness import Compared, compared
from reportedly.reconcile.utterances.matching import matches_of
from reportedly.reconcile.utterances.reports import Pile
from tests.adding import article, statement, tables_of
from tests.keeping import Kept

QUOTED = "The lamp on the salt tower will burn every night until spring"
RETOLD = "that the lamp on the tower would burn through the nights before spring"


def rows(words: str, mode: str) -> list[Row]:
    """Two articles: one quotes the keeper, the other says the same in these words."""
    told = (QUOTED, "direct"), (words, mode)
    found: list[Row] = []
    for number, (own, how) in enumerate(told):
        found.append(article(number, f"“{own}” said Ida Brandt."))
        found.append(statement(number, own, 1, mode=how, speaker="Ida Brandt", speaker_id="e1"))
    return found


@pytest.mark.parametrize(
    ("words", "mode", "again"), [(QUOTED, "direct", 0), (RETOLD, "indirect", 1)]
)
def test_weights_matter_to_few(
    words: str, mode: str, again: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where words became less rare, the same words are not compared again; a retelling is."""
    tables = tables_of(Article, Statement, ChainHop, rows=rows(words, mode))
    keys, pile, kept = keys_of(tables).sort_by("statement_id"), Pile(tables), Kept()
    work: list[str] = []
    find = comparison.Comparison.find_match

    def counted(self: comparison.Comparison, left: str, right: str) -> object:
        work.append(left)
        return find(self, left, right)

    monkeypatch.setattr(comparison.Comparison, "find_match", counted)
    for times in (1, 9):
        work.clear()
        stems = Rarities(
            keys["stems"].combine_chunks().take(np.arange(2).repeat(times)), 1.0 / times
        )
        matches_of(keys, pile, stems, LaptopJoins(kept, "1"))
    assert len(set(work)) == again


def test_vectors_are_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where words became less rare the model reads nothing again, and says what it said."""
    told = "that the salt tower would keep its lamp lit all through the winter"
    tables = tables_of(Article, Statement, ChainHop, rows=rows(told, "indirect"))
    keys, pile, kept = keys_of(tables).sort_by("statement_id"), Pile(tables), Kept()
    asked: list[str] = []

    def counted(quotation: str, retelling: str) -> Compared:
        asked.append(retelling)
        return compared(quotation, retelling)

    monkeypatch.setattr(kept_vectors, "compared", counted)
    for times in (1, 9):
        words = keys["stems"].combine_chunks().take(np.arange(2).repeat(times))
        stems = Rarities(words, 5.0 / times)
        found = matches_of(keys, pile, stems, LaptopJoins(kept, "1"))
        anew = matches_of(keys, pile, stems, LaptopJoins(Kept(), "1"))
        assert found.equals(anew)
    assert asked == [told] * 3  # by the first with `kept`, and by both without


def test_who_asks_without_weights_hears_that_they_matter() -> None:
    """Nothing is taken for a weight that is none."""
    with pytest.raises(RarityAsked):
        UNWEIGHED.get("lamp", 1.0)
