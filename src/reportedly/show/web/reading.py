"""The open chronicle of one request."""

import sqlite3
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from reportedly.store.pages import open_for_reading


def _connection(request: Request) -> Iterator[sqlite3.Connection]:
    """Each request reads on its own connection, so a build beside it is seen when it is whole."""
    connection = open_for_reading(request.app.state.chronicle)
    try:
        yield connection
    finally:
        connection.close()


Reading = Annotated[sqlite3.Connection, Depends(_connection)]
