"""Which articles are near copies of one another: articles and regions in, articles out.

Copies are wire stories, shortened and merged versions, versions with a local lead, and updates of
one page.  Candidates come from shared shingles, each is verified word by word outside quotations.
"""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from reportedly.model import Article, Region
from reportedly.reconcile.copies.candidates import candidates, keys_of
from reportedly.reconcile.copies.grouping import are_copies
from reportedly.reconcile.copies.parts import group_names
from reportedly.reconcile.copies.wordings import Wordings
from reportedly.schema import sorted_table, with_column
from reportedly.stage import Joins

__all__ = ["reconcile"]

#: Columns of articles that other stages write.
_OF_OTHERS = ("copy_group", "story_id", "published_earliest", "published_latest")


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The articles with `copy_group` set where there are two or more copies, null elsewhere."""
    articles = sorted_table(tables[Article.table], "article_id")
    read = {Article.table: articles.drop_columns(_OF_OTHERS), Region.table: tables[Region.table]}
    keys = joins.by_article(read, keys_of, sorted_by="article_id")
    wordings = Wordings(keys)

    def compared(pairs: pa.Table) -> list[float]:
        both = zip(pairs["left"].to_pylist(), pairs["right"].to_pylist(), strict=True)
        return [1.0 if are_copies(wordings, *pair) else np.nan for pair in both]

    found = joins.verdicts(candidates(keys, joins), compared)
    days = dict(
        zip(*(articles[name].to_pylist() for name in ("article_id", "published")), strict=True)
    )
    names = group_names(found, days, wordings, keys, joins)
    return {Article.table: with_column(articles, "copy_group", [names.get(name) for name in days])}
