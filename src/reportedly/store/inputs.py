"""How an input is called where people read of it."""


def place(path: str, record: int | None) -> str:
    """The file, and of an archive, feed or list the number of the article in it, from 1."""
    return path if record is None else f"{path} (no. {record + 1} in it)"
