"""Sealed names are recognised wherever they stand, and cannot be read out of their seals."""

import pytest

from reportedly.engine.build.forgotten import Forgotten, seal, seals

NAMES = ("Wilhelmina Quarrell", "Quarrell", "Anne-Marie O'Dowd")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("WILHELMINA  QUARRELL left", ["WILHELMINA  QUARRELL"]),
        ("wilhelmina-quarrell.html", ["wilhelmina-quarrell"]),
        ("Mrs Quarrell’s hat", ["Quarrell"]),
        ("Anne Marie O’Dowd", ["Anne Marie O’Dowd"]),
        ("Wilhelmina\u00a0Quarrell, Quarrell", ["Wilhelmina\u00a0Quarrell", "Quarrell"]),
        ("Quarrells and Wilhelmina", []),
        ("Wilhelmina said no. Then Mr Quarrel", []),
        (
            "by @wilhelminaquarrell, #WilhelminaQuarrell",
            ["wilhelminaquarrell", "WilhelminaQuarrell"],
        ),
        ("annemarieodowd.example", ["annemarieodowd"]),
        ("Quarrellfeather, Wilhelminaquarrelling", []),
        ("", []),
    ],
)
def test_found(text: str, found: list[str]) -> None:
    """Whatever case, blanks and marks they are printed with; as whole words only."""
    sealed = Forgotten.of(seals(NAMES, "salt"), "salt")
    assert [text[start:end] for start, end in sealed.spans(text)] == found
    plain = Forgotten.of(NAMES)
    assert plain.spans(text) == sealed.spans(text)


def test_short_names_run_together_are_words() -> None:
    """Forgetting Jo King leaves "joking" alone; a full name run together is one in any article."""
    assert Forgotten.of(["Jo King"]).spans("She was joking") == []
    assert Forgotten.of(["Ada Quill"]).spans("@adaquill", shortest=2) == [(1, 9)]


def test_short_names_can_be_left_alone() -> None:
    """A surname alone may be another's."""
    known = Forgotten.of(NAMES)
    assert known.spans("Quarrell spoke", shortest=2) == []


def test_seals_tell_nothing_without_the_salt() -> None:
    """The same name has another seal in another chronicle, and no seal holds it."""
    assert seal("Wilhelmina Quarrell", "a") != seal("Wilhelmina Quarrell", "b")
    assert seal("wilhelmina quarrell", "a") == seal("WILHELMINA QUARRELL", "a")
    assert "quarrell" not in seal("Wilhelmina Quarrell", "a").casefold()
    assert not Forgotten.of([seal("Wilhelmina Quarrell", "a")], "b").spans("Wilhelmina Quarrell")


def test_nothing_forgotten() -> None:
    """Is nothing to look for."""
    assert not Forgotten.of([])
    assert Forgotten.of([]).spans("Anybody") == []
