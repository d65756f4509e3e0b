"""Copies that hang together are grouped once, and again when anything that counts has changed."""

from collections.abc import Iterable

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.engine.piecewise import WorkedOut
from reportedly.model import Article, Region
from reportedly.reconcile.copies import reconcile
from reportedly.reconcile.copies.grouping import CopyGroups
from reportedly.schema import rows_of, table_of
from tests.keeping import Kept

#: Places where something happened, each told by words of its own.
PLACES = ("Tarn", "Skell", "Marrow", "Hallin")


def told(place: str, more: str = "") -> str:
    """Sixty words that nobody tells of another place."""
    return " ".join(f"{place}{number % 60}" for number in range(60)) + more


def article(name: str, text: str, day: str | None = None) -> Article:
    return Article(article_id=name, path=name, text=text, sha256="", published=day)


#: Two of each place.
PILE = tuple(
    article(f"a{at}{side}", told(place, f" of the {side} paper"), f"2021-03-0{at + 1}")
    for at, place in enumerate(PLACES)
    for side in ("left", "right")
)


def named(articles: Iterable[Article], kept: WorkedOut | None = None) -> dict[str, str | None]:
    """Article → its group."""
    tables = {"articles": table_of(Article, articles), "regions": table_of(Region, [])}
    rows = rows_of(Article, reconcile(tables, LaptopJoins(kept))["articles"])
    return {row.article_id: row.copy_group for row in rows}


@pytest.mark.parametrize(
    ("more", "parts"),
    [
        ([], 0),
        ([article("a9", "Nobody else tells of the ferry at Winmoor.")], 0),
        ([article("a0middle", told("Tarn", " once more"))], 1),
        # An earlier day leads a group, which is called after it.
        ([article("a1left", told("Skell", " of the left paper"), "2020-01-01")], 1),
        # Six articles make the words of a place common ones, which say nothing any more.
        ([article(f"a2more{number}", told("Marrow")) for number in range(4)], 1),
    ],
)
def test_only_what_changed_is_grouped_again(
    more: list[Article], parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The groups are those of a build from nothing, and other parts are not looked at again."""
    kept = Kept()
    assert len({name for name in named(PILE, kept).values() if name}) == len(PLACES)
    grouped: list[tuple[str, str]] = []
    merge = CopyGroups.merge

    def noted(self: CopyGroups, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        grouped.extend(listed := list(pairs))
        return merge(self, listed)

    changed = sorted(
        {row.article_id: row for row in [*PILE, *more]}.values(), key=lambda row: row.article_id
    )
    expected = named(changed)
    monkeypatch.setattr(CopyGroups, "merge", noted)
    assert named(changed, kept) == expected
    assert len({left[:2] for left, _ in grouped}) == parts
