"""Weddings are put together over articles and found by the names of either of the two."""

from reportedly.model import Article, Fact
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.weddings import Weddings, weddings_of


def _told(article: str, value: str, *names: str) -> list[Fact]:
    return [
        Fact(
            fact_id=f"{article}{name}", subject=name, attribute="marriage_date", value=value,
            article_id=article, span=(0, 9), confidence=0.9,
        )
        for name in names
    ]  # fmt: skip


def _article(name: str, text: str = "") -> Article:
    return Article(article_id=name, path=name, text=text, sha256="")


def _weddings(*told: list[Fact]) -> Weddings:
    facts = [fact for listed in told for fact in listed]
    return weddings_of(
        Dated([_article(name) for name in sorted({f.article_id for f in facts})], facts)
    )


def test_short_names_are_the_couple_that_has_them() -> None:
    """ "Doe and Roe" are Ann Doe and Tom Roe; the month narrows the year."""
    known = _weddings(_told("a", "2003", "Ann Doe", "Tom Roe"), _told("b", "2003-06", "Doe", "Roe"))
    assert [(w.names, w.days.iso()) for w in known.listed] == [
        (("Ann Doe", "Tom Roe"), ("2003-06-01", "2003-06-30"))
    ]


def test_short_names_of_two_couples_stay_apart() -> None:
    """Where two couples can be meant, neither is."""
    known = _weddings(
        _told("a", "2003", "Ann Doe", "Tom Roe"),
        _told("b", "2005", "Eve Doe", "Sam Roe"),
        _told("c", "2003-06", "Doe", "Roe"),
    )
    assert [w.names for w in known.listed] == [
        ("Ann Doe", "Tom Roe"), ("Doe", "Roe"), ("Eve Doe", "Sam Roe")
    ]  # fmt: skip


def test_a_wedding_is_found_by_a_name_and_by_a_text_with_both() -> None:
    """ "The couple" is the one pair that the article names."""
    known = _weddings(
        _told("a", "2003", "Ann Doe", "Tom Roe"), _told("b", "2005", "Eve Poe", "Sam Coe")
    )
    (single,) = _told("c", "2003", "Sam Coe")
    assert known.find(single, _article("c")) == known.listed[1]
    (couple,) = _told("c", "P9Y/XXXX-XX-XX", "the couple")
    assert known.find(couple, _article("c", "Tom Roe and Ann Doe danced")) == known.listed[0]
    assert known.find(couple, _article("c", "Tom Roe and Eve Poe danced")) is None


def test_what_one_of_them_says_decides_between_two_years() -> None:
    """Where the tellings of both disagree; who wed somebody else before tells nothing otherwise."""
    both = (_told("a", "2009", "Ann Doe", "Tom Roe"), _told("b", "2011", "Ann Doe", "Tom Roe"))
    assert _weddings(*both).listed == []
    (known,) = _weddings(*both, _told("c", "2009", "Ann Doe")).listed
    assert known.days.iso() == ("2009-01-01", "2009-12-31")
    (known,) = _weddings(both[0], _told("c", "2001", "Ann Doe")).listed
    assert known.days.iso() == ("2009-01-01", "2009-12-31")


def test_a_husband_by_a_word_of_the_street_is_one() -> None:
    """ "But hubby Tom" beside the one whose wedding is known."""
    known = _weddings(_told("a", "2003", "Ann Doe", "Tom Roe"))
    (couple,) = _told("c", "2005", "the couple")
    assert known.find(couple, _article("c", "Ann Doe rules, but hubby Tom sleeps"))
    assert known.find(couple, _article("c", "Ann Doe rules, but pal Tom sleeps")) is None
