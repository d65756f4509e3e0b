"""Statements: attributions with speaker, kind, channel, addressee, chain, day and polarity.

In: a document and its attributions, mentions, clusters and expressions of time.  Out: one
`Statement` for each attribution, and the `ChainHop` rows of each.
"""

from typing import TYPE_CHECKING

from reportedly.rows import Rows

if TYPE_CHECKING:
    from reportedly.annotate.document import Document


def annotate(document: "Document", rows: Rows) -> Rows:
    """The statements of one article; see `reportedly.annotate.statements.rows`."""
    from reportedly.annotate.statements.rows import statements_of
    from reportedly.model import ChainHop, Statement

    statements, hops = statements_of(document, rows)
    return Rows({Statement: statements, ChainHop: hops})
