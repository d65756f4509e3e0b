"""Retellings of quotations in other words."""

import pytest

from reportedly.model import Mode, Statement
from reportedly.reconcile.utterances.retold import could_retell, likeness, retells, score
from reportedly.reconcile.utterances.wording import Said, said


def _said(text: str, mode: Mode) -> Said:
    statement = Statement(
        statement_id=text,
        article_id="a",
        content=((0, len(text)),),
        content_text=text,
        mode=mode,
        polarity="asserts",
        confidence=0.9,
        reason="",
    )
    return said(statement, text)


QUOTED = "“We lost the north. My ferry line will carry passengers free of charge all winter.”"


@pytest.mark.parametrize(
    ("retold", "expected"),
    [
        ("that her ferry line would carry passengers free of charge", True),
        ("that her ferry line would not carry passengers free of charge", False),
        ("that the ferry terminal needs a new roof", False),
        ("the passengers", False),
    ],
)
def test_a_sentence_of_the_quotation_is_retold(retold: str, expected: bool) -> None:
    """Other persons and tenses are no obstacle; a negation, other news and a mere name are."""
    pair = _said(QUOTED, "direct"), _said(retold, "indirect")
    assert retells(*pair, {}) is expected
    assert retells(*reversed(pair), {}) is expected


def test_two_of_a_kind_retell_nothing() -> None:
    """Two quotations, or two retellings, are compared elsewhere and more strictly."""
    assert not retells(_said(QUOTED, "direct"), _said(QUOTED, "direct"), {})
    retold = "that her ferry line would carry passengers free of charge"
    assert not retells(_said(retold, "indirect"), _said(retold, "indirect"), {})


def test_the_clause_that_is_retold_decides_on_its_negation() -> None:
    """A negation elsewhere in the quotation is none of the retelling's; one in its clause is."""
    quotation = "I never liked the harbour, but we will reopen the old tannery in spring"
    assert could_retell(quotation, "that the old tannery would reopen in spring")
    assert not could_retell(quotation, "that the old tannery would not reopen in spring")
    assert not could_retell(quotation, "she had liked the harbour")


def test_a_topic_is_less_likely_a_retelling_than_a_proposition() -> None:
    """The same words say more with a subject than without; the rarest word counts most."""
    quotation = "We will reopen the old tannery beside the harbour in spring"
    rarities = {"tannery": 6.0, "reopen": 4.0, "harbour": 2.0, "spr": 2.0}
    topic = likeness(quotation, "the old tannery beside the harbour", False, rarities)
    told = likeness(quotation, "that they would reopen the tannery in spring", False, rarities)
    assert score(told) > score(topic)
    assert topic.rarest == told.rarest == 1.0
    assert likeness(quotation, "the ruined mill in spring", False, {"ruin": 9.0}).rarest < 1.0


def test_numbers_that_the_quotation_has_not_speak_against_a_retelling() -> None:
    """Told numbers are in the quotation, or others are; without numbers neither is said."""
    quotation = "Some 40 barges lie idle in the canal"
    figures = [
        likeness(quotation, told, False, {}).figures
        for told in ("40 barges were idle", "60 barges were idle", "the barges were idle")
    ]
    assert figures == [1.0, -1.0, 0.0]
