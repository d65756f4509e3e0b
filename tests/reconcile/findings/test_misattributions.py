"""The same words under another name or on another occasion."""

from typing import Any

WORDS = "Nobody can own a lighthouse, you can only keep the lamp clean"


def _told(world: Any, outlet: str, day: str, speaker: str, **more: Any) -> Any:
    article = world.article(outlet, day, f"“{WORDS},” said {speaker}.")
    return world.says(article, speaker, WORDS, utterance_id="u", **more)


def test_another_speaker_of_the_same_words(world: Any) -> None:
    """Both names stand in the explanation; neither is called the right one."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    _told(world, "Herald", "2019-04-07", "Piet Castan")
    (found,) = [f for f in world.findings() if f.kind == "misattribution"]
    assert "attributed to Orla Venn (Courier, 2 May 2015)" in found.explanation
    assert "and to Piet Castan (Herald, 7 April 2019)" in found.explanation


def test_one_who_passes_the_words_on_is_no_other_speaker(world: Any) -> None:
    """Somebody in the chain of the words only relays them."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    relayed = _told(world, "Herald", "2015-05-03", "Piet Castan")
    world.hop(relayed, 1, "person", "Piet Castan")
    world.hop(relayed, 2, "person", "Orla Venn")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []


def test_a_pronoun_names_nobody(world: Any) -> None:
    """Whom "he" means was inferred: no ground for another speaker."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    _told(world, "Herald", "2019-04-07", "Piet Castan", source_text="he")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []


def test_another_programme_for_the_same_words(world: Any) -> None:
    """A broadcast remembered under another name."""
    world.entity("Orla Venn")
    one = _told(world, "Courier", "2015-05-02", "Orla Venn", channel="broadcast")
    other = _told(world, "Herald", "2017-05-02", "Orla Venn", channel="broadcast")
    world.hop(one, 1, "work", "Night Ferry")
    world.hop(other, 1, "work", "Breakfast With Bells")
    (found,) = [f for f in world.findings() if f.kind == "misattribution"]
    assert "on Night Ferry" in found.explanation
    assert "on Breakfast With Bells" in found.explanation


def test_a_slogan_is_nobodys(world: Any) -> None:
    """Short words are said by many."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    for outlet, speaker in (("Courier", "Orla Venn"), ("Herald", "Piet Castan")):
        article = world.article(outlet, "2015-05-02", f"“Keep the lamp!” said {speaker}.")
        world.says(article, speaker, "Keep the lamp!", utterance_id="u")
    assert world.findings() == []


def test_another_channel_matters_only_in_a_later_retelling(world: Any) -> None:
    """Papers of one week call one occasion by many names; one of two years later may err."""
    world.entity("Orla Venn")
    _told(world, "Courier", "2015-05-02", "Orla Venn", channel="speech")
    _told(world, "Herald", "2015-05-04", "Orla Venn", channel="song")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []
    _told(world, "Packet", "2017-05-04", "Orla Venn", channel="song")
    (found,) = [f for f in world.findings() if f.kind == "misattribution"]
    assert "in a speech" in found.explanation
    assert "in a song" in found.explanation
