"""What the store does to forget: finding, dropping, and leaving nothing in free pages."""

import sqlite3
from collections.abc import Callable

from reportedly.model import Entity
from reportedly.store import captures, keeping, worked_out


def find_articles(connection: sqlite3.Connection, name: str) -> list[str]:
    """Identifiers of the articles with this identifier, URL or path."""
    query = """select article_id from articles where ? in (article_id, url, path)
               union select article_id from inputs where path = ? order by 1"""
    return [row[0] for row in connection.execute(query, (name, name))]


def told_article(connection: sqlite3.Connection, article_id: str) -> str:
    """An article as a person knows it: its headline, and where it was read."""
    query = "select title, path from articles where article_id = ?"
    title, path = connection.execute(query, (article_id,)).fetchone() or (None, article_id)
    return f"article “{title}” ({path})" if title else f"article {path}"


def names_used(connection: sqlite3.Connection, entity: Entity) -> list[str]:
    """Every name under which any article mentions an entity, and a person's surname."""
    query = "select distinct text from mentions where entity_id = ? and form = 'name'"
    found = {row[0] for row in connection.execute(query, (entity.entity_id,))}
    found |= {entity.name, *entity.aliases}
    if entity.kind == "person":
        found |= {name.split()[-1] for name in (entity.name, *entity.aliases)}
    return sorted(" ".join(name.split()) for name in found)


def forget_article(connection: sqlite3.Connection, article_id: str) -> None:
    """Drops what is kept of an article and where it was read; leaves a tombstone."""
    connection.execute("delete from kept where article_id = ?", (article_id,))
    captures.drop(connection, article_id)
    # Whoever gives the same input again must be told why it is not read.
    connection.execute(
        """delete from read_inputs
           where path in (select path from inputs where article_id = ?)""",
        (article_id,),
    )
    connection.execute("delete from inputs where article_id = ?", (article_id,))
    keeping.add_tombstone(connection, "article", article_id)


def rename_paths(connection: sqlite3.Connection, renamed: Callable[[str], str]) -> None:
    """Gives inputs and rejects, whose paths may hold a name, the paths that `renamed` makes.

    A renamed input is read again when it is given again.
    """
    for table in ("inputs", "rejects", "read_inputs"):
        found = [row[0] for row in connection.execute(f"select distinct path from {table}")]
        for path in found:
            after = renamed(path)
            if after != path:
                connection.execute(
                    f"update or replace {table} set path = ? where path = ?", (after, path)
                )
    for number, detail in connection.execute("select rowid, detail from rejects").fetchall():
        if renamed(detail) != detail:
            connection.execute(
                "update rejects set detail = ? where rowid = ?", (renamed(detail), number)
            )


def leave_no_trace(connection: sqlite3.Connection) -> None:
    """Rewrites the file, so that what was deleted is not left in free pages or in the log."""
    connection.execute("pragma secure_delete = on")
    worked_out.forget(connection)
    connection.execute("insert into statement_words (statement_words) values ('optimize')")
    connection.execute("insert into article_words (article_words) values ('optimize')")
    connection.execute("vacuum")
    connection.execute("pragma wal_checkpoint(truncate)")
