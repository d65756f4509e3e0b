"""What the pages of one article and the list of articles show."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Article, Mention, Region, Span, Statement, Timex
from reportedly.store import inputs, pages, rows
from reportedly.store.columns import outlet_names, spellings
from reportedly.store.pages import ArticleLine, Count, Named, StatementLine


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """All that is known of one article."""

    article: Article
    regions: list[Region]
    statements: list[Statement]
    lines: list[StatementLine]
    mentions: list[Mention]
    entities: dict[str, Named]
    timexes: list[Timex]
    copies: list[ArticleLine]
    paths: list[str]
    story: str | None
    travelled: list[str]


def find_article(connection: sqlite3.Connection, article_id: str) -> ArticleParts | None:
    """One article with all rows that point into its text."""
    mine = ("article_id = ?", (article_id,))
    article = next(rows.select(connection, Article, *mine), None)
    if article is None:
        return None
    mentions = list(rows.select(connection, Mention, *mine))
    statements = list(rows.select(connection, Statement, *mine))
    return ArticleParts(
        article=article,
        regions=list(rows.select(connection, Region, *mine)),
        statements=statements,
        lines=pages.statements(
            connection, "s.article_id = ?", (article_id,), limit=max(1, len(statements))
        ),
        mentions=mentions,
        entities=pages.named(connection, (m.entity_id for m in mentions if m.entity_id)),
        timexes=list(rows.select(connection, Timex, *mine)),
        copies=_copies(connection, article),
        paths=_paths(connection, article_id),
        story=story_label(connection, article.story_id),
        travelled=_travelled(connection, article_id),
    )


def _travelled(connection: sqlite3.Connection, article_id: str) -> list[str]:
    """Utterances that this article and at least one more report."""
    query = """select distinct u.utterance_id from statements s join utterances u
               using (utterance_id) where s.article_id = ? and u.n_statements > 1 order by 1"""
    return [row[0] for row in connection.execute(query, (article_id,))]


def content(connection: sqlite3.Connection, article_id: str, statement_id: str) -> list[Span]:
    """The spans of a statement's content; none when the article has no such statement."""
    query = "select content from statements where article_id = ? and statement_id = ?"
    found = connection.execute(query, (article_id, statement_id)).fetchone()
    return [] if found is None else list(pages.spans(found[0]))


def _copies(connection: sqlite3.Connection, article: Article) -> list[ArticleLine]:
    if article.copy_group is None:
        return []
    where = "a.copy_group = ? and a.article_id <> ?"
    return pages.articles(connection, where, (article.copy_group, article.article_id))


@dataclass(frozen=True, slots=True)
class Worded:
    """An article's text, and the spans of it that are no words of the article."""

    text: str
    left_out: list[Span]


def wordings(connection: sqlite3.Connection, article_ids: list[str]) -> dict[str, Worded]:
    """Texts with the spans of boilerplate in them, by article."""
    query = """select article_id, span from regions where kind = 'boilerplate'
               and article_id in (select value from json_each(?)) order by 1, 2"""
    found = {name: Worded(text, []) for name, text in pages.texts(connection, article_ids).items()}
    for article_id, span in connection.execute(query, (json.dumps(sorted(found)),)):
        found[article_id].left_out.append(pages.span(span))
    return found


def reasons(connection: sqlite3.Connection, article_ids: Iterable[str]) -> dict[str, str]:
    """article → what its place in time rests on, of those that give no date themselves."""
    query = """select article_id, published_reason from articles
               where article_id in (select value from json_each(?)) and published_reason <> ''
               and (published is null or published_from in ('inferred', 'likely'))"""
    found = connection.execute(query, (json.dumps(sorted(set(article_ids))),))
    return {row[0]: row[1] for row in found}


def _paths(connection: sqlite3.Connection, article_id: str) -> list[str]:
    query = "select path, record from inputs where article_id = ? order by 1, 2 limit 20"
    found = connection.execute(query, (article_id,))
    return [inputs.place(row[0], row[1]) for row in found]


def story_label(connection: sqlite3.Connection, story_id: str | None) -> str | None:
    """The label of a story."""
    query = "select label from stories where story_id = ?"
    found = connection.execute(query, (story_id,)).fetchone()
    return None if found is None else str(found[0])


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in the list, and how many statements it reports."""

    article: ArticleLine
    n_statements: int


@dataclass(frozen=True, slots=True)
class ArticleList:
    """One page of articles, and the outlets to choose from."""

    total: int
    entries: list[ArticleEntry]
    outlets: list[Count]


def article_list(
    connection: sqlite3.Connection, *, outlet: str, undated: bool, offset: int
) -> ArticleList:
    """Articles by day, of one outlet or of all, perhaps only those whose day nothing states."""
    where, values = "1", []
    if outlet:
        where = "a.outlet in (select value from json_each(?))"
        values = [spellings(connection, outlet)]
    if undated:
        where += " and (a.published is null or a.published_from in ('inferred', 'likely'))"
    found = pages.articles(connection, where, values, offset=offset)
    query = "select count(*) from statements where article_id = ?"
    return ArticleList(
        total=pages.count(connection, f"select count(*) from articles a where {where}", values),
        entries=[
            ArticleEntry(line, pages.count(connection, query, (line.article_id,))) for line in found
        ],
        outlets=outlets(connection),
    )


#: Outlets that a field offers to choose from.
_OUTLETS_LISTED = 200


def outlets(connection: sqlite3.Connection) -> list[Count]:
    """Outlets and how many articles each has, however these spell its name."""
    shown, found = outlet_names(connection), Counter[str]()
    query = "select outlet, count(*) from articles where outlet is not null group by 1"
    for name, n in connection.execute(query):
        found[shown[name]] += n
    ordered = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    return [Count(*each) for each in ordered[:_OUTLETS_LISTED]]
