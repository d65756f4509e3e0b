"""The day of one telling is that of the next by the same speaker, where nothing breaks off."""

import pytest

from reportedly.annotate.statements.occasions import Spoken, shared_days

DAY = ("2018-06-20", "2018-06-20")
TEXT = "“It leaks,” Ada Quill said on Wednesday.\n\n“Nobody mends it,” she added. It is old."


def _spoken(words: str, at: int, days: tuple[str, str] | None = None, **more: object) -> Spoken:
    start = TEXT.index(words)
    values: dict[str, object] = {"cluster": 1, "quoted": True, "dated_anew": False, **more}
    return Spoken(start, start + len(words), days=days, at=at, **values)  # type: ignore[arg-type]


FIRST = _spoken("“It leaks,” Ada Quill said on Wednesday.", 0, DAY, dated_anew=True)


def test_the_next_quotation_of_the_same_speaker_goes_on() -> None:
    """Over the end of a paragraph, whatever order the tellings are given in."""
    second = _spoken("“Nobody mends it,” she added.", 1)
    assert shared_days(TEXT, [second, FIRST], 2) == [DAY, DAY]


@pytest.mark.parametrize(
    "more",
    [{"cluster": 2}, {"cluster": None}, {"dated_anew": True}, {"quoted": False}],
    ids=["somebody else", "nobody known", "another day", "told, in a new paragraph"],
)
def test_a_break_leaves_the_day_open(more: dict[str, object]) -> None:
    second = _spoken("“Nobody mends it,” she added.", 1, **more)
    assert shared_days(TEXT, [FIRST, second], 2) == [DAY, None]


def test_within_a_paragraph_what_is_told_goes_on_too() -> None:
    """Three in a row: the last takes the day of the first."""
    second = _spoken("“Nobody mends it,” she added.", 1)
    third = _spoken("It is old.", 2, quoted=False)
    assert shared_days(TEXT, [FIRST, second, third], 3) == [DAY, DAY, DAY]
