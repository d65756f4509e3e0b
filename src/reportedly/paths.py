"""Names of files as text that can be stored and printed, whatever bytes they are made of."""

import os


def shown_path(path: str | os.PathLike[str]) -> str:
    r"""`path` with each byte that is no UTF-8 as `\xff`, so that every file and console takes it.

    Python holds such bytes as halves of characters, which neither SQLite nor JSON can hold.
    """
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
