"""What statements say, of which a few at a time become objects: rows in, propositions out."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from reportedly.arrays import Numbers
from reportedly.content_words import content_stems
from reportedly.model import Statement
from reportedly.reconcile.claims.propositions import Proposition
from reportedly.schema import rows_of

#: Of what is kept of statements, what is compared in columns.
_IN_COLUMNS = ["state", "stems", "agreeing", "claim_id"]


@dataclass(frozen=True, slots=True)
class Sayings:
    """All statements in order, with what they say, row by row."""

    statements: pa.Table
    keys: pa.Table

    def propositions(self, rows: Numbers) -> dict[int, Proposition]:
        """What the statements in some rows say, by row."""
        wanted = np.unique(rows)
        statements = rows_of(Statement, self.statements.take(wanted))
        found = self.keys.drop_columns(_IN_COLUMNS).take(wanted).to_pylist()
        return {
            row: Proposition(
                statement=statement,
                stems=content_stems(statement.content_text),
                numbers=frozenset(key["numbers"]),
                negative=key["negative"],
                about=tuple(key["about"]),
                day=key["day"],
            )
            for row, statement, key in zip(wanted.tolist(), statements, found, strict=True)
        }
