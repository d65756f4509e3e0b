"""What was said once, however often reported: statements in; utterances, their variants, and the
statements with the utterance that each reports, out.
"""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.identifiers import identifier
from reportedly.model import Article, Statement, Utterance, Variant
from reportedly.reconcile.groups import connected
from reportedly.reconcile.hashing import mixed
from reportedly.reconcile.rarities import Rarities
from reportedly.reconcile.utterances.candidates import keys_of, worth_comparing
from reportedly.reconcile.utterances.comparison import Match
from reportedly.reconcile.utterances.grouping import utterance_groups
from reportedly.reconcile.utterances.reports import Pile
from reportedly.reconcile.utterances.writing import Written, told_once
from reportedly.schema import sorted_rows, sorted_table, table_of, with_column
from reportedly.stage import Joins

__all__ = ["reconcile"]

#: Statements that are put into groups at once: what is memory's bound, not a group's.
AT_ONCE = 5_000
#: What other stages found of articles, and comparing statements does not look at.
_OF_OTHERS = ("story_id", "copy_group")
#: What is found of statements by this stage and later ones.
_LATER = ("utterance_id", "claim_id")


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """Utterances and variants of all statements, and the statements with `utterance_id` set."""
    statements = sorted_table(tables[Statement.table], "statement_id")
    pile = Pile({**tables, Statement.table: statements})
    read = {
        Article.table: pile.articles.drop_columns(_OF_OTHERS),
        Statement.table: statements.drop_columns(_LATER),
    }
    keys = joins.by_article(read, keys_of, sorted_by="statement_id")
    # One more for each, or in a small pile the words that all share would weigh nothing.
    rarities = Rarities(keys["stems"], added=1.0)
    names = statements["statement_id"]

    def strengths(some: pa.Table) -> list[float]:
        both = [some[side].to_numpy() for side in ("left", "right")]
        comparison = pile.reports(np.concatenate(both)).comparison(rarities)
        pairs = zip(*(names.take(side).to_pylist() for side in both), strict=True)
        found = (comparison.find_match(*pair) for pair in pairs)
        return [match.strength if match else np.nan for match in found]

    written = Written()
    for rows in _by_component(joins.verdicts(_pairs(keys, pile, rarities, joins), strengths)):
        matches = _matches(rows, names)
        reports = pile.reports(np.concatenate([rows["left"], rows["right"]]))
        groups = utterance_groups(reports.said, reports.comparison(rarities), matches)
        written.add(groups, reports, pile.chain(reports.said))
    return _tables(statements, pile.articles, written)


def _pairs(keys: pa.Table, pile: Pile, rarities: Rarities, joins: Joins) -> pa.Table:
    """Rows of statements that are worth comparing, with what their comparison follows from."""
    left, right = worth_comparing(keys, joins)
    states = mixed(keys["state"].to_numpy(), rarities.states(keys["asked"]))
    together = _same_story(pile, left, right)
    state = mixed(mixed(states[left], states[right]), together)
    return pa.table({"left": left, "right": right, "state": state})


def _same_story(
    pile: Pile, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint64]:
    """1 for each pair of rows whose articles are of one story, 0 for others."""
    numbers = pile.articles["story_id"].combine_chunks().dictionary_encode().indices
    of_articles = pc.fill_null(numbers, -1).to_numpy(zero_copy_only=False)
    stories = of_articles[pile.article_rows]
    same: npt.NDArray[np.uint64] = (stories[left] == stories[right]) & (stories[left] >= 0)
    return same.astype(np.uint64)


def _by_component(found: pa.Table) -> Iterator[pa.Table]:
    """Matches, those together that hang together, of some thousand statements at a time."""
    columns = [found[side].to_pylist() for side in ("left", "right")]
    component: dict[int, int] = {}
    batch = at = 0
    edges: list[tuple[int, int]] = list(zip(*columns, strict=True))
    for members in connected(edges):
        component.update(dict.fromkeys(members, batch))
        at += len(members)
        if at >= AT_ONCE:
            batch, at = batch + 1, 0
    of_pairs = np.array([component[left] for left in columns[0]], dtype=np.int64)
    for number in range(batch + 1):
        rows = np.flatnonzero(of_pairs == number)
        if len(rows):
            yield found.take(rows)


def _matches(rows: pa.Table, names: pa.ChunkedArray) -> list[Match]:
    both = (names.take(rows[side]).to_pylist() for side in ("left", "right"))
    return [Match(*row) for row in zip(*both, rows["verdict"].to_pylist(), strict=True)]


def _tables(statements: pa.Table, articles: pa.Table, written: Written) -> dict[str, pa.Table]:
    names = _names(statements["statement_id"].to_pylist(), written.names)
    alone = told_once(statements, articles, written.names)
    together = table_of(Utterance, written.utterances)
    return {
        Statement.table: with_column(statements, "utterance_id", names),
        Utterance.table: sorted_table(pa.concat_tables([alone, together]), "utterance_id"),
        Variant.table: table_of(Variant, sorted_rows(written.variants)),
    }


def _names(statements: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(name) or identifier("u", name) for name in statements]
