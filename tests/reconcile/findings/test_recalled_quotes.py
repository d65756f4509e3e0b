"""Quotations that are told again from memory in other words."""

from typing import Any

FIRST = "I would sooner drink the whole canal than shake hands with a tollkeeper"
AGAIN = "I’d rather drink this canal dry than shake a tollkeeper by the hand"


def _told(world: Any, before: str, words: str, day: str, **more: Any) -> Any:
    article = world.article(f"Outlet {day}", day, f"{before}“{words},” said Wanda Pirk.")
    return world.says(article, "Wanda Pirk", words, utterance_id="u", **more)


def test_both_wordings_stand_side_by_side(world: Any) -> None:
    """What was quoted first, and what is quoted of it three years later."""
    world.entity("Wanda Pirk")
    one = _told(world, "", FIRST, "2011-04-02")
    other = _told(world, "Three years ago she spoke. ", AGAIN, "2014-05-01")
    world.variant(one, other)
    (found,) = [f for f in world.findings() if f.kind == "changed_quote"]
    assert FIRST in found.explanation
    assert found.explanation.index(FIRST) < found.explanation.index(AGAIN)
    assert {e.statement_id for e in found.evidence} == {one.statement_id, other.statement_id}


def test_of_a_few_quoted_words_the_wrong_one_is_shown(world: Any) -> None:
    """Three words in quotation marks, one of them another's, are a change; a name is none."""
    world.entity("Wanda Pirk")
    one = _told(world, "", FIRST, "2011-04-02")
    for outlet, told in (
        ("A", "she’d “drink the sea dry” for it"),
        ("B", "the “new canal” it was"),
    ):
        article = world.article(outlet, "2014-05-01", f"Wanda Pirk once told viewers {told}.")
        report = world.says(article, None, told, utterance_id="u", mode="mixed")
        world.variant(one, report)
    (found,) = [f for f in world.findings() if f.kind == "changed_quote"]
    assert "drink the sea dry" in found.explanation


def test_a_headline_in_part_does_not_stand_for_the_quotation(world: Any) -> None:
    """Of an article's own reports the one with most of the recalled words is shown."""
    world.entity("Wanda Pirk")
    text = f"“I would sooner drink the whole canal”\n“{FIRST},” said Wanda Pirk."
    article = world.article("Courier", "2011-04-02", text)
    headline = world.says(article, "Wanda Pirk", FIRST[:36], utterance_id="u")
    world.says(article, "Wanda Pirk", FIRST, utterance_id="u")
    other = _told(world, "Three years ago she spoke. ", AGAIN, "2014-05-01")
    world.variant(headline, other)
    (found,) = [f for f in world.findings() if f.kind == "changed_quote"]
    assert FIRST in found.explanation


def test_another_version_of_the_same_days_is_no_recollection(world: Any) -> None:
    """Without a word that it was said long before, two wordings may be two answers."""
    world.entity("Wanda Pirk")
    one = _told(world, "", FIRST, "2011-04-02")
    world.variant(one, _told(world, "The crowd roared. ", AGAIN, "2014-05-01"))
    assert world.findings() == []


def test_the_same_words_and_more_are_not_changed(world: Any) -> None:
    """Whoever recalls her words rightly, or goes on with others, changed nothing."""
    world.entity("Wanda Pirk")
    one = _told(world, "", FIRST, "2011-04-02")
    world.variant(one, _told(world, "Three years ago she spoke. ", FIRST[8:], "2014-05-01"))
    longer = f"{FIRST}. Nobody remembers the rest: a bargeman paid, and it rained on both banks"
    world.variant(one, _told(world, "Three years ago she spoke. ", longer, "2014-06-01"))
    assert world.findings() == []


def test_a_sentence_recalled_whole_beside_others_is_not_changed(world: Any) -> None:
    """Who repeats the second half of her words rightly and remarks on it changed none of them."""
    world.entity("Wanda Pirk")
    both = f"I would not leave the canal for any town, and {FIRST}"
    one = _told(world, "", both, "2011-04-02")
    half = f"And that {FIRST}. People drop the second half. It was the half that I had practised"
    world.variant(one, _told(world, "Three years ago she spoke. ", half, "2014-05-01"))
    assert world.findings() == []
