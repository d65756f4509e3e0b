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
from reportedly.reconcile.utterances.reports import Reports
from reportedly.reconcile.utterances.writing import Written, told_once
from reportedly.schema import sorted_rows, sorted_table, table_of, with_column
from reportedly.stage import Joins

__all__ = ["reconcile"]

#: Statements that are put into groups at once: what is memory's bound, not a group's.
AT_ONCE = 5_000
#: What other stages found of articles, and comparing statements does not look at.
_OF_OTHERS = ("story_id", "copy_group")


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """Utterances and variants of all statements, and the statements with `utterance_id` set."""
    articles, statements = tables[Article.table], tables[Statement.table]
    read = {Article.table: articles.drop_columns(_OF_OTHERS), Statement.table: statements}
    keys = joins.by_article(read, keys_of, sorted_by="statement_id")
    # One more for each, or in a small pile the words that all share would weigh nothing.
    rarities = Rarities(keys["stems"], added=1.0)
    pairs = _pairs(keys, articles, rarities, joins)

    def strengths(some: pa.Table) -> list[float]:
        names = [some[side].to_pylist() for side in ("left", "right")]
        comparison = Reports.of(tables, names[0] + names[1]).comparison(rarities)
        found = (comparison.find_match(*pair) for pair in zip(*names, strict=True))
        return [match.strength if match else np.nan for match in found]

    written = Written()
    for matches in _by_component(joins.verdicts(pairs, strengths)):
        reports = Reports.of(tables, (name for m in matches for name in (m.left, m.right)))
        groups = utterance_groups(reports.said, reports.comparison(rarities), matches)
        written.add(groups, reports)
    return _tables(tables, written)


def _pairs(keys: pa.Table, articles: pa.Table, rarities: Rarities, joins: Joins) -> pa.Table:
    """Pairs of statements that are worth comparing, with what their comparison follows from."""
    left, right = worth_comparing(keys, joins)
    states = mixed(keys["state"].to_numpy(), rarities.states(keys["asked"]))
    together = _same_story(keys, articles, left, right)
    return pa.table(
        {
            "left": keys["statement_id"].take(left),
            "right": keys["statement_id"].take(right),
            "state": mixed(mixed(states[left], states[right]), together),
        }
    )


def _same_story(
    keys: pa.Table, articles: pa.Table, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint64]:
    """1 for each pair of rows whose articles are of one story, 0 for others."""
    places = pc.index_in(keys["article_id"], articles["article_id"].combine_chunks())
    stories = articles["story_id"].take(places)
    same = pc.fill_null(pc.equal(stories.take(left), stories.take(right)), False)
    as_numbers: npt.NDArray[np.uint64] = same.to_numpy().astype(np.uint64)
    return as_numbers


def _by_component(found: pa.Table) -> Iterator[list[Match]]:
    """Matches, those together that hang together, of some thousand statements at a time."""
    columns = (found[name].to_pylist() for name in ("left", "right", "verdict"))
    matches = [Match(*row) for row in zip(*columns, strict=True)]
    component: dict[str, int] = {}
    batch = at = 0
    for members in connected((m.left, m.right) for m in matches):
        component.update(dict.fromkeys(members, batch))
        at += len(members)
        if at >= AT_ONCE:
            batch, at = batch + 1, 0
    batches: list[list[Match]] = [[] for _ in range(batch + 1)]
    for match in matches:
        batches[component[match.left]].append(match)
    return iter([listed for listed in batches if listed])


def _tables(tables: Mapping[str, pa.Table], written: Written) -> dict[str, pa.Table]:
    statements = sorted_table(tables[Statement.table], "statement_id")
    names = _names(statements["statement_id"].to_pylist(), written.names)
    alone = told_once(statements, tables[Article.table], written.names)
    together = table_of(Utterance, written.utterances)
    return {
        Statement.table: with_column(statements, "utterance_id", names),
        Utterance.table: sorted_table(pa.concat_tables([alone, together]), "utterance_id"),
        Variant.table: table_of(Variant, sorted_rows(written.variants)),
    }


def _names(statements: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(name) or identifier("u", name) for name in statements]
