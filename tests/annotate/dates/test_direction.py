"""The clause around a day says whether it is announced or told."""

import pytest

from reportedly.annotate.dates.direction import find_direction


def _span(text: str) -> tuple[int, int]:
    start = text.index("Tuesday")
    return start, start + len("Tuesday")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The hall will open on Tuesday.", "ahead"),
        ("The hall is to open on Tuesday.", "ahead"),
        ("She said the hall opened on Tuesday.", "back"),
        ("The keeper was put to death on Tuesday.", "back"),
        ("He will sing. It opened on Tuesday.", "back"),
        ("To mend it, the mayor on Tuesday hired a smith.", "back"),
        # A participle after a modal belongs to it.
        ("The fee would be paid on a still unspecified Tuesday.", "ahead"),
        ("The fair would still be held on Tuesday.", "ahead"),
        ("He would be sailing to the United Isles Tuesday with his crew.", "ahead"),
        # "By" is a term only right before the day.
        ("The boat was stopped by the harbour watch on Tuesday.", "back"),
        ("The boat must be mended by Tuesday.", "ahead"),
        ("All crews had paid their fees by Tuesday.", "back"),
        ("Until Tuesday, nobody had seen the boat.", "back"),
        ("He left before Tuesday.", "back"),
        ("He dared her to a race before Tuesday's vote.", "ahead"),
        ("It had been due to close on Tuesday.", "back"),
        # A day that opens its sentence takes the verb after it.
        ("On Tuesday, the league will name its keeper.", "ahead"),
        ("On Tuesday, the league named a keeper who will serve.", "back"),
        ("The council meets Tuesday in Orland.", "ahead"),
        # "To" before people and places is no infinitive, and what is said is said at once.
        ("While the choir rests, a letter went to singers on Tuesday.", "back"),
        ("He took to the radio to complain of the bells Tuesday.", "back"),
        ("They met to weigh the cost of the fire on Tuesday.", "ahead"),
        ("They met to weigh the cost of Tuesday's fire.", "back"),
        ("If she wins the toss on Tuesday, she starts.", "ahead"),
        ("Her chances of a seat on Tuesday are slim.", "ahead"),
        # What has been done, or was to be done, at some time before.
        ("She was quick to answer on Tuesday.", "back"),
        ("It forced the keeper to resign on Tuesday.", "back"),
        ("She should gain by the win Tuesday.", "back"),
        ("They hope to win Tuesday.", "ahead"),
        ("He denied it to me on Tuesday.", "back"),
        ("He was scheduled to leave on Tuesday.", "planned"),
        ("The rule was to be issued on Tuesday.", "planned"),
        ("A mild Tuesday.", None),
    ],
)
def test_the_nearest_verb_decides(text: str, direction: str | None) -> None:
    assert find_direction(text, _span(text)) == direction
