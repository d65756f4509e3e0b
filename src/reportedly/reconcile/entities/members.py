"""`Member`: one named cluster of one article, the unit out of which entities are made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from reportedly.model import Cluster, EntityKind
from reportedly.offsets import Span

_FEMALE_TITLES = frozenset(["mrs", "ms", "miss", "madam", "lady", "dame", "queen", "princess"])
_MALE_TITLES = frozenset(["mr", "mister", "sir", "lord", "king", "prince"])


@dataclass(frozen=True, slots=True)
class Member:
    """One entity as one article names it.  `names` holds `name` and all others it gives."""

    article_id: str
    cluster: int
    name: str
    names: tuple[str, ...]
    kind: EntityKind
    titled: Literal["f", "m", ""]
    """what a title such as Mrs. or Mr. says; pronouns are too often resolved wrongly"""
    pronoun: Literal["f", "m", ""]
    """what pronouns put into the cluster say, mostly rightly"""
    day: str
    """day of publication, 9999 when not known"""
    first: Span
    outlet: str | None = None
    """the outlet of the pile that it names, as articles' metadata have it"""

    @property
    def key(self) -> tuple[str, str, Span, int]:
        """Members sort by publication, article and place."""
        return self.day, self.article_id, self.first, self.cluster


def members_of(
    clusters: Iterable[Cluster],
    days: Mapping[str, str],
    firsts: Mapping[tuple[str, int], Span],
    bylines: Mapping[str, str],
) -> list[Member]:
    """The named clusters, sorted by `Member.key`.

    Args:
        clusters: of all articles; unnamed ones are passed over.
        days: article → day of publication, where known.
        firsts: (article, cluster) → span of the first mention.
        bylines: an author's name in capitals → as the metadata print it.
    """
    found = [
        Member(
            row.article_id,
            row.cluster,
            bylines.get(row.name, row.name),
            tuple(sorted({bylines.get(row.name, row.name), row.name, *row.names})),
            row.kind,
            _titled(row.titles),
            _pronoun(row.pronouns),
            days.get(row.article_id) or "9999",
            firsts.get((row.article_id, row.cluster), (0, 0)),
        )
        for row in clusters
        if row.name
    ]
    return sorted(found, key=lambda member: member.key)


def _titled(titles: Iterable[str]) -> Literal["f", "m", ""]:
    words = {word.lower().rstrip(".") for title in titles for word in title.split()}
    female, male = bool(words & _FEMALE_TITLES), bool(words & _MALE_TITLES)
    if female == male:
        return ""
    return "f" if female else "m"


def _pronoun(pronouns: Iterable[str]) -> Literal["f", "m", ""]:
    for word in pronouns:
        if word in ("she", "her", "hers", "herself"):
            return "f"
        if word in ("he", "him", "his", "himself"):
            return "m"
    return ""
