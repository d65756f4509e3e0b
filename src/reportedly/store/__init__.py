"""The chronicle file: the only room with SQL, and the only writer.  SQLite with WAL and FTS5."""
