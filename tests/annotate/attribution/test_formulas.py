"""Set phrases are looked for in the texts that can have them, and in no others."""

from collections.abc import Callable

import pytest

from benchmarks.attribution.cases.marked import HALVES, SETS, read_cases
from reportedly.annotate.attribution.formulas import FORMULAS, Formula

Words = tuple[str, str, str]
TEXTS = [case.text for kind in SETS for half in HALVES for case in read_cases(kind, half)]


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.name)
def test_no_phrase_is_lost_by_looking_for_its_parts_first(formula: Formula) -> None:
    """In every hand-written case the same places are found as by the pattern alone."""
    for text in TEXTS:
        found = [match.span() for match in formula.found_in(text)]
        assert found == [match.span() for match in formula.pattern.finditer(text)]


@pytest.mark.parametrize("dash", ["―", "—", "–", "-"])
def test_a_signature_signs_the_whole_line(
    attributed: Callable[[str], list[Words]], dash: str
) -> None:
    """Between the first mark of a line and the dash all is what the signer wrote."""
    text = f"”We wanted the ferry back. They call us “the loud ones.” So be it.” {dash} Tilda Wren"
    said = [content for source, _, content in attributed(text) if source == "Tilda Wren"]
    assert said == [text[: text.index(dash) - 1]]


def test_a_text_without_the_parts_is_not_searched() -> None:
    """What makes it cheap: a text that has none of a phrase's parts gives nothing at once."""
    formula = next(each for each in FORMULAS if each.name == "hear tell")
    assert not list(formula.found_in("To hear the ferryman, the river used to freeze."))
    assert len(list(formula.found_in("To hear the ferryman tell it, the river froze."))) == 1


def test_a_message_passed_on_is_said_by_who_sends_it(
    attributed: Callable[[str], list[Words]],
) -> None:
    """Beside the words of who brings it; a thing that is told without "that" is none."""
    said = attributed('"He asked me to tell you that the ferry will run," Tilda Wren said.')
    assert ("He", "that the ferry will run") in [(who, content) for who, _, content in said]
    said = attributed('"He says to tell you the truth," Tilda Wren said.')
    assert [who for who, _, _ in said] == ["Tilda Wren"]
