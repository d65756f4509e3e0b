"""Which articles are near copies of one another: articles and regions in, articles out.

Copies are wire stories, shortened and merged versions, versions with a local lead, and updates of
one page.  Candidates come from shared shingles, each is verified word by word outside quotations.
"""

import dataclasses
from collections.abc import Mapping

import pyarrow as pa

from reportedly.model import Article, Region
from reportedly.offsets import Span
from reportedly.reconcile.copies.candidates import candidates
from reportedly.reconcile.copies.grouping import CopyGroups
from reportedly.reconcile.copies.wording import Wording, wording
from reportedly.reconcile.groups import name_group
from reportedly.schema import rows_of, sorted_rows, table_of
from reportedly.stage import Joins

__all__ = ["reconcile"]


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The articles with `copy_group` set where there are two or more copies, null elsewhere."""
    articles = rows_of(Article, tables[Article.table])
    by_id = {article.article_id: article for article in articles}
    wordings = _wordings(articles, rows_of(Region, tables[Region.table]))
    pairs = candidates(by_id, wordings, joins)
    days = {article.article_id: article.published for article in articles}
    names: dict[str, str] = {}
    for group in CopyGroups(by_id, wordings).merge(pairs):
        names.update(dict.fromkeys(group, name_group("k", group, days)))
    done = [dataclasses.replace(a, copy_group=names.get(a.article_id)) for a in articles]
    return {Article.table: table_of(Article, sorted_rows(done))}


def _wordings(articles: list[Article], regions: list[Region]) -> dict[str, Wording]:
    left_out: dict[str, list[Span]] = {}
    for region in regions:
        if region.kind == "boilerplate":
            left_out.setdefault(region.article_id, []).append(region.span)
    return {a.article_id: wording(a.text, left_out.get(a.article_id, ())) for a in articles}
