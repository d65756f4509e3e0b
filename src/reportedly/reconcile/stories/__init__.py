"""Which articles tell the same story: articles and regions in; articles with their story, and the
stories with a label in the articles' own words, out.
"""

from collections.abc import Mapping

import pyarrow as pa

from reportedly.model import Article, Region, Story
from reportedly.outlets import outlet_key
from reportedly.reconcile.days import known_day, order_of
from reportedly.reconcile.groups import name_group
from reportedly.reconcile.hashing import row_states
from reportedly.reconcile.stories.features import features_of
from reportedly.reconcile.stories.grouping import story_groups
from reportedly.reconcile.stories.label import Labels
from reportedly.reconcile.stories.vectors import vectors
from reportedly.schema import rows_of, sorted_rows, sorted_table, table_of, with_column
from reportedly.stage import Joins

__all__ = ["reconcile"]

#: Columns of articles that say nothing of what they are about, and that other stages write.
_OF_OTHERS = ("copy_group", "published_earliest", "published_latest")


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The stories, and the articles with `story_id` set for each."""
    articles = sorted_table(tables[Article.table], "article_id")
    read = {Article.table: articles.drop_columns(_OF_OTHERS), Region.table: tables[Region.table]}
    features = joins.by_article(read, features_of, sorted_by="article_id")
    found = vectors(features)
    labels = Labels(features, found)
    # All but the texts, which are most of it.
    rows = rows_of(Article, with_column(articles, "text", [""] * articles.num_rows))
    days = [known_day(article) for article in rows]
    named = dict(zip((a.article_id for a in rows), days, strict=True))
    stories: list[Story] = []
    names = [""] * len(rows)
    marks = row_states(features, ["article_id"])
    for group in story_groups(found, days, marks, joins):
        members = [rows[at] for at in group]
        name = name_group("y", (a.article_id for a in members), named)
        ordered = sorted(group, key=lambda at: order_of(rows[at]))
        stories.append(_story(name, labels.label(group, ordered), members))
        for at in group:
            names[at] = name
    return {
        Article.table: with_column(articles, "story_id", names),
        Story.table: table_of(Story, sorted_rows(stories)),
    }


def _story(story_id: str, label: str, members: list[Article]) -> Story:
    days = sorted(day for day in map(known_day, members) if day)
    return Story(
        story_id=story_id,
        label=label,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        n_articles=len(members),
        n_outlets=len({outlet_key(article.outlet) for article in members if article.outlet}),
    )
