"""Claims: statements that say the same of the same thing and time, whoever says it.

In: statements with their utterances, mentions with entities.  Out: one `Claim` a group, and
the statements with `claim_id`.  When in doubt, two claims; every statement makes one, but for
words that only name a thing.
"""

from collections.abc import Callable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Article, Claim, Statement
from reportedly.reconcile.claims.candidates import what_is_said, worth_comparing
from reportedly.reconcile.claims.grouping import Grouped, grouped
from reportedly.reconcile.claims.propositions import Proposition
from reportedly.reconcile.claims.same import (
    in_other_words,
    in_the_same_words,
    may_say_the_same,
)
from reportedly.reconcile.claims.sayings import Sayings
from reportedly.reconcile.hashing import mixed
from reportedly.reconcile.rarities import Rarities
from reportedly.schema import arrow_schema, sorted_table, with_column
from reportedly.stage import Joins

_BOTH = ["left", "right"]


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The claims of all statements, and the statements with their claims.

    Every claim is a clause: "the sale of the mill" says nothing that can be so or not.
    """
    statements = sorted_table(tables[Statement.table], "statement_id")
    sayings = Sayings(statements, what_is_said(tables, joins))
    together = grouped(_same(sayings, joins), sayings, tables, joins)
    return _written(tables[Article.table], sayings, together)


def _same(sayings: Sayings, joins: Joins) -> pa.Table:
    """Pairs of rows of statements that make one claim."""

    def asked(says: Callable[[Proposition, Proposition], bool], pairs: pa.Table) -> list[float]:
        both = [pairs[side].to_numpy() for side in _BOTH]
        found = sayings.propositions(np.concatenate(both))
        sides = zip(*(side.tolist() for side in both), strict=True)
        return [1.0 if says(found[a], found[b]) else np.nan for a, b in sides]

    def agreeing(pairs: pa.Table) -> list[float]:
        return asked(may_say_the_same, pairs)

    def reworded(pairs: pa.Table) -> list[float]:
        return asked(in_other_words, pairs)

    may_be = joins.verdicts(_pairs(sayings, joins), agreeing).drop_columns(["verdict"])
    likeness, together = (may_be[name].to_numpy() for name in ("likeness", "together"))
    in_words = pa.array(in_the_same_words(likeness, together))
    others = joins.verdicts(may_be.filter(pc.invert(in_words)), reworded)
    same = [may_be.filter(in_words).select(_BOTH), others.select(_BOTH)]
    return pa.concat_tables(same).sort_by([(side, "ascending") for side in _BOTH])


def _pairs(sayings: Sayings, joins: Joins) -> pa.Table:
    """Pairs of statements that may make one claim, with what their comparison follows from."""
    keys, utterances = sayings.keys, sayings.statements["utterance_id"]
    left, right, likeness = worth_comparing(keys, utterances, Rarities(keys["stems"]), joins)
    says, states = keys["says"].to_numpy(), keys["state"].to_numpy()
    kept = np.flatnonzero(says[left] & says[right])
    left, right, likeness = left[kept], right[kept], likeness[kept]
    together = pc.equal(utterances.take(left), utterances.take(right))
    return pa.table(
        {
            "left": left,
            "right": right,
            "state": mixed(states[left], states[right]),
            "likeness": likeness,
            "together": pc.fill_null(together, False),
        }
    )


def _written(articles: pa.Table, sayings: Sayings, together: Grouped) -> dict[str, pa.Table]:
    statements, keys = sayings.statements, sayings.keys
    named = with_column(statements, "claim_id", together.named(keys["claim_id"]))
    is_alone = keys["says"].to_numpy(zero_copy_only=False).copy()
    is_alone[together.rows] = False
    rows = np.flatnonzero(is_alone)
    one = pa.repeat(pa.scalar(1), len(rows))
    own = named.select(["claim_id", "content_text", "article_id"]).take(rows)
    places = pc.index_in(own["article_id"], articles["article_id"].combine_chunks())
    outlets = pc.fill_null(pc.not_equal(articles["outlet"].take(places), ""), False)
    columns = {
        "claim_id": own["claim_id"],
        "text": own["content_text"],
        "about": keys["about"].take(rows),
        "n_statements": one,
        "n_outlets": outlets.cast(pa.int64()),
        "n_independent": one,
    }
    made_once = pa.table(columns).select(arrow_schema(Claim).names).cast(arrow_schema(Claim))
    claims = pa.concat_tables([made_once, together.claims])
    return {Statement.table: named, Claim.table: sorted_table(claims, "claim_id")}
