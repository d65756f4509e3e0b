"""Days in other languages: a month's name with a day beside it and one year."""

import datetime

import pytest

from reportedly.reading.foreign_days import MONTHS, find_foreign_day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Miércoles, 15 de Abril de 2020", (2020, 4, 15)),
        ("/ lunes 2 de marzo de 2020", (2020, 3, 2)),
        ("3. März 2021, 14:05 Uhr", (2021, 3, 3)),
        ("duminică, 20 septembrie 2020", (2020, 9, 20)),
        ("الأربعاء، 07 أكتوبر 2020 - 12:09 م", (2020, 10, 7)),
        ("21 декабря 2019", (2019, 12, 21)),
        ("22 de novembro de 2020. 18:20", (2020, 11, 22)),
        ("November 20 15:23 2019", (2019, 11, 20)),
    ],
)
def test_a_day_is_read(line: str, day: tuple[int, int, int]) -> None:
    """Before or after the month, with the words that join them."""
    assert find_foreign_day(line) == datetime.datetime(*day)


@pytest.mark.parametrize(
    "line",
    [
        "31 de abril de 2020",  # there is none
        "abril de 2020",
        "15 de abril",
        "de 2019 a 15 de abril de 2020",
        "Mayo 10:30 2020",
        "15 de algo de 2020",
        "21. juni/lipanj, 2020.",  # in two languages, as lists of earlier issues have it
    ],
)
def test_what_names_no_one_day_is_none(line: str) -> None:
    """Nothing is guessed."""
    assert find_foreign_day(line) is None


def test_no_name_stands_for_two_months() -> None:
    """Each is looked up alone."""
    names = [name for of_month in MONTHS.values() for name in of_month]
    assert len(MONTHS) == 12
    assert len(names) == len(set(names))
