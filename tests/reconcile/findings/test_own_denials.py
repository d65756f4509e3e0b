"""What somebody denies having said, and is reported to have said."""

from typing import Any

import pytest

DENIAL = "that she had ever promised to melt the bell"


def _world(world: Any, cue: str, words: str, speaker: str = "Ada Moll") -> Any:
    world.entity("Ada Moll")
    world.entity("Otto Brill")
    text = f"{speaker} {cue} {words}."
    page = world.article("Courier", "2015-05-02", text)
    at = text.index(cue)
    first = world.says(page, speaker, words, mode="indirect", cue=((at, at + len(cue)),))
    later = world.article("Herald", "2018-06-01", f"Ada Moll denied {DENIAL}.")
    world.says(later, "Ada Moll", DENIAL, mode="indirect", polarity="denies")
    return first


def test_both_stand_side_by_side(world: Any) -> None:
    """The promise as it was reported, then its denial."""
    first = _world(world, "promised", "to melt the bell if it cracked again")
    (found,) = [f for f in world.findings() if f.kind == "conflict"]
    assert found.evidence[0].statement_id == first.statement_id
    assert "later to deny this: “that she had ever promised to melt the bell”" in found.explanation


@pytest.mark.parametrize(
    ("cue", "words", "speaker"),
    [
        ("promised", "to ring the bell if it snowed again", "Ada Moll"),
        ("promised", "to melt the bell if it cracked again", "Otto Brill"),
    ],
)
def test_other_words_or_anothers_are_not_denied(
    world: Any, cue: str, words: str, speaker: str
) -> None:
    """All that is denied must have been said, and by the same speaker."""
    _world(world, cue, words, speaker)
    assert [f for f in world.findings() if f.kind == "conflict"] == []
