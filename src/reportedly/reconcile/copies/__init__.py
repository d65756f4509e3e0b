"""Which articles are near copies of one another: articles and regions in, articles out.

Copies are wire stories, shortened and merged versions, versions with a local lead, and updates of
one page.  Candidates come from shared shingles, each is verified word by word outside quotations.
"""

import functools
from collections.abc import Iterator, Mapping

import pyarrow as pa

from reportedly.model import Article, Region
from reportedly.reconcile.copies.candidates import boilerplate, candidates, keys_of
from reportedly.reconcile.copies.grouping import CopyGroups, common_words
from reportedly.reconcile.copies.wording import Wording, wording
from reportedly.reconcile.groups import name_group
from reportedly.schema import rows_of, sorted_table, with_column
from reportedly.stage import Joins

__all__ = ["reconcile"]

#: Wordings in memory at once: candidates that share most come one after the other.
AT_ONCE = 4_000


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The articles with `copy_group` set where there are two or more copies, null elsewhere."""
    articles, regions = sorted_table(tables[Article.table], "article_id"), tables[Region.table]
    read = {Article.table: articles, Region.table: regions}
    keys = joins.by_article(read, keys_of, sorted_by="article_id")
    # All but the texts, which are most of it.
    rows = rows_of(Article, with_column(articles, "text", [""] * articles.num_rows))
    by_id = {article.article_id: article for article in rows}
    wordings = _Wordings(articles, regions)
    groups = CopyGroups(by_id, wordings, common_words(keys["words"].combine_chunks()))
    days = {article.article_id: article.published for article in rows}
    names: dict[str, str] = {}
    for group in groups.merge(candidates(keys, joins)):
        names.update(dict.fromkeys(group, name_group("k", group, days)))
    named = [names.get(article.article_id) for article in rows]
    return {Article.table: with_column(articles, "copy_group", named)}


class _Wordings(Mapping[str, Wording]):
    """Article → its wording, made when it is asked for."""

    def __init__(self, articles: pa.Table, regions: pa.Table) -> None:
        self._rows = {name: at for at, name in enumerate(articles["article_id"].to_pylist())}
        self._texts = articles["text"]
        self._left_out = boilerplate(regions)
        self._made = functools.lru_cache(AT_ONCE)(self._make)

    def _make(self, name: str) -> Wording:
        text = self._texts[self._rows[name]].as_py()
        return wording(text, self._left_out.get(name, ()))

    def __getitem__(self, name: str) -> Wording:
        """Raises KeyError for an article that is not in the pile."""
        return self._made(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
