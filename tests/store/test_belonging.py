"""Findings that belong together: on the same words, or on one matter of one person's life."""

from reportedly.model import Evidence, Finding, Span
from reportedly.store.belonging import belonging


def _finding(
    name: str, attribute: str | None, about: str = "e1", *, article: str = "", span: Span = (0, 9)
) -> Finding:
    piece = Evidence(article_id=article or name, span=span, statement_id=None)
    return Finding(
        finding_id=name, kind="conflict", about=(about,), attribute=attribute, explanation="x",
        evidence=(piece,), confidence=0.8,
    )  # fmt: skip


def test_one_matter_of_one_person() -> None:
    """An age and a day of birth are one matter; another person's age and a wedding are not."""
    found = [
        _finding("g1", "age"),
        _finding("g2", "birth_date"),
        _finding("g3", "age", "e2"),
        _finding("g4", "marriage_date"),
    ]
    assert belonging(found) == {"g1": ["g2"], "g2": ["g1"]}


def test_posts_and_prices_are_not_one_matter() -> None:
    """Somebody has many posts: two findings on them need words in common."""
    assert belonging([_finding("g1", "role"), _finding("g2", "role")]) == {}


def test_the_same_words() -> None:
    """Whoever they are about; words that only touch are not the same."""
    found = [
        _finding("g1", None, "e1", article="a", span=(0, 10)),
        _finding("g2", None, "e2", article="a", span=(5, 15)),
        _finding("g3", None, "e3", article="a", span=(15, 20)),
        _finding("g4", None, "e4", article="b", span=(0, 10)),
        _finding("g5", None, "e5", article="a", span=(2, 4)),
    ]
    assert belonging(found) == {"g1": ["g2", "g5"], "g2": ["g1"], "g5": ["g1"]}
