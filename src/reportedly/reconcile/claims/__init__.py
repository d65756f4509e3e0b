"""Claims: statements that say the same of the same thing and time, whoever says it.

In: statements with their utterances, mentions with entities.  Out: one `Claim` a group, and
the statements with `claim_id`.  When in doubt, two claims; every statement makes one, but for
words that only name a thing.
"""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.content_words import content_stems
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Claim, Statement
from reportedly.reconcile.claims.candidates import what_is_said, worth_comparing
from reportedly.reconcile.claims.propositions import Proposition
from reportedly.reconcile.claims.same import (
    in_other_words,
    in_the_same_words,
    may_say_the_same,
)
from reportedly.reconcile.hashing import mixed
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.reconcile.rarities import Rarities
from reportedly.schema import (
    arrow_schema,
    rows_of,
    rows_with,
    sorted_table,
    table_of,
    with_column,
)
from reportedly.stage import Joins

#: A claim is shown in the words of a statement of about this many content words: enough to be
#: understood alone, few enough to be one proposition.
CLEAR_STEMS = range(4, 16)
_BOTH = ["left", "right"]


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The claims of all statements, and the statements with their claims.

    Every claim is a clause: "the sale of the mill" says nothing that can be so or not.
    """
    statements = sorted_table(tables[Statement.table], "statement_id")
    keys = what_is_said(tables, joins)
    same = _same(statements, keys, joins)
    pairs = list(zip(same["left"].to_pylist(), same["right"].to_pylist(), strict=True))
    groups = grouped(_propositions(statements, keys, [n for pair in pairs for n in pair]), pairs)
    sources = _sources(tables, groups)
    together = [(_claim(group, sources), group) for group in groups if len(group) > 1]
    return _written(tables[Article.table], statements, keys, together)


def _same(statements: pa.Table, keys: pa.Table, joins: Joins) -> pa.Table:
    """Pairs of statements that make one claim."""

    def asked(says: Callable[[Proposition, Proposition], bool], pairs: pa.Table) -> list[float]:
        names = [pairs[side].to_pylist() for side in ("left", "right")]
        found = _propositions(statements, keys, names[0] + names[1])
        both = zip(*names, strict=True)
        return [1.0 if says(found[a], found[b]) else np.nan for a, b in both]

    def agreeing(pairs: pa.Table) -> list[float]:
        return asked(may_say_the_same, pairs)

    def reworded(pairs: pa.Table) -> list[float]:
        return asked(in_other_words, pairs)

    may_be = joins.verdicts(_pairs(keys, statements, joins), agreeing).drop_columns(["verdict"])
    likeness, together = (may_be[name].to_numpy() for name in ("likeness", "together"))
    in_words = pa.array(in_the_same_words(likeness, together))
    others = joins.verdicts(may_be.filter(pc.invert(in_words)), reworded)
    same = [may_be.filter(in_words).select(_BOTH), others.select(_BOTH)]
    return pa.concat_tables(same).sort_by([(side, "ascending") for side in _BOTH])


def _pairs(keys: pa.Table, statements: pa.Table, joins: Joins) -> pa.Table:
    """Pairs of statements that may make one claim, with what their comparison follows from."""
    utterances = statements["utterance_id"]
    rarities = Rarities(keys["stems"])
    left, right, likeness = worth_comparing(keys, utterances.to_pylist(), rarities, joins)
    says = keys["says"].to_numpy()
    kept = np.flatnonzero(says[left] & says[right])
    left, right, likeness = left[kept], right[kept], likeness[kept]
    states, names = keys["state"].to_numpy(), keys["statement_id"]
    together = pc.equal(utterances.take(left), utterances.take(right))
    return pa.table(
        {
            "left": names.take(left),
            "right": names.take(right),
            "state": mixed(states[left], states[right]),
            "likeness": likeness,
            "together": pc.fill_null(together, False),
        }
    )


def _propositions(
    statements: pa.Table, keys: pa.Table, names: Iterable[str]
) -> dict[str, Proposition]:
    """What some statements say, by statement."""
    wanted = sorted(set(names))
    rows = rows_of(Statement, rows_with(statements, "statement_id", wanted))
    found = rows_with(keys, "statement_id", wanted).drop_columns(["state", "stems", "agreeing"])
    return {
        statement.statement_id: Proposition(
            statement=statement,
            stems=content_stems(statement.content_text),
            numbers=frozenset(key["numbers"]),
            negative=key["negative"],
            about=tuple(key["about"]),
            day=key["day"],
        )
        for statement, key in zip(rows, found.to_pylist(), strict=True)
    }


def grouped(
    propositions: Mapping[str, Proposition], pairs: Iterable[tuple[str, str]]
) -> list[tuple[Proposition, ...]]:
    """Groups around their earliest members: each statement joins the earliest group whose first
    member it is alike to, so that no chain of small steps leads from one claim to another."""
    neighbours: dict[str, set[str]] = {}
    for left, right in pairs:
        neighbours.setdefault(left, set()).add(right)
        neighbours.setdefault(right, set()).add(left)
    groups: dict[str, list[Proposition]] = {}
    for proposition in sorted(propositions.values(), key=lambda p: p.order):
        own = proposition.statement.statement_id
        heads = [propositions[n] for n in neighbours.get(own, ()) if n in groups]
        head = min(heads, key=lambda p: p.order).statement.statement_id if heads else own
        groups.setdefault(head, []).append(proposition)
    return [tuple(group) for group in groups.values()]


def _sources(
    tables: Mapping[str, pa.Table], groups: Iterable[tuple[Proposition, ...]]
) -> SourceIndex:
    """What ties the articles of grouped statements together."""
    standing = {p.statement.statement_id: p.statement.article_id for g in groups for p in g}
    wanted = sorted(set(standing.values()))
    articles = rows_of(Article, rows_with(tables[Article.table], "article_id", wanted))
    hops = rows_with(tables[ChainHop.table], "statement_id", sorted(standing))
    return SourceIndex.of(articles, rows_of(ChainHop, hops), standing)


def _written(
    articles: pa.Table,
    statements: pa.Table,
    keys: pa.Table,
    together: list[tuple[Claim, tuple[Proposition, ...]]],
) -> dict[str, pa.Table]:
    names = {p.statement.statement_id: claim.claim_id for claim, group in together for p in group}
    ids, says = statements["statement_id"].to_pylist(), keys["says"].to_pylist()
    claims = [
        (names.get(name) or identifier("c", name)) if said else None
        for name, said in zip(ids, says, strict=True)
    ]
    named = with_column(statements, "claim_id", claims)
    alone = pa.array([s and n not in names for n, s in zip(ids, says, strict=True)], pa.bool_())
    one = pa.repeat(pa.scalar(1), pc.sum(alone).as_py() or 0)
    own = named.filter(alone)
    places = pc.index_in(own["article_id"], articles["article_id"].combine_chunks())
    outlets = pc.fill_null(pc.not_equal(articles["outlet"].take(places), ""), False)
    columns = {
        "claim_id": own["claim_id"],
        "text": own["content_text"],
        "about": keys["about"].filter(alone),
        "n_statements": one,
        "n_outlets": outlets.cast(pa.int64()),
        "n_independent": one,
    }
    made_once = pa.table(columns).select(arrow_schema(Claim).names).cast(arrow_schema(Claim))
    made_often = table_of(Claim, (claim for claim, _ in together))
    return {
        Statement.table: named,
        Claim.table: sorted_table(pa.concat_tables([made_once, made_often]), "claim_id"),
    }


def _claim(group: tuple[Proposition, ...], sources: SourceIndex) -> Claim:
    statements = [p.statement for p in group]
    counts = count_sources(
        (s.article_id for s in statements), sources, (s.statement_id for s in statements)
    )
    return Claim(
        claim_id=identifier("c", group[0].statement.statement_id),
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
