"""What the vendored parts import of libraries that this package does without.

Pages come to them parsed and without an address, and only text and a day are asked for: bytes,
requests and metadata are never met with, and say so if they are.  For days in other languages our
own small table of months stands in.
"""

from calendar import month_name
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from reportedly.reading.foreign_days import MONTHS, find_foreign_day


def _left_out(*_: object, **__: object) -> NoReturn:
    raise NotImplementedError("this part of the library is left out; see tools/vendor.py")


extract_metadata = fix_relative_urls = from_bytes = get_base_url = _left_out


class HTTPResponse:
    """What nobody gives."""


class HTTP_POOL:  # noqa: N801 (the library's name)
    """What nobody asks."""

    request = _left_out


class DateDataParser:
    """Reads what the faster rules before it have not read."""

    def __init__(self, **_: object) -> None:
        pass

    def get_date_data(self, words: str) -> dict[str, datetime | None]:
        """The day, under the library's name for it."""
        return {"date_obj": find_foreign_day(words)}


@dataclass(frozen=True, slots=True)
class _Locale:
    """Names of months by their English ones."""

    info: dict[str, list[str]]


class default_loader:  # noqa: N801 (the library's name)
    """Knows the months of all languages as those of one."""

    @staticmethod
    def get_locales() -> tuple[_Locale, ...]:
        """That one."""
        return (_Locale({month_name[at].lower(): names for at, names in MONTHS.items()}),)
