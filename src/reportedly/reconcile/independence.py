"""How many articles, outlets and independent sources stand behind something: rows in, counts out.

Conservative: what is not shown to be independent is not independent.  Articles of one outlet, near
copies, and articles that name the same relay ("the Courier reports") count once; an article whose
outlet is unknown may belong to any of the others and adds nothing to them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes
from reportedly.model import Article, ChainHop
from reportedly.outlets import outlet_key
from reportedly.reconcile.groups import connected
from reportedly.reconcile.hashing import row_states
from reportedly.reconcile.indexing import Index


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands behind one utterance, event or claim."""

    n_articles: int
    #: outlets that are named; articles of unknown outlets are not counted here
    n_outlets: int
    n_independent: int
    #: the articles of each independent source, for showing how the number came about
    groups: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """What ties articles together; made once from the tables, asked for each group of articles."""

    outlets: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    #: statement → the outlets that the article names as having reported it before
    relays: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statement_articles: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        articles: Iterable[Article],
        chain: Iterable[ChainHop] = (),
        statement_articles: Mapping[str, str] | None = None,
    ) -> "SourceIndex":
        """The index of some tables.

        Args:
            articles: all articles, with `outlet` and `copy_group` as known so far.
            chain: hops of statements; those of statements missing from the next are not used.
            statement_articles: statement → the article it stands in.
        """
        rows = list(articles)
        return cls(
            outlets={a.article_id: outlet_key(a.outlet) for a in rows if a.outlet},
            copies={a.article_id: a.copy_group for a in rows if a.copy_group},
            relays=relays_of(chain),
            statement_articles=dict(statement_articles or {}),
        )


def relays_of(chain: Iterable[ChainHop]) -> dict[str, tuple[str, ...]]:
    """Statement → keys of the outlets named between its own outlet and its origin.

    An organisation counts when somebody stands behind it in the chain ("told the agency"): at the
    end of the chain it is the one who speaks, and two outlets may both have asked it.
    """
    hops: dict[str, list[ChainHop]] = {}
    for hop in chain:
        if hop.hop > 0:
            hops.setdefault(hop.statement_id, []).append(hop)
    found = {}
    for statement_id, listed in hops.items():
        last = max(hop.hop for hop in listed)
        names = {
            outlet_key(hop.name)
            for hop in listed
            if hop.name
            and (hop.kind == "outlet" or (hop.kind == "organisation" and hop.hop < last))
        }
        if names:
            found[statement_id] = tuple(sorted(names))
    return found


def states_of_chains(chain: pa.Table, statements: pa.ChunkedArray) -> Hashes:
    """For each of some statements a hash of its chain; 0 where there is none."""
    hops = chain.filter(pc.is_in(chain["statement_id"], statements.combine_chunks()))
    index = Index(hops["statement_id"])
    known = np.append(index.summed(row_states(hops, hops.schema.names)), np.uint64(0))
    places = pc.fill_null(pc.index_in(statements, index.values), -1)
    found: Hashes = known[places.to_numpy()]
    return found


def _edges(
    articles: list[str], sources: SourceIndex, statement_ids: Iterable[str]
) -> Iterable[tuple[str, str]]:
    """Ties between articles and what makes them dependent: an outlet, a copy group, a relay."""
    present = set(articles)
    for article in articles:
        yield article, article
        if article in sources.outlets:
            yield article, "outlet " + sources.outlets[article]
        if article in sources.copies:
            yield article, "copy " + sources.copies[article]
    for statement_id in statement_ids:
        article = sources.statement_articles.get(statement_id, "")
        if article in present:
            for relay in sources.relays.get(statement_id, ()):
                yield article, "outlet " + relay


def count_sources(
    article_ids: Iterable[str], sources: SourceIndex, statement_ids: Iterable[str] = ()
) -> Counts:
    """Articles, outlets and independent sources among some articles.

    Args:
        article_ids: the articles that report something; repeats are counted once.
        sources: the index of all articles.
        statement_ids: the statements in which they report it, for the relays that these name.
    """
    articles = sorted(set(article_ids))
    present = set(articles)
    groups = [
        tuple(name for name in group if name in present)
        for group in connected(_edges(articles, sources, statement_ids))
    ]
    known = [group for group in groups if any(name in sources.outlets for name in group)]
    return Counts(
        n_articles=len(articles),
        n_outlets=len({sources.outlets[a] for a in articles if a in sources.outlets}),
        n_independent=len(known) or min(1, len(articles)),
        groups=tuple(groups),
    )
