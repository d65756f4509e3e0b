"""What ended between two people is one finding."""

from dataclasses import replace

import pytest

from reportedly.model import Evidence, Finding
from reportedly.offsets import Span
from reportedly.reconcile.findings.facts import couples
from reportedly.reconcile.findings.facts.couples import each_couple_once


def _finding(name: str, about: str, *passages: tuple[str, tuple[int, int]]) -> Finding:
    return Finding(
        finding_id=name, kind="overtaken", about=(about,), subject=about,
        attribute="relationship", explanation="x",
        evidence=tuple(Evidence(article_id=a, span=span) for a, span in passages),
        confidence=0.6,
    )  # fmt: skip


HIS = _finding("g1", "Ivo Lindqvist", ("a", (0, 9)), ("c", (4, 20)))
HERS = _finding("g2", "Vera Ashdown", ("b", (3, 9)), ("c", (4, 20)), ("d", (0, 5)))


def test_a_divorce_told_of_both_is_one_finding_about_both() -> None:
    """The one with more evidence is shown, whichever comes first."""
    for both in ((HIS, HERS), (HERS, HIS)):
        (found,) = each_couple_once(both)
        assert found.finding_id == "g2"
        assert found.about == ("Ivo Lindqvist", "Vera Ashdown")
        assert [e.article_id for e in found.evidence] == ["b", "c", "d", "a"]


def test_other_couples_and_posts_stay() -> None:
    """Words of their own, or another matter, make another finding."""
    others = _finding("g3", "Sol Tamsin", ("e", (0, 9)), ("f", (0, 9)))
    post = replace(HERS, finding_id="g4", attribute="role")
    found = {f.finding_id for f in each_couple_once([HIS, others, post])}
    assert found == {"g1", "g3", "g4"}


def test_each_end_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many couples part; what rests on the words of two is one with both."""
    looked: list[str] = []
    places = couples._places

    def noted(finding: Finding) -> set[tuple[str, Span]]:
        looked.append(finding.finding_id)
        return places(finding)

    monkeypatch.setattr(couples, "_places", noted)
    many = [_finding(f"m{n}", f"Ada {n}", (f"a{n // 2}", (0, 9))) for n in range(40)]
    assert len(list(each_couple_once(many))) == 20
    assert len(looked) == 40
    both = _finding("z", "Bo Reed", ("a0", (0, 9)), ("a1", (0, 9)))
    assert len(list(each_couple_once([*many, both]))) == 19


def test_a_disputed_wedding_is_one_finding_about_both() -> None:
    """The same two passages of him and of her; a third that sets others apart is another."""
    sides = ("a", (0, 9)), ("c", (4, 20))
    of_him = replace(
        _finding("g1", "Ivo Lindqvist", *sides), kind="conflict", attribute="marriage_date"
    )
    more = _finding("g2", "Vera Ashdown", *reversed(sides), ("d", (0, 5)))
    of_her = replace(more, kind="conflict", attribute="marriage_date")
    apart = replace(of_him, finding_id="g3", evidence=more.evidence[1:])
    for found in (
        [*each_couple_once([of_him, of_her, apart])],
        [*each_couple_once([apart, of_her, of_him])],
    ):
        assert sorted(f.finding_id for f in found) == ["g2", "g3"]
        assert found[0].about == ("Ivo Lindqvist", "Vera Ashdown")
        assert [e.article_id for e in found[0].evidence] == ["c", "a", "d"]
