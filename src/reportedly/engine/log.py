"""What the runner writes down while it works: events with fields, for `--log` and for `logging`.

Each event is one record of the logger `reportedly`, with its fields in `record.fields`; who does
not listen pays nothing.  No field ever holds text of an article.
"""

import logging

_LOGGER = logging.getLogger("reportedly")
_LOGGER.addHandler(logging.NullHandler())

Field = str | int | float | bool | None | dict[str, int] | dict[str, float] | list[str]


def info(event: str, **fields: Field) -> None:
    """Something happened as it should."""
    _LOGGER.info(event, extra={"fields": fields})


def warning(event: str, **fields: Field) -> None:
    """Something could not be used, or has to be done again."""
    _LOGGER.warning(event, extra={"fields": fields})
