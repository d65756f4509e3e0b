"""All tables that findings are made from, as they go to other processes."""

import pickle
from typing import Any

from reportedly.model import Article, Entity
from reportedly.reconcile.findings.whole import Whole
from reportedly.schema import table_of


def test_rows_made_of_the_tables_stay_here(world: Any) -> None:
    """What travels is the tables and where their rows are found; the answers are the same there."""
    world.entity("Orla Quill")
    article = world.article("Courier", "2018-06-21", "Orla Quill sang.")
    tables = {
        kind.table: table_of(kind, [row for row in world.rows if isinstance(row, kind)])
        for kind in (Article, Entity)
    }
    whole = Whole(tables)
    wanted = whole.having(Article, "article_id", [article.article_id])
    assert whole.entities
    there = pickle.loads(pickle.dumps(whole))
    assert set(vars(there)) == {"_tables", "_indexes"}
    assert there.entities == whole.entities
    assert there.having(Article, "article_id", [article.article_id]).equals(wanted)
