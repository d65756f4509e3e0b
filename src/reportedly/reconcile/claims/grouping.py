"""Claims that several statements make, part by part: pairs that say the same in, claims out.

A part is what hangs together by pairs.  It is not put into groups again while its statements, the
outlets of their articles and their chains are as they were.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes, Numbers
from reportedly.model import Article, ChainHop, Claim
from reportedly.reconcile.claims.candidates import claim_of
from reportedly.reconcile.claims.propositions import Proposition
from reportedly.reconcile.claims.sayings import Sayings
from reportedly.reconcile.connecting import lists_of, parts_of, put_over
from reportedly.reconcile.hashing import mixed, row_states, summed
from reportedly.reconcile.independence import SourceIndex, count_sources, states_of_chains
from reportedly.schema import arrow_schema, plain, rows_of, rows_with
from reportedly.stage import Joins

#: A claim is shown in the words of a statement of about this many content words: enough to be
#: understood alone, few enough to be one proposition.
CLEAR_STEMS = range(4, 16)
#: What ties articles together.
_TIES = ["outlet", "copy_group"]
GROUPS = pa.schema(
    [
        pa.field("state", pa.uint64()),
        pa.field("members", pa.list_(pa.string())),
        pa.field("claim", pa.struct(list(arrow_schema(Claim)))),
    ]
)


@dataclass(frozen=True, slots=True)
class Grouped:
    """The claims that several statements make."""

    claims: pa.Table
    rows: Numbers
    """of their statements"""
    claim_of: Numbers
    """for each of these the place of its claim"""

    def named(self, own: pa.ChunkedArray) -> pa.ChunkedArray:
        """The claim of each statement, given those that each would make alone."""
        return put_over(own, self.rows, self.claims["claim_id"], self.claim_of)


def grouped(
    pairs: pa.Table, sayings: Sayings, tables: Mapping[str, pa.Table], joins: Joins
) -> Grouped:
    """The claims of all statements that say the same as others.

    Args:
        pairs: rows of statements, `left` and `right`, in order.
        sayings: all statements.
        tables: articles and chains.
        joins: the engine's joins.
    """
    names = sayings.statements["statement_id"].combine_chunks()

    def claims(parts: pa.Table) -> pa.Table:
        rows = pc.list_flatten(parts["rows"]).to_numpy()
        propositions = sayings.propositions(rows)
        sources = _sources(tables, propositions.values())
        found = [
            {
                "state": part["state"],
                "members": [p.statement.statement_id for p in group],
                "claim": plain(_claim(group, sources)),
            }
            for part in parts.to_pylist()
            for group in groups_of(propositions, zip(part["left"], part["right"], strict=True))
            if len(group) > 1
        ]
        return pa.Table.from_pylist(found, schema=GROUPS)

    found = joins.by_piece(_parts(pairs, sayings, tables), claims)
    members = found["members"].combine_chunks()
    made = pa.Table.from_struct_array(found["claim"].combine_chunks())
    rows = pc.index_in(members.flatten(), names).to_numpy(zero_copy_only=False)
    lengths = members.value_lengths().to_numpy(zero_copy_only=False)
    return Grouped(made, rows, np.repeat(np.arange(len(lengths)), lengths))


def _parts(pairs: pa.Table, sayings: Sayings, tables: Mapping[str, pa.Table]) -> pa.Table:
    """What hangs together: `state`, the rows of its statements, and its pairs."""
    left, right = (pairs[side].to_numpy() for side in ("left", "right"))
    parts = parts_of(left, right)
    order = np.argsort(parts.of_pairs, kind="stable")
    left, right = left[order], right[order]
    counts = np.bincount(parts.of_pairs, minlength=len(parts.sizes))
    states = sayings.keys["state"].to_numpy()
    own = mixed(states[parts.rows], _ties(parts.rows, sayings, tables))
    alike = summed(mixed(states[left], states[right]), counts)
    return pa.table(
        {
            "state": mixed(summed(own, parts.sizes), alike),
            "rows": parts.lists(),
            "left": lists_of(left, counts),
            "right": lists_of(right, counts),
        }
    )


def _ties(rows: Numbers, sayings: Sayings, tables: Mapping[str, pa.Table]) -> Hashes:
    """Of the statements in some rows hashes of what ties their articles to others."""
    own, articles = sayings.statements.take(rows), tables[Article.table]
    places = pc.index_in(own["article_id"], articles["article_id"].combine_chunks()).to_numpy()
    standing = row_states(articles.select(_TIES), _TIES)[places]
    return mixed(standing, states_of_chains(tables[ChainHop.table], own["statement_id"]))


def groups_of(
    propositions: Mapping[int, Proposition], pairs: Iterable[tuple[int, int]]
) -> list[tuple[Proposition, ...]]:
    """Groups around their earliest members: each statement joins the earliest group whose first
    member it is alike to, so that no chain of small steps leads from one claim to another.

    Args:
        propositions: by row.
        pairs: of rows; what stands in none is in no group.
    """
    neighbours: dict[int, set[int]] = {}
    for left, right in pairs:
        neighbours.setdefault(left, set()).add(right)
        neighbours.setdefault(right, set()).add(left)
    groups: dict[int, list[Proposition]] = {}
    for own in sorted(neighbours, key=lambda row: propositions[row].order):
        heads = [row for row in neighbours[own] if row in groups]
        head = min(heads, key=lambda row: propositions[row].order) if heads else own
        groups.setdefault(head, []).append(propositions[own])
    return [tuple(group) for group in groups.values()]


def _sources(tables: Mapping[str, pa.Table], told: Iterable[Proposition]) -> SourceIndex:
    """What ties the articles of some statements together."""
    standing = {p.statement.statement_id: p.statement.article_id for p in told}
    wanted = sorted(set(standing.values()))
    articles = rows_of(Article, rows_with(tables[Article.table], "article_id", wanted))
    hops = rows_with(tables[ChainHop.table], "statement_id", sorted(standing))
    return SourceIndex.of(articles, rows_of(ChainHop, hops), standing)


def _claim(group: tuple[Proposition, ...], sources: SourceIndex) -> Claim:
    statements = [p.statement for p in group]
    counts = count_sources(
        (s.article_id for s in statements), sources, (s.statement_id for s in statements)
    )
    return Claim(
        claim_id=claim_of(group[0].statement.statement_id),
        text=min(group, key=_unclearness).statement.content_text,
        about=tuple(sorted({entity for p in group for entity in p.about})),
        n_statements=len(group),
        n_outlets=counts.n_outlets,
        n_independent=counts.n_independent,
    )


def _unclearness(proposition: Proposition) -> tuple[bool, int, int, tuple[str, str]]:
    """Clearest first: of a readable length, naming most entities, said earliest."""
    readable = len(proposition.stems) in CLEAR_STEMS
    return not readable, -len(proposition.about), len(proposition.stems), proposition.order
