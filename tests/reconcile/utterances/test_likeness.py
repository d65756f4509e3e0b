"""What tells a retelling from another statement about the same thing."""

import dataclasses

import pytest

from reportedly.model import Mode, Spans, Statement
from reportedly.reconcile.utterances.likeness import Wording, nearness, wording
from reportedly.reconcile.utterances.wording import Said, said

QUOTED = "We will reopen the old tannery beside the harbour in spring"


def _said(text: str, mode: Mode, article: str = "a", at: int = 0, cue: str = "") -> Said:
    """A statement `at` characters into its article, with its cue before it."""
    before = (cue + " ").ljust(at)
    start = len(before)
    spans: Spans = ((start, start + len(text)),)
    statement = Statement(
        statement_id=text,
        article_id=article,
        content=spans,
        content_text=text,
        cue=((0, len(cue)),) if cue else (),
        mode=mode,
        polarity="asserts",
        confidence=0.9,
        reason="",
    )
    return said(statement, before + text)


def _wording(told: str, quoted: str = QUOTED, cue: str = "said") -> Wording:
    quotation = _said(quoted, "direct", at=400)
    rarities = {"tannery": 6.0, "reopen": 4.0, "harbour": 2.0, "ruin": 9.0}
    return wording(quotation, _said(told, "indirect", at=30, cue=cue), rarities, same_story=True)


def test_the_rarest_word_and_the_weight_of_all() -> None:
    """Words are weighed by rarity; names are counted by themselves."""
    found = _wording("that the tannery in Ostvik would reopen")
    assert found.rarest == found.shared == 1.0
    assert (found.names_shared, found.names_missing) == (0.0, 1.0)
    other = _wording("the ruined mill beside the harbour")
    assert other.rarest < 1.0
    assert other.shared < 1.0
    assert other.names_shared == 0.5


@pytest.mark.parametrize(
    ("told", "figures"),
    [("40 barges were idle", 1.0), ("60 barges were idle", -1.0), ("barges were idle", 0.0)],
)
def test_numbers_that_the_quotation_has_not_speak_against(told: str, figures: float) -> None:
    """Told numbers are in the quotation, or others are; without numbers neither is said."""
    assert _wording(told, quoted="Some 40 barges lie idle in the canal").figures == figures


def test_who_rates_a_topic_retells_nothing() -> None:
    """A thing that is slammed is a topic; a sentence is none, and what is said is none."""
    assert _wording("the tannery beside the harbour", cue="slammed").is_topic
    assert not _wording("that the tannery would reopen", cue="slammed").is_topic
    assert not _wording("the tannery beside the harbour", cue="said").is_topic
    assert _wording("the tannery", cue="said").is_reported


def test_where_the_two_stand() -> None:
    """Before it, near or far; in a headline; in another article distance is no matter."""
    quotation = _said(QUOTED, "direct", at=400)
    near = wording(quotation, _said("the tannery", "indirect", at=380), {}, same_story=False)
    far = wording(quotation, _said("the tannery", "indirect", at=10), {}, same_story=False)
    assert (near.comes_first, near.same_article, near.told_in_headline) == (1.0, 1.0, 0.0)
    assert near.distance < far.distance < 1.0
    assert far.told_in_headline == 1.0
    other = _said("the tannery", "indirect", article="b", at=900)
    elsewhere = wording(quotation, other, {}, same_story=False)
    assert (elsewhere.same_article, elsewhere.comes_first, elsewhere.distance) == (0.0, 0.0, 1.0)


def test_vectors_know_other_words_for_the_same() -> None:
    """What is said in other words is nearer than what is said of something else."""
    same = nearness(QUOTED, "that the tannery would be opened again", {})
    other = nearness(QUOTED, "that wages of bakers had fallen", {})
    for field in dataclasses.fields(same):
        assert getattr(same, field.name) > getattr(other, field.name)
    assert same.in_one_clause <= same.by_word + 1e-6


def test_a_text_without_words_is_near_to_nothing() -> None:
    """Mere space is compared with nothing."""
    assert dataclasses.astuple(nearness(" ", "the tannery", {})) == (0.0,) * 5
