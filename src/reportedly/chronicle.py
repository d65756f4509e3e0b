"""`Chronicle`: a chronicle file opened for reading, as typed rows and as frames."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from reportedly.errors import ChronicleError, ReportedlyError
from reportedly.model import CHRONICLE, TABLES, Article, Row, RowT
from reportedly.store import connection as store
from reportedly.store import counting, naming
from reportedly.store import rows as rows_sql

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow as pa


class Chronicle:
    """A chronicle, open for reading; use it as a context manager or call `close`.

    with Chronicle.open("affair.chronicle") as chronicle:
        for finding in chronicle.rows(Finding):
            print(finding.explanation)
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection: sqlite3.Connection | None = connection
        self.path = path

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file, for SQL of one's own; raises ChronicleError once it was closed."""
        if self._connection is None:
            raise ChronicleError(
                f"{self.path} was closed; open it again with Chronicle.open({str(self.path)!r})"
            )
        return self._connection

    def __repr__(self) -> str:
        if self._connection is None:
            return f"<Chronicle {self.path}, closed>"
        held = counting.rows(self._connection)
        shown = ", ".join(f"{held[name]} {name}" for name in ("articles", "statements", "findings"))
        return f"<Chronicle {self.path}: {shown}>"

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> "Chronicle":
        """Opens the chronicle at `path`; raises ChronicleError when it cannot be read.

        Of a folder that a cluster built, a file is made in it when it is opened first.
        """
        file = file_of(Path(path))
        return cls(store.open_existing(file), file)

    def close(self) -> None:
        """Closes the file; the object is of no use after that."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> "Chronicle":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def rows(self, kind: type[RowT]) -> Iterator[RowT]:
        """All rows of one table as typed objects, in the table's own order.

        Raises ReportedlyError for anything but a row type of `reportedly.model`.
        """
        if not isinstance(kind, type) or not issubclass(kind, Row):
            raise ReportedlyError(
                f"{kind!r} is no row type; give one of reportedly.model, such as Statement, or "
                "take the table by its name: arrow('statements')"
            )
        return rows_sql.select(self.connection, kind)

    def row(self, kind: type[RowT], identifier: str) -> RowT | None:
        """The row with this identifier; former names of groups lead to what they are called now."""
        column = kind.key[0]
        for name in (identifier, naming.current(self.connection, identifier)):
            found = next(rows_sql.select(self.connection, kind, f'"{column}" = ?', (name,)), None)
            if found is not None:
                return found
        return None

    def words(self, article_id: str, span: tuple[int, int]) -> str:
        """The words of an article under a span; raises ReportedlyError for an unknown article, and
        for a span that does not lie in its text."""
        article = self.row(Article, article_id)
        if article is None:
            raise ReportedlyError(
                f"no article {article_id} in {self.path}; see its table `articles`"
            )
        start, end = span
        if not 0 <= start <= end <= len(article.text):
            raise ReportedlyError(
                f"{start} to {end} is no span of article {article_id}, whose text has "
                f"{len(article.text)} characters"
            )
        return article.text[start:end]

    def arrow(self, table: str) -> "pa.Table":
        """One table as an Arrow table; raises ReportedlyError for a name that is no table."""
        from reportedly import schema

        kind = _kind(table)
        return schema.table_of(kind, self.rows(kind))

    def pandas(self, table: str) -> "pandas.DataFrame":
        """One table as a pandas frame (needs pandas: `pip install reportedly[frames]`)."""
        try:
            return cast("pandas.DataFrame", self.arrow(table).to_pandas())
        except ModuleNotFoundError as error:
            raise ReportedlyError(
                "pandas is not installed: pip install reportedly[frames]"
            ) from error

    def polars(self, table: str) -> "polars.DataFrame":
        """One table as a Polars frame (needs Polars: `pip install reportedly[frames]`)."""
        try:
            import polars
        except ImportError as error:
            raise ReportedlyError(
                "Polars is not installed: pip install reportedly[frames]"
            ) from error
        frame = polars.from_arrow(self.arrow(table))
        assert isinstance(frame, polars.DataFrame)
        return frame


def file_of(path: Path) -> Path:
    """`path` itself, or the file made of it where it is a folder that a cluster built."""
    if not path.is_dir():
        return path
    from reportedly.engine.spark.loading import file_of_folder

    return file_of_folder(path)


def _kind(table: str) -> type[Row]:
    kind = TABLES.get(table)
    if kind is None or kind not in CHRONICLE:
        known = ", ".join(each.table for each in CHRONICLE)
        raise ReportedlyError(f"no table {table!r} in a chronicle; there are: {known}")
    return kind
