"""Retellings of quotations in other words."""

from dataclasses import replace

import pytest

from reportedly.model import Mode, Statement
from reportedly.reconcile.utterances import retold
from reportedly.reconcile.utterances.retold import could_retell, find_likelihood
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
    found = find_likelihood(*pair, {})
    assert (found is not None) is expected
    assert find_likelihood(pair[1], pair[0], {}) == found


def test_two_of_a_kind_retell_nothing() -> None:
    """Two quotations, or two retellings, are compared elsewhere and more strictly."""
    assert not find_likelihood(_said(QUOTED, "direct"), _said(QUOTED, "direct"), {})
    retold = "that her ferry line would carry passengers free of charge"
    assert not find_likelihood(_said(retold, "indirect"), _said(retold, "indirect"), {})


def test_a_headline_with_a_word_or_two_quoted_retells() -> None:
    """A mixed statement retells what is quoted at length, if the words that it quotes are there."""
    quotation = _said(QUOTED, "direct")
    assert find_likelihood(
        quotation, _said("Ferry to carry passengers “free of charge”", "mixed"), {}
    )
    others = _said("Ferry to carry passengers all “bitter” winter free of charge", "mixed")
    assert find_likelihood(quotation, others, {}) is None


@pytest.mark.parametrize("cue", ["did not say", "failed to mention", "declined to repeat"])
def test_what_was_not_said_retells_nothing(cue: str) -> None:
    """Whoever failed to mention something has not said it, whatever words there are in common."""
    told = _said("that her ferry line would carry passengers free of charge", "indirect")
    assert find_likelihood(_said(QUOTED, "direct"), replace(told, cue="said"), {})
    assert find_likelihood(_said(QUOTED, "direct"), replace(told, cue=cue), {}) is None


def test_what_words_rule_out_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is asked only where words and places leave it open."""
    asked: list[str] = []
    monkeypatch.setattr(retold, "nearness", lambda *texts: asked.append(texts[1]))
    monkeypatch.setattr(retold, "score", lambda *found: 1.0)
    quotation = _said(QUOTED, "direct")
    elsewhere = replace(_said("to lose passengers", "indirect"), cue="criticised")
    statement = replace(elsewhere.statement, article_id="b", content=((500, 518),))
    assert not find_likelihood(quotation, replace(elsewhere, statement=statement), {})
    assert not asked
    told = "that her ferry line would carry passengers free of charge"
    assert find_likelihood(quotation, _said(told, "indirect"), {}) == pytest.approx(
        0.731, abs=0.001
    )
    assert asked == [told]


def test_the_clause_that_is_retold_decides_on_its_negation() -> None:
    """A negation elsewhere in the quotation is none of the retelling's; one in its clause is."""
    quotation = "I never liked the harbour, but we will reopen the old tannery in spring"
    assert could_retell(quotation, "that the old tannery would reopen in spring")
    assert not could_retell(quotation, "that the old tannery would not reopen in spring")
    assert not could_retell(quotation, "she had liked the harbour")
