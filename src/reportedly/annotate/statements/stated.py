"""The hops that an article itself states, as the filters and benchmarks show chains.

In: an article and its hops.  Out: names, outermost first, for each statement.
"""

from collections.abc import Iterable

from reportedly.annotate.statements.outlets import find_agency
from reportedly.model import Article, ChainHop


def stated_chains(article: Article, hops: Iterable[ChainHop]) -> dict[str, list[str | None]]:
    """Names of the hops that the article states for each statement, outermost first."""
    agency = find_agency(article)
    chains: dict[str, list[str | None]] = {}
    for hop in hops:
        signed = agency is not None and hop.hop == 1 and hop.span == agency[1]
        if hop.hop and not signed:
            chains.setdefault(hop.statement_id, []).append(hop.name)
    return chains
