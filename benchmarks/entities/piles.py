"""Small piles through the stages up to entities, for every benchmark of who is who."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from reportedly.annotate.document import Document
from reportedly.engine.annotating import annotate_document
from reportedly.engine.joins import LaptopJoins
from reportedly.model import Article, Region
from reportedly.pipeline import TABLE_STAGES
from reportedly.reconcile.entities import reconcile
from reportedly.reconcile.stories import reconcile as find_stories
from reportedly.rows import Rows
from reportedly.schema import rows_of, table_of

_ENTITIES = next(stage for stage in TABLE_STAGES if stage.name == "entities")


def with_entities(articles: Sequence[Article], rows: Iterable[Rows]) -> Mapping[str, pa.Table]:
    """The tables that the stage of entities writes, from what the articles' stages gave."""
    found = list(rows)
    tables = {
        kind.table: table_of(kind, [row for one in found for row in one.of(kind)])
        for kind in _ENTITIES.reads
    }
    tables[Article.table] = table_of(Article, articles)
    return reconcile(tables, LaptopJoins())


def in_stories(articles: Sequence[Article]) -> list[Article]:
    """The articles with the stories that they are of, as their words alone show them."""
    tables = {Article.table: table_of(Article, articles), Region.table: table_of(Region, ())}
    return rows_of(Article, find_stories(tables, LaptopJoins())[Article.table])


def annotated(articles: Iterable[Article]) -> list[Rows]:
    """What the stages say of each article."""
    return [annotate_document(Document(article)) for article in articles]
