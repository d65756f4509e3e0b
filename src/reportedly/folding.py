"""Names that people give, as they are compared."""


def folded(name: str) -> str:
    """A name as it is compared: case and white space do not count."""
    return " ".join(name.split()).casefold()
