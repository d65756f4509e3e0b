"""What the model of pairs says of the words of two statements, kept from one build to the next.

In: pairs of statements.  Out: rows with how near each word of the one is to each of the other, and
what finds them again by the two texts.  How rare words are plays no part in it.
"""

import numpy as np
import pyarrow as pa

from reportedly.errors import ReportedlyError
from reportedly.reconcile.hashing import hash_of
from reportedly.reconcile.pairs.reading import word_spans
from reportedly.reconcile.utterances.likeness import Compared, compared
from reportedly.reconcile.utterances.reports import Pile
from reportedly.reconcile.utterances.retold import quotation_first

COMPARED = pa.schema(
    [
        pa.field("state", pa.uint64()),
        #: a hash of quotation and retelling
        pa.field("texts", pa.uint64()),
        pa.field("clause", pa.float64()),
        #: word by word of the retelling
        pa.field("cosines", pa.list_(pa.float32())),
    ]
)


class VectorsAsked(ReportedlyError):  # noqa: N818 - the name says what happens, not that it is bad
    """What is compared with `not_compared` hangs on vectors of words."""


def not_compared(quotation: str, retelling: str) -> Compared:
    """Raises VectorsAsked: whoever asks hears that vectors matter."""
    raise VectorsAsked(f"no vectors were given for “{retelling}” beside “{quotation}”")


def compared_pairs(pairs: pa.Table, pile: Pile) -> pa.Table:
    """What the model says of pairs: rows of `COMPARED`.

    Args:
        pairs: rows of statements, `left` and `right`, and the pair's `state`.
        pile: the statements.
    """
    both = [pairs[side].to_numpy() for side in ("left", "right")]
    said = pile.reports(np.concatenate(both)).said
    names = (pile.statements["statement_id"].take(side).to_pylist() for side in both)
    rows = []
    for state, left, right in zip(pairs["state"].to_pylist(), *names, strict=True):
        ordered = quotation_first(said[left], said[right])
        if ordered is None:
            continue
        quotation, retelling = (each.statement.content_text for each in ordered)
        if word_spans(quotation) and word_spans(retelling):
            found = compared(quotation, retelling)
            texts = _hash(quotation, retelling)
            rows.append((state, texts, found.clause, found.cosines.ravel()))
    columns = [[row[at] for row in rows] for at in range(len(COMPARED))]
    return pa.table(columns, schema=COMPARED)


class KeptVectors:
    """Texts → what the model says of them, out of rows of `COMPARED`."""

    def __init__(self, rows: pa.Table) -> None:
        rows = rows.combine_chunks()
        self._rows = {texts: row for row, texts in enumerate(rows["texts"].to_pylist())}
        self._clauses = rows["clause"]
        self._cosines = rows["cosines"]

    def __call__(self, quotation: str, retelling: str) -> Compared:
        """Raises KeyError for texts that were not compared."""
        row = self._rows[_hash(quotation, retelling)]
        shape = len(word_spans(retelling)), len(word_spans(quotation))
        cosines = self._cosines[row].values.to_numpy().reshape(shape)
        return Compared(self._clauses[row].as_py(), cosines)


def _hash(quotation: str, retelling: str) -> int:
    return hash_of(f"{quotation}\0{retelling}")
