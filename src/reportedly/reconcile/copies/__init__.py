"""Which articles are near copies of one another: articles and regions in, articles out.

Copies are wire stories, shortened and merged versions, versions with a local lead, and updates of
one page.  Candidates come from shared shingles, each is verified word by word outside quotations.
"""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from reportedly.model import Article, Region
from reportedly.reconcile.copies.candidates import candidates, keys_of
from reportedly.reconcile.copies.grouping import CopyGroups, are_copies, common_words
from reportedly.reconcile.copies.wordings import Wordings
from reportedly.reconcile.groups import name_group
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
    ids = articles["article_id"]
    pairs = [ids.take(found[side]).to_pylist() for side in ("left", "right")]
    days = dict(zip(ids.to_pylist(), articles["published"].to_pylist(), strict=True))
    rows = {name: at for at, name in enumerate(days)}
    groups = CopyGroups(days, wordings, common_words(keys["words"].combine_chunks()), rows)
    names: dict[str, str] = {}
    for group in groups.merge(zip(*pairs, strict=True)):
        names.update(dict.fromkeys(group, name_group("k", group, days)))
    return {Article.table: with_column(articles, "copy_group", [names.get(name) for name in days])}
