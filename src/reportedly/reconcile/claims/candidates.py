"""Which statements may make one claim: articles' statements in, what they say and then pairs out.

Candidates share two of their rarest words, or the utterance, and agree in sign and numbers: others
are no one claim, however alike they are told.
"""

import dataclasses
import operator
from collections.abc import Mapping
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from reportedly.arrays import Hashes, Numbers
from reportedly.identifiers import identifier
from reportedly.model import Article, Mention, Statement
from reportedly.reconcile.claims.propositions import MentionIndex, Proposition, propositions_of
from reportedly.reconcile.claims.same import FEWEST_STEMS, LIKENESS_BY_MODEL
from reportedly.reconcile.claims.saying import says_something
from reportedly.reconcile.hashing import hashes, mixed, row_states, state_of
from reportedly.reconcile.meeting import shared_keys
from reportedly.reconcile.rarities import Rarities
from reportedly.schema import rows_of
from reportedly.stage import Joins

Rows = npt.NDArray[np.int32]
Likeness = npt.NDArray[np.float64]

#: The rarest words of a statement, from which the keys of candidates are paired.
RAREST = 7
#: A pair of rare words that more statements share is a phrase of the day, not a proposition.
LARGEST_GROUP = 80

#: Changes with what `said_in` gives: more than one stage asks for it.
SAID = "what statements say, 4"
#: What other stages found, and what a statement says does not depend on.
OF_OTHERS = {
    Article.table: ("story_id", "copy_group"),
    Statement.table: ("utterance_id", "claim_id"),
}

_fields = operator.attrgetter(*(field.name for field in dataclasses.fields(Statement)))
KEYS = pa.schema(
    [
        pa.field("statement_id", pa.string()),
        pa.field("article_id", pa.string()),
        #: a hash of everything that comparisons of the statement look at but its words' weights
        pa.field("state", pa.uint64()),
        pa.field("stems", pa.list_(pa.uint64())),
        #: a hash of what two statements of one claim have in common: sign, numbers, being asked
        pa.field("agreeing", pa.uint64()),
        pa.field("numbers", pa.list_(pa.string())),
        pa.field("negative", pa.bool_()),
        pa.field("about", pa.list_(pa.string())),
        pa.field("day", pa.string()),
        #: its words say something, and do not only name it
        pa.field("says", pa.bool_()),
        #: the claim that it makes if nothing else makes it; null where it says nothing
        pa.field("claim_id", pa.string()),
    ]
)


def what_is_said(tables: Mapping[str, pa.Table], joins: Joins) -> pa.Table:
    """What the statements of all articles say, in comparable form, sorted by statement."""
    read = {
        kind.table: tables[kind.table].drop_columns(OF_OTHERS.get(kind.table, ()))
        for kind in (Article, Statement, Mention)
    }
    return joins.by_article(read, said_in, sorted_by="statement_id", shared=SAID)


def said_in(tables: Mapping[str, pa.Table]) -> pa.Table:
    """What the statements of some articles say, in comparable form."""
    articles = {row.article_id: row for row in rows_of(Article, tables[Article.table])}
    mentions = MentionIndex.of_table(tables[Mention.table])
    statements = rows_of(Statement, tables[Statement.table])
    found = propositions_of(statements, articles, mentions)
    return pa.Table.from_pylist([_row(p) for p in found.values()], schema=KEYS)


def _row(proposition: Proposition) -> dict[str, object]:
    numbers, statement = sorted(proposition.numbers), proposition.statement
    alike = proposition.negative, numbers, statement.polarity == "asks"
    says = says_something(statement.content_text)
    return {
        "statement_id": statement.statement_id,
        "article_id": statement.article_id,
        "state": state_of((_fields(statement), *alike, proposition.about, proposition.day)),
        "stems": hashes(proposition.stems),
        "agreeing": state_of(alike),
        "numbers": numbers,
        "negative": proposition.negative,
        "about": proposition.about,
        "day": proposition.day,
        "says": says,
        "claim_id": claim_of(statement.statement_id) if says else None,
    }


def claim_of(statement_id: str) -> str:
    """The name of a claim that this statement made first."""
    return identifier("c", statement_id)


def worth_comparing(
    keys: pa.Table, utterances: pa.ChunkedArray, rarities: Rarities, joins: Joins
) -> tuple[Numbers, Numbers, Likeness]:
    """Rows of `keys` that are worth comparing, as pairs: the smaller numbers and the larger, and
    how much of their words they share, by weight.

    Args:
        keys: what all statements say.
        utterances: for each the utterance that it reports.
        rarities: of stems.
        joins: the engine's joins.
    """
    agreeing = keys["agreeing"].to_numpy()
    items, found = pairs_of_words(keys["stems"].combine_chunks(), rarities, agreeing)
    told = np.flatnonzero(utterances.is_valid().to_numpy()).astype(np.int32)
    names = row_states(pa.table({"told": utterances.take(told)}), ["told"])
    kept = shared_keys(names)
    items = np.concatenate([items, told[kept]])
    found = np.concatenate([found, mixed(names[kept], agreeing[told[kept]])])
    kept = keys["stems"].combine_chunks().value_lengths().to_numpy()[items] >= FEWEST_STEMS
    table = pa.table({"item": items[kept], "key": found[kept].view(np.int64)})
    pairs = joins.candidate_pairs(table, largest_group=LARGEST_GROUP)
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    likeness, _ = rarities.shares(keys["stems"], left, right)
    alike = likeness >= LIKENESS_BY_MODEL
    return left[alike], right[alike], likeness[alike]


def pairs_of_words(
    stems: pa.ListArray, rarities: Rarities, agreeing: Hashes
) -> tuple[Rows, Hashes]:
    """Row and key for each two of the rarest words of each row; of equally rare ones the smaller
    hashes.

    Args:
        stems: hashes of words, of each row.
        rarities: of the words.
        agreeing: of each row what two rows must have in common besides.

    Returns:
        keys that two rows have; the others make no pair, and are most of all.
    """
    lengths = stems.value_lengths().to_numpy().astype(np.int64)
    count = np.minimum(lengths, RAREST)
    table = _rarest(stems, lengths, rarities)
    total = int((count * (count - 1) // 2).sum())
    items, keys = np.empty(total, dtype=np.int32), np.empty(total, dtype=np.uint64)
    at = 0
    for one, other in combinations(range(RAREST), 2):
        there = np.flatnonzero(count > other)
        a, b = table[there, one], table[there, other]
        own = slice(at, at + len(there))
        items[own] = there
        keys[own] = mixed(mixed(np.minimum(a, b), np.maximum(a, b)), agreeing[there])
        at += len(there)
    kept = shared_keys(keys)
    return items[kept], keys[kept]


def _rarest(stems: pa.ListArray, lengths: Numbers, rarities: Rarities) -> Hashes:
    """A row for each list: its rarest words, filled up with zeros."""
    words = stems.flatten().to_numpy().astype(np.uint64)
    rows = np.repeat(np.arange(len(stems)), lengths)
    order = np.lexsort((words, -rarities.weights_of(words), rows))
    places = np.arange(len(words)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    among = places < RAREST
    table = np.zeros((len(stems), RAREST), dtype=np.uint64)
    table[rows[among], places[among]] = words[order[among]]
    return table
