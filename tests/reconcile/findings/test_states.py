"""What words say of states."""

import pytest

from reportedly.reconcile.findings.states import signs_in


@pytest.mark.parametrize(
    ("text", "family", "stance", "voice"),
    [
        ("They will never separate", "union", "holds", "foretold"),
        ("They will never split, says a cousin", "union", "holds", "foretold"),
        ("Ada and Tom won’t split.", "union", "holds", "foretold"),
        ("They will never part, like salt and sea.", "union", "holds", "foretold"),
        ("On 3 May she resigned", "post", "ended", "told"),
        ("In May 2015 the brewery sold the mill", "ownership", "ended", "told"),
        ("She may resign", "post", "ended", "foretold"),
        ("Last June they went their separate ways", "union", "ended", "told"),
        ("Ada and Tom are rock-solid", "union", "holds", "told"),
        ("their divorce was made final", "union", "ended", "told"),
        ("They are to divorce", "union", "ended", "told"),
        ("She has no plans to resign", "post", "holds", "foretold"),
        ("She resigned on Monday", "post", "ended", "told"),
        ("The mill is not for sale", "ownership", "holds", "told"),
        ("He denied that the mill was for sale", "ownership", "holds", "told"),
        ("The brewery sold the mill", "ownership", "ended", "told"),
        ("The sale is expected to be completed by May", "deal", "holds", "told"),
        ("The buyer withdrew from the contract", "deal", "ended", "told"),
        ("He expects the sale to be completed by May", "deal", "holds", "told"),
        ("The sale of the mill to the brewery collapsed", "deal", "ended", "told"),
    ],
)
def test_words_and_their_negation(text: str, family: str, stance: str, voice: str) -> None:
    """A negated end is a state that holds."""
    signs = {(s.family.name, s.stance, s.voice) for s in signs_in(text)}
    assert (family, stance, voice) in signs


@pytest.mark.parametrize(
    "text", ["a 4-3 split.", "They split the bill", "voters split, again", "She will part it."]
)
def test_not_all_that_splits_is_a_couple(text: str) -> None:
    """A split of something else says nothing of a union."""
    assert not [s for s in signs_in(text) if s.family.name == "union"]


def test_a_sale_that_came_to_nothing_is_no_sale() -> None:
    """Nothing was sold."""
    found = signs_in("The sale of the mill to the brewery collapsed in May.")
    assert {sign.family.name for sign in found} == {"deal"}


def test_negation_does_not_reach_over_a_clause() -> None:
    """What another clause negates is not negated here."""
    (sign,) = signs_in("He did not smile, but she resigned")
    assert (sign.stance, sign.negated) == ("ended", False)
