"""The same words under another name or on another occasion."""

from typing import Any

import pytest

from reportedly.model import Mention

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


def test_words_repeated_as_anothers_are_not_given_to_the_one_who_repeats_them(world: Any) -> None:
    """Where another statement of the article says whose words are in hers."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Piet Castan")
    text = f"“Ah yes. {WORDS}, to quote a friend,” said Orla Venn."
    article = world.article("Herald", "2019-04-07", text)
    world.says(article, "Orla Venn", f"Ah yes. {WORDS}, to quote a friend", utterance_id="u")
    assert len([f for f in world.findings() if f.kind == "misattribution"]) == 1
    world.says(article, "Piet Castan", WORDS, utterance_id="u", mode="indirect")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []


@pytest.mark.parametrize(
    "said", ["as he puts it", "As Piet Castan said", "like Piet Castan says", "in his own words"]
)
def test_as_he_puts_it(world: Any, said: str) -> None:
    """Whoever repeats another says so in the words themselves."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Piet Castan")
    article = world.article("Herald", "2019-04-07", f"“{WORDS}, {said},” said Orla Venn.")
    world.says(article, "Orla Venn", f"{WORDS}, {said}", utterance_id="u")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []


def test_a_pronoun_names_nobody(world: Any) -> None:
    """Whom "he" means was inferred: no ground for another speaker."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    _told(world, "Herald", "2019-04-07", "Piet Castan", source_text="he")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []


def _told_of_him(world: Any, before: str) -> None:
    text = f"Rain fell.\n{before} “{WORDS},” he said."
    article, at = world.article("Herald", "2019-04-07", text), text.index("he said")
    world.says(
        article,
        "Piet Castan",
        WORDS,
        utterance_id="u",
        source_text="he",
        source=((at, at + 2),),
    )


def test_a_pronoun_means_the_only_one_whom_its_paragraph_names(world: Any) -> None:
    """Nobody else can be "he" in a paragraph that names one man; of two either may be."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    world.entity("Jan Moor")
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    _told_of_him(world, "Piet Castan and Jan Moor mended the roof.")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []
    _told_of_him(world, "Piet Castan, the widow’s brother, mended the roof.")
    assert len([f for f in world.findings() if f.kind == "misattribution"]) == 1


def test_a_pronoun_means_whom_the_headline_names(world: Any) -> None:
    """The same words, in part, under a name in one article: "he" is that one."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    words = "Nobody can own a lighthouse"
    text = f"‘{words}’, says Piet Castan\nThe keeper spoke at noon. “{WORDS},” he said."
    article = world.article("Herald", "2019-04-07", text)
    world.says(article, "Piet Castan", WORDS, utterance_id="u", source_text="he")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []
    world.says(article, "Piet Castan", words, utterance_id="u", source_text="Piet Castan")
    assert len([f for f in world.findings() if f.kind == "misattribution"]) == 1


def test_a_relative_pronoun_names_whom_it_follows(world: Any) -> None:
    """ "It was Piet Castan who said" names him."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    _told(world, "Herald", "2019-04-07", "Piet Castan", source_text="who")
    assert len([f for f in world.findings() if f.kind == "misattribution"]) == 1


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


@pytest.mark.parametrize(
    "told",
    [
        "Orla Venn told Al Moor on the late-night chat show Breakfast With Bells back in 2015.",
        "Orla Venn once told telly’s Breakfast With Bells.",
        "Orla Venn once told viewers of Breakfast With Bells.",
    ],
)
def test_a_programme_that_is_named_beside_what_is_recalled(world: Any, told: str) -> None:
    """With or without the sort of programme, and whose it is."""
    world.entity("Orla Venn")
    one = _told(world, "Courier", "2015-05-02", "Orla Venn", channel="broadcast")
    world.hop(one, 1, "work", "Night Ferry")
    article = world.article("Herald", "2017-05-02", f"“{WORDS},” {told}")
    world.says(article, "Orla Venn", WORDS, utterance_id="u")
    (found,) = [f for f in world.findings() if f.kind == "misattribution"]
    assert "on Breakfast With Bells" in found.explanation


def test_another_programme_told_of_somebody_unnamed(world: Any) -> None:
    """Who is left unnamed is taken for the one who said it first, whoever else is given it."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    one = _told(world, "Courier", "2015-05-02", "Orla Venn", channel="broadcast")
    _told(world, "Packet", "2016-05-02", "Piet Castan")
    article = world.article("Herald", "2017-05-02", f"“{WORDS},” the keeper told viewers.")
    other = world.says(article, None, WORDS, utterance_id="u", channel="broadcast")
    world.hop(one, 1, "work", "Night Ferry")
    world.hop(other, 1, "work", "Breakfast With Bells")
    found = [f.explanation for f in world.findings() if f.kind == "misattribution"]
    assert (
        sum("on Night Ferry" in told and "on Breakfast With Bells" in told for told in found) == 1
    )


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


def _told_on(world: Any, outlet: str, day: str, when: str) -> None:
    article = world.article(outlet, "2015-05-20", f"Rain fell.\n“{WORDS},” said Orla Venn {when}.")
    world.says(article, "Orla Venn", WORDS, utterance_id="u", said_earliest=day, said_latest=day)


def test_another_day_counts_where_both_reports_name_it(world: Any) -> None:
    """Two Saturdays are two occasions."""
    world.entity("Orla Venn")
    _told_on(world, "Courier", "2015-05-02", "on May 2")
    _told_on(world, "Herald", "2015-05-09", "on 9 May")
    (found,) = [f for f in world.findings() if f.kind == "misattribution"]
    assert "on 2015-05-02" in found.explanation
    assert "on 2015-05-09" in found.explanation


def test_another_day_that_was_inferred_does_not_count(world: Any) -> None:
    """Which day "the same day" was follows from what is told before, and often wrongly."""
    world.entity("Orla Venn")
    _told_on(world, "Courier", "2015-05-02", "on May 2")
    _told_on(world, "Herald", "2015-05-09", "the same day as the regatta")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []


def test_a_station_is_no_other_programme(world: Any) -> None:
    """Who names the station alone does not say that it was another programme."""
    world.entity("Orla Venn")
    one = _told(world, "Courier", "2015-05-02", "Orla Venn", channel="broadcast")
    other = _told(world, "Herald", "2017-05-02", "Orla Venn", channel="broadcast")
    world.hop(one, 1, "work", "Night Ferry")
    world.hop(other, 1, "outlet", "Radio Skua")
    assert [f for f in world.findings() if f.kind == "misattribution"] == []


@pytest.mark.parametrize("where", ["to Morning Bells’ listeners", "on telly’s Morning Bells"])
def test_programmes_named_beside_words_that_are_recalled(world: Any, where: str) -> None:
    """Another programme's name in the sentence before, though no chain has it."""
    world.entity("Orla Venn")
    world.entity("Hal Roy")
    first = world.article(
        "Courier", "2015-05-02", f"“{WORDS},” Orla Venn told Hal Roy on Radio Skua’s Night Ferry."
    )
    later = world.article(
        "Herald",
        "2017-05-02",
        f"Two years ago she spoke {where}. “{WORDS},” Orla Venn told Hal Roy.",
    )
    for article, channel in ((first, "broadcast"), (later, None)):
        world.says(article, "Orla Venn", WORDS, utterance_id="u", channel=channel)
    (found,) = [f for f in world.findings() if f.kind == "misattribution"]
    assert "on Night Ferry" in found.explanation
    assert "on Morning Bells" in found.explanation


def test_a_part_that_is_quoted_within_a_retelling_is_held_against_the_whole(world: Any) -> None:
    """What stands around the quoted words in the article's own does not hide them."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    words = "he thought that “you can only keep the lamp clean”, as his nephew had never understood"
    article = world.article("Herald", "2019-04-07", f"Piet Castan said that {words}.")
    world.says(article, "Piet Castan", words, utterance_id="u", mode="mixed")
    (found,) = [f for f in world.findings() if f.kind == "misattribution"]
    assert "to Piet Castan (Herald, 7 April 2019)" in found.explanation


def test_whom_the_sentence_before_names(world: Any) -> None:
    """ "He was brief. “…”, he said" is of whom the paragraph before ends with."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Herald", "2019-04-07", "Piet Castan")
    text = f"It rained. Orla Venn had lost her seat.\n\nShe was brief. “{WORDS},” she said."
    article = world.article("Courier", "2015-05-02", text)
    start = text.index("she said")
    world.says(
        article, "Orla Venn", WORDS, utterance_id="u", source=((start, start + 3),),
        source_text="she",
    )  # fmt: skip
    (found,) = [f for f in world.findings() if f.kind == "misattribution"]
    assert "attributed to Orla Venn" in found.explanation


@pytest.mark.parametrize(("source", "expected"), [("Castan", 1), ("the captain", 0)])
def test_a_short_post_needs_a_name(world: Any, source: str, expected: int) -> None:
    """Of four words, who is only described may be somebody else than was understood."""
    post = "Small plate, huge portion"
    for outlet, speaker, called in (
        ("Courier", "Orla Venn", "Orla Venn"),
        ("Herald", "Piet Castan", source),
    ):
        world.entity(speaker)
        text = f"“{post},” {called} wrote."
        article = world.article(outlet, "2016-03-21", text)
        start = text.index(called)
        world.says(
            article, speaker, post, utterance_id="u", channel="post", source_text=called,
            source=((start, start + len(called)),),
        )  # fmt: skip
    assert sum(f.kind == "misattribution" for f in world.findings()) == expected


def _kinds(world: Any) -> list[str]:
    return [f.explanation for f in world.findings() if f.kind == "misattribution"]


def _by(world: Any, outlet: str, day: str, speaker: str, called: str, before: str = "") -> None:
    """The words and who said them, as a report calls them."""
    text = f"Rain fell.\n{before}“{WORDS},” {called} said."
    article, at = world.article(outlet, day, text), text.index(f"{called} said")
    world.says(
        article, speaker, WORDS, utterance_id="u", source_text=called,
        source=((at, at + len(called)),),
    )  # fmt: skip


@pytest.mark.parametrize(("called", "expected"), [("Orla Venn", 1), ("Ms Venn", 0)])
def test_mother_and_daughter_are_two_where_both_are_called_by_given_names(
    world: Any, called: str, expected: int
) -> None:
    """ "Ms Venn" may be either."""
    for name in ("Orla Venn", "Una Venn"):
        world.entity(name)
    _by(world, "Courier", "2015-05-02", "Orla Venn", called)
    _by(world, "Herald", "2019-04-07", "Una Venn", "Una")
    assert len(_kinds(world)) == expected


def test_whoever_is_described_alone_is_meant_by_the_pronoun(world: Any) -> None:
    """Where a paragraph names nobody and describes one."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _by(world, "Courier", "2015-05-02", "Piet Castan", "Piet Castan")
    _by(world, "Herald", "2019-04-07", "Orla Venn", "she", "The mum of three has a recipe. ")
    assert _kinds(world) == []
    described = world.rows[-1].article_id
    start = len("Rain fell.\n")
    world.rows.append(
        Mention(
            article_id=described, span=(start, start + 16), text="The mum of three",
            form="nominal", entity_id=world.people["Orla Venn"], confidence=0.9, cluster=0,
        )
    )  # fmt: skip
    assert len(_kinds(world)) == 1


@pytest.mark.parametrize(("beside", "expected"), [("Ms Moor", 1), ("Mr Moor", 0)])
def test_a_pronoun_is_nobody_with_another_title(world: Any, beside: str, expected: int) -> None:
    """ "He said" in a paragraph of Piet Castan and Ms Moor."""
    for name in ("Orla Venn", "Piet Castan", "Moor"):
        world.entity(name)
    _told(world, "Courier", "2015-05-02", "Orla Venn")
    _by(world, "Herald", "2019-04-07", "Piet Castan", "he", f"Piet Castan met {beside}. ")
    assert len(_kinds(world)) == expected


def test_a_letter_has_its_writers_words(world: Any) -> None:
    """Printed as a document here, said by somebody else there."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    _told(world, "Courier", "2015-05-02", "Orla Venn", source_kind="document")
    _told(world, "Herald", "2019-04-07", "Piet Castan")
    assert len(_kinds(world)) == 1


def test_the_station_beside_a_programme_is_passed_over(world: Any) -> None:
    """ "Night Ferry, broadcast by Gull Television" against another programme."""
    world.entity("Orla Venn")
    one = _told(world, "Courier", "2015-05-02", "Orla Venn", channel="broadcast")
    other = _told(world, "Herald", "2017-05-02", "Orla Venn", channel="broadcast")
    world.hop(one, 1, "outlet", "Gull Television")
    world.hop(one, 2, "work", "Night Ferry")
    world.hop(other, 1, "work", "Breakfast With Bells")
    (found,) = _kinds(world)
    assert "on Night Ferry (Courier" in found
