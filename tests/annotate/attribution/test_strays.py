"""A headline is no part of what the sentence below reports, and who speaks is no part of it."""

import pytest

SENTENCE = "The old mill at Arl will reopen in spring, its owner said on Friday.\n"


@pytest.mark.parametrize("head", ["Mill to reopen", "New mill opens\n\nBy Una Marsh"])
def test_a_headline_is_no_part_of_what_the_first_sentence_reports(attributed, head):
    """Content begins where the sentence begins."""
    [(_, _, content)] = attributed(f"{head}\n\n{SENTENCE}")
    assert content == "The old mill at Arl will reopen in spring"


def test_what_a_headline_quotes_is_not_said_in_the_sentence_below(attributed):
    """The marks above stand for other words, said elsewhere."""
    found = attributed(
        "‘I won’t go’: ferry boss digs in\n\nFerry boss Imre Vask has vowed to stay. “I will "
        "resign,” the 51-year-old told the Tollbridge Courier.\n"
    )
    assert "“I will resign,”" in [content for *_, content in found]


def test_a_quotation_of_two_paragraphs_stays_whole(attributed):
    """Marks hold together what a line without a full stop would part."""
    text = (
        "Ann Poe was asked about the bridge.\n\n“These are the rules of this house\n\n“Nobody "
        "crosses the bridge at night,” she told the Gazette.\n"
    )
    assert any("Nobody crosses" in content for *_, content in attributed(text))


def test_words_cut_off_belong_to_whoever_stands_behind_them(attributed):
    """ "The board wants its money back \\n\\n Bosses are to …, sources say": what sources say."""
    found = attributed(
        "PAY UP! Board wants its loot back from the pier\n\nBy Dex Fenn\n\nBOARD bosses are to "
        "claw back £3 million from Ann Poe’s pier, sources at the town hall say, just eight weeks "
        "after it opened.\n"
    )
    said = {source: content for source, _, content in found}
    assert "claw back" in said["sources at the town hall"]


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("School roof to be mended, says Odd Berg", "Odd Berg"),
        ("Mayor will not stand again, says deputy", "deputy"),
        ("Ticket prices to rise again, warns minister", "minister"),
    ],
)
def test_who_ends_a_headline_speaks(attributed, headline, source):
    """Behind a comma and a verb of saying stands its subject."""
    found = attributed(f"{headline}\n\nThe news came on Sunday night.\n")
    assert [(s, content) for s, _, content in found] == [(source, headline.partition(",")[0])]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Ada Quill is moving to Hamm, her agent, Bo Linden, said on Friday.",
            "her agent, Bo Linden",
            "Ada Quill is moving to Hamm",
        ),
        (
            "Imre Vask, the former ferry boss, is writing a memoir, his agent, Bo Linden, said.",
            "his agent, Bo Linden",
            "Imre Vask, the former ferry boss, is writing a memoir",
        ),
    ],
)
def test_a_post_and_a_name_before_the_verb_speak(attributed, text, source, content):
    """A verb of saying has a subject; what is said ends before it."""
    assert [(s, c) for s, _, c in attributed(text)] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "“He was cruel,” said a guest, who asked not to be named.",
        "A friend requested anonymity but said the pair had rowed.",
        "A cook who wished to remain anonymous said she had seen it.",
        "A former maid asked not to be quoted by name.",
    ],
)
def test_a_wish_for_no_name_is_no_statement(attributed, text):
    """It tells how somebody speaks, not what they say."""
    assert not any("nam" in content or "anonym" in content for *_, content in attributed(text))


def test_other_wishes_about_names_are_statements(attributed):
    """Somebody who asks to be called something says so."""
    assert [c for *_, c in attributed("She asked to be named captain.")] == ["to be named captain"]
