"""Sentences and clauses of a statement."""

from reportedly.reconcile.utterances.clauses import clauses, passages

TEXT = "We lost the north. The ferry is safe, and nobody will pay, because winter is long"


def test_passages_are_sentences_clauses_and_neighbours() -> None:
    """Each of three words or more, and two clauses that follow on one another."""
    found = [TEXT[start:end] for start, end in passages(TEXT)]
    assert found[0] == "We lost the north."
    assert "The ferry is safe, and nobody will pay, because winter is long" in found
    assert "and nobody will pay" in found
    assert "The ferry is safe, and nobody will pay" in found


def test_clauses_follow_on_one_another() -> None:
    """No clause is told twice, and a text without any mark is one clause."""
    assert clauses("The ferry is safe, she said") == ("The ferry is safe", "she said")
    assert clauses("the ferry") == ("the ferry",)
    assert passages("the ferry") == ((0, 9),)
