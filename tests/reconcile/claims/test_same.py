"""Which pairs of statements make one claim, where the model of pairs decides."""

from dataclasses import replace

from reportedly.content_words import content_stems, negations, numbers
from reportedly.model import Statement
from reportedly.reconcile.claims.propositions import Proposition
from reportedly.reconcile.claims.same import says_the_same

ABOUT = ("e1",)


def _said(name: str, text: str, about: tuple[str, ...] = ABOUT) -> Proposition:
    statement = Statement(
        statement_id=name,
        article_id=name,
        content=((0, len(text)),),
        content_text=text,
        mode="indirect",
        polarity="asserts",
        confidence=0.9,
        reason="",
    )
    negative = negations(text) % 2 == 1
    stems = content_stems(text)
    return Proposition(statement, stems, numbers(text), negative, about, "2018-05-02")


ONE = _said("s1", "that the ferry company will stop its night service to Kestlin harbour in autumn")
OTHER = _said("s2", "the ferry company would end night service to Kestlin harbour this autumn")


def test_other_words_for_the_same_make_one_claim() -> None:
    """Too few words in common to be sure of, near in meaning: the model decides, in any order."""
    weights = {"stop": 8.0, "end": 8.0}
    assert says_the_same(ONE, OTHER, weights)
    assert says_the_same(OTHER, ONE, weights)


def test_unrelated_things_never_come_together() -> None:
    """Another subject, other news of the same subject."""
    weights = {"stop": 8.0, "end": 8.0}
    assert not says_the_same(ONE, replace(OTHER, about=("e2",)), weights)
    news = _said("s3", "the ferry company would paint its ships in Kestlin harbour this autumn")
    assert not says_the_same(ONE, news, {"night": 5.0, "service": 5.0, "paint": 5.0})
