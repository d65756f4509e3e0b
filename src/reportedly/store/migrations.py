"""The way from each older layout of a chronicle file to the next, each step in one transaction."""

import sqlite3
from collections.abc import Callable

from reportedly.errors import ChronicleError

Step = Callable[[sqlite3.Connection], None]

#: Layout N → the function that makes layout N + 1 of it.  Layout 1 is the first released one.
STEPS: dict[int, Step] = {}


def upgrade(connection: sqlite3.Connection, version: int, target: int) -> None:
    """Takes the file from layout `version` to `target`; a step that fails leaves the one before.

    Raises ChronicleError when no way is known.
    """
    while version < target:
        step = STEPS.get(version)
        if step is None:
            raise ChronicleError(
                f"no way is known from schema {version} to {target}; build the chronicle anew"
            )
        connection.execute("begin immediate")
        try:
            step(connection)
            connection.execute(f"pragma user_version = {version + 1}")
            connection.execute("commit")
        except BaseException:
            connection.execute("rollback")
            raise
        version += 1
