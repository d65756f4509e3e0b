"""Findings by the news that they rest on."""

import sqlite3
from pathlib import Path

from reportedly.store import pages_findings


def test_newest_rest_on_the_latest_articles(sample_chronicle: Path) -> None:
    """By the latest dated article of their evidence; agreements and dismissed ones are left out."""
    with sqlite3.connect(sample_chronicle) as opened:
        opened.row_factory = sqlite3.Row
        found = pages_findings.newest(opened, 100)
        days = [each.day for each in found]
        assert len(found) > 3 and days == sorted(days, reverse=True)
        assert "agreement" not in {each.kind for each in found}
        first = pages_findings.find_finding(opened, found[0].finding_id)
        assert first is not None
        assert found[0].day == max(s.article.published or "" for s in first.sides)
        rest = pages_findings.newest(opened, 2, [found[0].finding_id])
        assert rest == found[1:3]


def test_a_finding_stands_between_others_of_its_kind(sample_chronicle: Path) -> None:
    """In the order of the list; a dismissed one is passed over, but still has its own place."""
    with sqlite3.connect(sample_chronicle) as opened:
        opened.row_factory = sqlite3.Row
        _, cards = pages_findings.findings(opened, pages_findings.Wanted(kind="overtaken"))
        first, second, third, *_ = [card.finding for card in cards]
        place = pages_findings.neighbours(opened, second)
        assert (place.number, place.total) == (2, len(cards))
        assert (place.before, place.after) == (first.finding_id, third.finding_id)
        skipping = pages_findings.neighbours(opened, first, [second.finding_id])
        assert (skipping.before, skipping.after) == (None, third.finding_id)
        assert pages_findings.neighbours(opened, second, [second.finding_id]) == place


def test_findings_by_words_and_outlet(sample_chronicle: Path) -> None:
    """All words must be in it, whatever their case; at least one article must be of the outlet."""
    wanted = pages_findings.Wanted
    with sqlite3.connect(sample_chronicle) as opened:
        opened.row_factory = sqlite3.Row
        total, cards = pages_findings.findings(opened, wanted(words="ambrose BORN"))
        assert total == len(cards) > 0
        assert all("Ambrose" in card.finding.explanation for card in cards)
        assert pages_findings.findings(opened, wanted(words="ambrose zebra"))[0] == 0
        assert pages_findings.findings(opened, wanted(words="%"))[0] == 0
        total, cards = pages_findings.findings(opened, wanted(outlet="The Abacus"))
        assert total == len(cards) > 0
        for card in cards:
            assert "The Abacus" in {side.article.outlet for side in card.sides}
        kinds = pages_findings.kinds(opened, wanted(kind="conflict", outlet="The Abacus"))
        assert sum(count.n for count in kinds) == total


def test_what_belongs_with_a_finding_is_listed_beside_it(sample_chronicle: Path) -> None:
    """The conflict of Ambrose's ages has the agreement on his other ages beside it, and that has
    the conflict; a dismissed one is left out."""
    with sqlite3.connect(sample_chronicle) as opened:
        opened.row_factory = sqlite3.Row
        _, cards = pages_findings.findings(opened, pages_findings.Wanted(words="ambrose aged"))
        conflict = next(c.finding for c in cards if c.finding.kind == "conflict")
        beside = pages_findings.beside(opened, conflict)
        assert beside and conflict.finding_id not in {each.finding_id for each in beside}
        other = beside[0]
        assert conflict in pages_findings.beside(opened, other)
        assert other not in pages_findings.beside(opened, conflict, [other.finding_id])
