"""What the tagger found is kept to the line, the marks and the words that are somebody's."""

import pytest


def test_a_post_below_a_quotation_is_no_part_of_it(attributed):
    """Words that stand again below, without marks and signed, are another row."""
    said = "My table is full and my soup is hot. Good night."
    found = attributed(
        f"The cook denied it.\n\nMs Alder wrote on Twitter: “{said}”\n\n{said}\n\n"
        "— Greta Alder (@gretaalder) November 2, 2016\n"
    )
    assert [content for *_, content in found] == [f"“{said}”", said]


def test_a_line_of_a_list_is_not_the_one_before_its_own(attributed):
    """Whoever is quoted above a named line does not say what stands behind the name."""
    found = attributed(
        "“I’m not resigning,” Dame Ruth told the Tern. “And I’d be obliged if you let me pass.”\n\n"
        "Greta Alder to Bo Sund, in a postcard pinned up in the tea room: “You were right.”\n"
    )
    assert [(source, content) for source, _, content in found] == [
        ("Dame Ruth", "“I’m not resigning,” … “And I’d be obliged if you let me pass.”"),
        ("Greta Alder", "“You were right.”"),
    ]


def test_of_whom_it_is_said_is_not_said(attributed):
    """ "Said of the calf" tells what the words are about."""
    [(_, _, content)] = attributed("“She has a good chance,” the keeper said of the newborn calf.")
    assert content == "“She has a good chance,”"


@pytest.mark.parametrize("head", ["What they said about the mill:", "What she said about Bo Sund:"])
def test_what_lines_below_are_about_is_not_said(attributed, head):
    """A heading over sayings reports none itself."""
    found = attributed(f"{head}\n\nGreta Alder, on Radio Fern: “It stays where it is.”\n")
    assert [content for *_, content in found] == ["“It stays where it is.”"]


def test_what_is_told_between_two_quotations_is_not_said(attributed):
    """Each of them is said anew."""
    text = (
        "I rang Greta to ask whether she had seen it. “Twice,” she said. “Once for the music.” She "
        "laughed, and then she said, “Tell him the cow was good.”\n"
    )
    contents = [content for *_, content in attributed(text)]
    assert contents.count("“Twice,” … “Once for the music.”") == 1
    assert not any("laughed" in content for content in contents)
    assert "“Tell him the cow was good.”" in contents


def test_what_a_colon_introduces_above_is_not_said_below(attributed):
    """The letter has words of its own; who is told of in the next paragraph did not write it."""
    found = attributed(
        "Her letter to her son is printed in full, on a page of its own: “Speak up, stand still and"
        " don’t lend anybody money. The rest is hats.”\n\nThe second is his estranged wife, the "
        "director Ida Sund. “I was directed from the first morning,” Alder writes, “and I have to "
        "say that the blocking was superb.”"
    )
    assert [(source, content[:9]) for source, _, content in found] == [
        ("Her letter to her son", "“Speak up"),
        ("Alder", "“I was di"),
    ]
