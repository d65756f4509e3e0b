"""Words of an undated article show its likely days where a pile of dated ones can judge them."""

from datetime import date, timedelta

import pytest

from reportedly.calendar import Interval
from reportedly.model import Article, DayEvidence
from reportedly.reconcile.dating.likely import Likely, likely_days
from reportedly.reconcile.dating.pile import Dated

FIRST = date(2016, 1, 1)
#: What the papers of Ludden speak of for thirty days each.
MATTERS = (
    "The Marrow Bridge fell and Tessa Quill opened the Harl Inquiry into rusted bolts.",
    "Bram Oke won the Ludden Fair with a Giant Marrow of record weight.",
    "Nurses of Saint Orla struck for Higher Wages against Director Fenn.",
    "The Ludden Ferry sank off Gull Point while Captain Dorn slept below deck.",
    "A Swarm of Bees closed the Mill Road School near Castle Venn.",
)
DAILY = "The Ludden Council met at Town Hall with Mayor Orla Venn. "


def _shortened(matter: str, number: int) -> str:
    """No two reports use quite the same words."""
    words = matter.split()
    return " ".join(word for at, word in enumerate(words) if at % 5 != number % 5)


def _pile(
    text: str, articles: int = 150, hard: Interval | None = None, backwards: bool = False
) -> dict[str, Likely]:
    """An undated article `u` beside one dated article a day."""
    listed = [Article(article_id="u", path="u", text=text, sha256="")]
    evidence = []
    for number in range(articles):
        day = (FIRST + timedelta(days=number)).isoformat()
        words = DAILY + _shortened(MATTERS[number // 30 % len(MATTERS)], number)
        name = f"a{number:03}"
        listed.append(Article(article_id=name, path="x", text=words, sha256="", published=day))
        evidence.append(
            DayEvidence(article_id=name, kind="metadata", earliest=day, latest=day, reason=day)
        )
    if hard:
        first, last = hard.iso()
        evidence.append(
            DayEvidence(article_id="u", kind="x", earliest=first, latest=last, reason="x")
        )
    dated = Dated(listed[::-1] if backwards else listed)
    dated.add(evidence)
    return likely_days(dated)


def test_what_is_spoken_of_shows_the_weeks() -> None:
    """The ferry was in the papers from 31 March to 29 April."""
    likely = _pile(DAILY + MATTERS[3])["u"]
    assert likely.days.holds(date(2016, 4, 15))
    assert likely.days.width_days is not None and likely.days.width_days < 60
    assert "Ferry" in likely.reason and "95 in 100" in likely.reason


def test_hard_evidence_is_kept() -> None:
    """No likely day lies outside the days that hard evidence leaves."""
    hard = Interval(date(2016, 4, 20), None)
    days = _pile(DAILY + MATTERS[3], hard=hard)["u"].days
    assert days.earliest is not None and days.earliest >= date(2016, 4, 20)


def test_hard_evidence_outside_the_pile_stands_alone() -> None:
    """An article of other years is not drawn into those of the pile."""
    assert _pile(DAILY + MATTERS[3], hard=Interval(date(2019, 1, 1), None)) == {}


def test_strange_texts_stay_undated() -> None:
    """What shares no words with the pile is not judged by it."""
    assert _pile("Quarterly earnings of Zorvex grew.") == {}


def test_few_dated_articles_judge_nothing() -> None:
    """Where the method cannot be tried, it is not used."""
    assert _pile(DAILY + MATTERS[1], articles=60) == {}


def test_a_large_pile_is_judged_by_a_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work does not grow with the square of the pile, and the part is found by names."""
    monkeypatch.setattr("reportedly.reconcile.dating.likely.MOST_DATED", 110)
    likely = _pile(DAILY + MATTERS[3])["u"]
    assert likely.days.holds(date(2016, 4, 15))
    assert likely == _pile(DAILY + MATTERS[3], backwards=True)["u"]
