"""Claims: statements that say the same of the same thing and time, whoever says it.

In: statements with their utterances, mentions with entities.  Out: one `Claim` a group, and the
statements with `claim_id`.  When in doubt, two claims; every statement makes one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pyarrow as pa

from reportedly.content_words import rarity
from reportedly.identifiers import identifier
from reportedly.model import Article, ChainHop, Claim, Mention, Statement
from reportedly.reconcile.claims.propositions import MentionIndex, Proposition, propositions_of
from reportedly.reconcile.claims.same import alike
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.schema import rows_of, sorted_rows, table_of
from reportedly.stage import Joins

#: A claim is shown in the words of a statement of about this many content words: enough to be
#: understood alone, few enough to be one proposition.
CLEAR_STEMS = range(4, 16)


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The claims of all statements, and the statements with their claims."""
    articles = {row.article_id: row for row in rows_of(Article, tables["articles"])}
    statements = rows_of(Statement, tables["statements"])
    mentions = MentionIndex(rows_of(Mention, tables["mentions"]))
    propositions = propositions_of(statements, articles, mentions)
    rarities = rarity(p.stems for p in propositions.values())
    groups = grouped(propositions, alike(propositions, rarities, joins))
    sources = SourceIndex.of(
        articles.values(),
        rows_of(ChainHop, tables["chain"]),
        {s.statement_id: s.article_id for s in statements},
    )
    claims = [_claim(group, sources) for group in groups]
    named = {
        p.statement.statement_id: claim.claim_id
        for claim, group in zip(claims, groups, strict=True)
        for p in group
    }
    with_claims = [replace(s, claim_id=named[s.statement_id]) for s in statements]
    return {
        "statements": table_of(Statement, sorted_rows(with_claims)),
        "claims": table_of(Claim, sorted_rows(claims)),
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
