"""Forms of verbs."""

import pytest

from reportedly.reconcile.findings.frames.verbs import forms


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("drop", ["drop", "dropped", "dropping", "drops"]),
        ("close", ["close", "closed", "closes", "closing"]),
        ("marry", ["married", "marries", "marry", "marrying"]),
        ("die", ["die", "died", "dies", "dying"]),
        ("sell", ["sell", "selling", "sells", "sold"]),
        ("withdraw", ["withdraw", "withdrawing", "withdrawn", "withdraws", "withdrew"]),
        ("quit", ["quit", "quits", "quitting"]),
        ("open", ["open", "opened", "opening", "opens"]),
        ("publish", ["publish", "published", "publishes", "publishing"]),
        ("free", ["free", "freed", "freeing", "frees"]),
    ],
)
def test_forms_of_a_verb(base: str, expected: list[str]) -> None:
    """Endings, doubled letters and irregular pasts are as English has them."""
    assert sorted(forms(base)) == expected


def test_one_word_can_be_several_forms() -> None:
    """What a word can be is kept open."""
    assert forms("shut")["shut"] == {"base", "past", "participle"}
    assert forms("withdraw")["withdrew"] == {"past"}
