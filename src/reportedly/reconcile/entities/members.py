"""`Member`: one named cluster of one article, the unit out of which entities are made.

Clusters and mentions of some articles in; the named clusters with what counts about them out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

from reportedly.model import Cluster, EntityKind, Mention
from reportedly.offsets import Span
from reportedly.schema import values_of

_FEMALE_TITLES = frozenset(["mrs", "ms", "miss", "madam", "lady", "dame", "queen", "princess"])
_MALE_TITLES = frozenset(["mr", "mister", "sir", "lord", "king", "prince"])

Sex = Literal["f", "m", ""]

NAMED = pa.schema(
    [
        ("article_id", pa.string()),
        ("cluster", pa.int64()),
        ("name", pa.string()),
        ("names", pa.list_(pa.string())),
        ("kind", pa.string()),
        ("titled", pa.string()),
        ("pronoun", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
    ]
)
"""Named clusters, as `named_clusters` gives them."""


@dataclass(frozen=True, slots=True)
class Member:
    """One entity as one article names it.  `names` holds `name` and all others it gives."""

    article_id: str
    cluster: int
    name: str
    names: tuple[str, ...]
    kind: EntityKind
    titled: Sex
    """what a title such as Mrs. or Mr. says; pronouns are too often resolved wrongly"""
    pronoun: Sex
    """what pronouns put into the cluster say, mostly rightly"""
    day: str
    """day of publication, 9999 when not known"""
    first: Span
    outlet: str | None = None
    """the outlet of the pile that it names, as articles' metadata have it"""


def named_clusters(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The named clusters of some articles, with the place of their first mention."""
    firsts = _first_spans(tables[Mention.table])
    clusters = tables[Cluster.table]
    hints = {"titles": tuple[str, ...], "pronouns": tuple[str, ...], "names": tuple[str, ...]}
    wanted = ("article_id", "cluster", "name", "names", "kind", "titles", "pronouns")
    columns = (values_of(hints.get(name, str), clusters[name]) for name in wanted)
    rows = [
        (
            *(article, cluster, name, sorted({name, *names}), kind),
            *(sex_of_titles(titles), sex_of_pronouns(pronouns)),
            *firsts.get((article, cluster), (0, 0)),
        )
        for article, cluster, name, names, kind, titles, pronouns in zip(*columns, strict=True)
        if name
    ]
    found: list[Any] = list(zip(*rows, strict=True)) or [()] * len(NAMED)
    return pa.table(
        [pa.array(values, field.type) for values, field in zip(found, NAMED, strict=True)],
        schema=NAMED,
    )


def _first_spans(mentions: pa.Table) -> dict[tuple[str, int], Span]:
    found: dict[tuple[str, int], Span] = {}
    hints = {"span": tuple[int, ...]}
    columns = (values_of(hints.get(n, str), mentions[n]) for n in ("article_id", "cluster", "span"))
    for article, cluster, span in zip(*columns, strict=True):
        key = article, cluster
        found[key] = min(found.get(key, span), span)
    return found


def sex_of_titles(titles: Iterable[str]) -> Sex:
    """What titles such as Mrs. or Mr. say; nothing when they are at odds."""
    words = {word.lower().rstrip(".") for title in titles for word in title.split()}
    female, male = bool(words & _FEMALE_TITLES), bool(words & _MALE_TITLES)
    if female == male:
        return ""
    return "f" if female else "m"


def sex_of_pronouns(pronouns: Iterable[str]) -> Sex:
    """What the first pronoun that says anything says."""
    for word in pronouns:
        if word in ("she", "her", "hers", "herself"):
            return "f"
        if word in ("he", "him", "his", "himself"):
            return "m"
    return ""
