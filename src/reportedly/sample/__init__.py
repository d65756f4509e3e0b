"""The sample that ships: a fictional affair told by twenty articles of ten invented outlets."""

from pathlib import Path


def pile() -> Path:
    """The folder of input files, as a user would have them."""
    return Path(__file__).parent / "pile"
