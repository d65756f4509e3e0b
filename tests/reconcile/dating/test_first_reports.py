"""Names that are new in the pile bound an article without a day from below."""

from datetime import date, timedelta

from reportedly.model import Article, DayEvidence
from reportedly.reconcile.dating.first_reports import first_report_evidence
from reportedly.reconcile.dating.pile import Dated

OLD = "The council of Ludden met in the hall with Orla Venn."
NEW = " The Marrow Bridge fell, Tessa Quill and the Harl Inquiry say."


def _pile(undated: str, articles: int = 120) -> Dated:
    """One article a day; the second half tells of the bridge."""
    listed = [Article(article_id="u", path="u", text=undated, sha256="")]
    evidence = []
    for number in range(articles):
        day = (date(2016, 1, 1) + timedelta(days=number)).isoformat()
        text = OLD + (NEW if number >= articles // 2 else "")
        listed.append(Article(article_id=f"a{number:03}", path="x", text=text, sha256=""))
        evidence.append(
            DayEvidence(
                article_id=f"a{number:03}", kind="metadata", earliest=day, latest=day, reason=day
            )
        )
    dated = Dated(listed)
    dated.add(evidence)
    return dated


def test_new_names_bound_the_day_from_below() -> None:
    """The bridge fell on 1 March, give or take a week; the reason names what is new."""
    (row,) = first_report_evidence(_pile(OLD + NEW))
    assert (row.article_id, row.kind, row.latest) == ("u", "first_report", None)
    assert row.earliest == "2016-02-23"
    assert "(2016-03-01)" in row.reason


def test_old_names_say_nothing() -> None:
    """What was always in the papers gives no day."""
    assert list(first_report_evidence(_pile(OLD))) == []


def test_one_new_name_is_too_few() -> None:
    """A single name may be news to the pile only."""
    assert list(first_report_evidence(_pile(OLD + " Harl said so."))) == []


def test_a_small_pile_has_no_past() -> None:
    """Where there are few dated articles, a name is missing by chance."""
    assert list(first_report_evidence(_pile(OLD + NEW, articles=60))) == []
