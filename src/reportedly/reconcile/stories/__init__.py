"""Which articles tell the same story: articles, regions and mentions in; articles with their
story, and the stories with a label in the articles' own words, out.
"""

import dataclasses
from collections.abc import Mapping

import pyarrow as pa

from reportedly.model import Article, Entity, Mention, Region, Story
from reportedly.offsets import Span
from reportedly.reconcile.days import known_day
from reportedly.reconcile.groups import name_group
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.reconcile.stories.features import Vector, counted, vectors
from reportedly.reconcile.stories.grouping import story_groups
from reportedly.reconcile.stories.label import label_of
from reportedly.schema import rows_of, sorted_rows, table_of
from reportedly.stage import Joins

__all__ = ["reconcile"]


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The stories, and the articles with `story_id` set for each."""
    articles = rows_of(Article, tables[Article.table])
    by_id = {article.article_id: article for article in articles}
    left_out = _boilerplate(rows_of(Region, tables[Region.table]))
    found = vectors(
        {a.article_id: counted(a.text, left_out.get(a.article_id, ())) for a in articles}
    )
    days = {article.article_id: known_day(article) for article in articles}
    sources = SourceIndex.of(articles)
    stories: list[Story] = []
    names: dict[str, str] = {}
    for group in story_groups(found, days, joins):
        members = [by_id[name] for name in group]
        story = _story(name_group("y", group, days), members, found, sources)
        stories.append(story)
        names.update(dict.fromkeys(group, story.story_id))
    done = [dataclasses.replace(a, story_id=names[a.article_id]) for a in articles]
    return {
        Article.table: table_of(Article, sorted_rows(done)),
        Story.table: table_of(Story, sorted_rows(stories)),
    }


def _entities(tables: Mapping[str, pa.Table]) -> dict[str, list[str]]:
    """Article → the entities that it names, once for each mention; places are everybody's."""
    kinds = {e.entity_id: e.kind for e in rows_of(Entity, tables[Entity.table])}
    found: dict[str, list[str]] = {}
    for mention in rows_of(Mention, tables[Mention.table]):
        if mention.entity_id and kinds.get(mention.entity_id, "place") != "place":
            found.setdefault(mention.article_id, []).append(mention.entity_id)
    return found


def _boilerplate(regions: list[Region]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for region in regions:
        if region.kind == "boilerplate":
            spans.setdefault(region.article_id, []).append(region.span)
    return spans


def _story(
    story_id: str, members: list[Article], found: Mapping[str, Vector], sources: SourceIndex
) -> Story:
    days = sorted(day for day in map(known_day, members) if day)
    counts = count_sources((a.article_id for a in members), sources)
    return Story(
        story_id=story_id,
        label=label_of(members, found),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        n_articles=counts.n_articles,
        n_outlets=counts.n_outlets,
    )
