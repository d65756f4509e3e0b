"""Which pairs of statements make one claim, where the model of pairs decides."""

from dataclasses import replace

import numpy as np

from reportedly.content_words import content_stems, negations, numbers
from reportedly.model import Statement
from reportedly.reconcile.claims.propositions import Proposition
from reportedly.reconcile.claims.same import (
    in_other_words,
    in_the_same_words,
    may_say_the_same,
)

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
    assert may_say_the_same(ONE, OTHER)
    assert in_other_words(ONE, OTHER)
    assert in_other_words(OTHER, ONE)


def test_unrelated_things_never_come_together() -> None:
    """Another subject, other numbers, other news of the same subject."""
    assert not may_say_the_same(ONE, replace(OTHER, about=("e2",)))
    assert not may_say_the_same(ONE, replace(OTHER, numbers=frozenset(("9",))))
    news = _said("s3", "the ferry company would paint its ships in Kestlin harbour this autumn")
    assert not in_other_words(ONE, news)


def test_fewer_words_are_enough_within_one_utterance() -> None:
    """What was aligned already need not have as much in common."""
    likeness, together = np.array([0.45, 0.45, 0.6]), np.array([True, False, False])
    assert in_the_same_words(likeness, together).tolist() == [True, False, True]
