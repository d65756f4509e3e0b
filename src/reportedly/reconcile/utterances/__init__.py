"""What was said once, however often reported: statements in; utterances, their variants, and the
statements with the utterance that each reports, out.
"""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Article, ChainHop, Statement, Utterance, Variant
from reportedly.reconcile.rarities import Rarities
from reportedly.reconcile.utterances.candidates import keys_of
from reportedly.reconcile.utterances.matching import matches_of
from reportedly.reconcile.utterances.parts import grouped
from reportedly.reconcile.utterances.reports import Pile
from reportedly.reconcile.utterances.writing import told_once
from reportedly.schema import sorted_table, with_column
from reportedly.stage import Joins

__all__ = ["reconcile"]

#: What other stages found of articles, and comparing statements does not look at.
_OF_OTHERS = ("story_id", "copy_group")
#: What is found of statements by this stage and later ones.
_LATER = ("utterance_id", "claim_id")
#: Steps for each doubling in which the rarity of words is counted: with four, ten articles more
#: change the weights of four times as many statements, and no retelling is told any better.
STEPS = 1


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """Utterances and variants of all statements, and the statements with `utterance_id` set."""
    statements = sorted_table(tables[Statement.table], "statement_id")
    pile = Pile({**tables, Statement.table: statements})
    read = {
        Article.table: pile.articles.drop_columns(_OF_OTHERS),
        Statement.table: statements.drop_columns(_LATER),
        ChainHop.table: _of_articles(tables[ChainHop.table], statements),
    }
    keys = joins.by_article(read, keys_of, sorted_by="statement_id")
    # One more for each, or in a small pile the words that all share would weigh nothing.
    rarities = Rarities(keys["stems"], added=1.0, steps=STEPS)
    often = grouped(matches_of(keys, pile, rarities, joins), keys, pile, rarities, joins)
    named = with_column(statements, "utterance_id", often.named(keys["utterance_id"]))
    alone = told_once(named, keys["day"], pile, often.rows)
    utterances = pa.concat_tables([alone, often.utterances])
    return {
        Statement.table: named,
        Utterance.table: sorted_table(utterances, "utterance_id"),
        Variant.table: sorted_table(often.variants, *Variant.key),
    }


def _of_articles(chain: pa.Table, statements: pa.Table) -> pa.Table:
    """The chains with the articles of their statements."""
    places = pc.index_in(chain["statement_id"], statements["statement_id"].combine_chunks())
    return chain.append_column("article_id", statements["article_id"].take(places))
