"""Which of the machine's groups decisions can change: the bearers that they need as objects."""

from collections.abc import Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.folding import folded
from reportedly.model import Bearer, Constraint, Place
from reportedly.offsets import Span
from reportedly.schema import rows_of, rows_with, values_of


def touched_bearers(bearers: pa.Table, constraints: Iterable[Constraint]) -> list[Bearer]:
    """The rows of all groups that a decision points at, in their order.

    A group is touched when a decision names one of its articles, or what it is called by.
    """
    places = [place for each in constraints for place in _places(each)]
    wanted = {folded(place.name or "") for place in places if place.article_id is None}
    called = [name for name in pc.unique(bearers["name"]).to_pylist() if folded(name) in wanted]
    pointed = pc.or_(
        pc.is_in(bearers["article_id"], pa.array(named_articles(constraints), pa.string())),
        pc.is_in(bearers["name"], pa.array(called, pa.string())),
    )
    groups = pc.unique(bearers["group"].filter(pointed))
    return rows_of(Bearer, bearers.filter(pc.is_in(bearers["group"], groups)))


def _places(given: Constraint) -> list[Place]:
    """Where a decision points at; an alias also at whoever is called by it."""
    alias = [Place(name=given.name)] if given.action == "alias" else []
    return [*given.one, *given.other, *alias]


def named_articles(constraints: Iterable[Constraint]) -> list[str]:
    """The articles that decisions point at."""
    places = (place for each in constraints for place in (*each.one, *each.other))
    return sorted({place.article_id for place in places if place.article_id})


def mention_index(mentions: pa.Table, articles: Sequence[str]) -> dict[str, list[tuple[Span, int]]]:
    """Article → spans of its mentions with their cluster."""
    found: dict[str, list[tuple[Span, int]]] = {}
    some = rows_with(mentions, "article_id", articles)
    columns = (some["article_id"].to_pylist(), some["cluster"].to_pylist())
    spans = values_of(tuple[int, ...], some["span"])
    for article, cluster, span in zip(*columns, spans, strict=True):
        found.setdefault(article, []).append((span, cluster))
    return found
