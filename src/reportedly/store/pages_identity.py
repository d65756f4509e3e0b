"""What the page of a person shows of who they are: dated names, gazetteer, who is named alike."""

import sqlite3

from reportedly.model import DatedName, Entity, Identifier
from reportedly.store import pages, rows
from reportedly.store.pages import ArticleLine

#: Names offered in a form; whoever wants another one types it.
_MOST_NAMES = 60
#: Articles offered for taking somebody apart.
_MOST_ARTICLES = 200
#: Letters that a word of a name needs to make two names alike.
_LETTERS = 3


def dated_names(connection: sqlite3.Connection, entity_id: str) -> list[DatedName]:
    """Names for a time, in their order."""
    found = rows.select(connection, DatedName, "entity_id = ?", (entity_id,))
    return sorted(found, key=lambda row: (row.earliest or "", row.latest or "9999", row.name))


def identifiers(connection: sqlite3.Connection, entity_id: str) -> list[Identifier]:
    """Entries of the gazetteer, linked ones first."""
    found = rows.select(connection, Identifier, "entity_id = ?", (entity_id,))
    return sorted(found, key=lambda row: (row.status != "linked", row.identifier))


def named_in(connection: sqlite3.Connection, entity_id: str) -> list[ArticleLine]:
    """Articles that name an entity, by day."""
    where = """a.article_id in (select article_id from mentions
                                where entity_id = ? and form = 'name')"""
    return pages.articles(connection, where, (entity_id,), limit=_MOST_ARTICLES)


def names_alike(connection: sqlite3.Connection, entity: Entity) -> list[str]:
    """Names of others that share a word with one of the entity's names."""
    words = {
        word
        for name in (entity.name, *entity.aliases)
        for word in name.split()
        if len(word) >= _LETTERS
    }
    own, found = entity.entity_id, dict[str, int]()
    for word in sorted(words):
        query = """select name, n_articles from entities
                   where entity_id <> ? and name like ? escape '\\' limit 200"""
        found |= {row[0]: row[1] for row in connection.execute(query, (own, pages.like(word)))}
    return sorted(found, key=lambda name: (-found[name], name))[:_MOST_NAMES]


def names_in_article(connection: sqlite3.Connection, article_id: str) -> list[str]:
    """Names of the people and bodies that an article mentions, the most often mentioned first."""
    query = """select e.name, count(*) as n from mentions m join entities e using (entity_id)
               where m.article_id = ? and e.kind <> 'place'
               group by e.entity_id order by n desc, e.name limit ?"""
    return [row[0] for row in connection.execute(query, (article_id, _MOST_NAMES))]
