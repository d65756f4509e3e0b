"""Quotations that changed on the way."""

from typing import Any

from reportedly.model import Edit

FIRST = "We are not selling the foundry to strangers"
LOST = "We are selling the foundry to strangers"


def test_a_lost_not_is_found_once_with_all_who_repeat_it(world: Any) -> None:
    """Both wordings stand in the explanation, with outlets and days."""
    world.entity("Orla Venn")
    one = world.article("Courier", "2018-06-21", f"“{FIRST},” said Orla Venn.")
    source = world.says(one, "Orla Venn", FIRST, utterance_id="u")
    for outlet, day in (("Herald", "2018-06-22"), ("Gazette", "2018-06-23")):
        article = world.article(outlet, day, f"“{LOST},” said Orla Venn.")
        report = world.says(article, "Orla Venn", LOST, utterance_id="u")
        world.variant(source, report, Edit("drop", "not", ""))
    found = [f for f in world.findings() if f.kind == "changed_quote"]
    assert len(found) == 1
    assert found[0].explanation == (
        f"Orla Venn is quoted as “{FIRST}” (Courier, 21 June 2018), and as “{LOST}” "
        "(Herald, 22 June 2018): the word “not” is missing."
    )
    assert [e.article_id for e in found[0].evidence] == ["a0", "a1", "a2"]


def test_a_retelling_may_choose_its_words(world: Any) -> None:
    """Without quotation marks a modal or a pronoun may shift."""
    world.entity("Orla Venn")
    one = world.article("Courier", "2018-06-21", "“I will sell the foundry,” said Orla Venn.")
    source = world.says(one, "Orla Venn", "I will sell the foundry", utterance_id="u")
    two = world.article("Herald", "2018-06-22", "Orla Venn said she may sell the foundry.")
    report = world.says(
        two, "Orla Venn", "she may sell the foundry", mode="indirect", utterance_id="u"
    )
    world.variant(source, report, Edit("replace", "I", "she"), Edit("replace", "will", "may"))
    assert world.findings() == []


def test_one_word_for_another_counts_where_nothing_else_differs(world: Any) -> None:
    """Of two other words the sentence was told anew."""
    world.entity("Orla Venn")
    first = "They have not shared a supper since the flood"
    one = world.article("Courier", "2015-05-02", f"“{first},” said Orla Venn.")
    source = world.says(one, "Orla Venn", first, utterance_id="u")
    boat = first.replace("supper", "boat")
    two = world.article("Herald", "2015-05-03", f"“{boat},” said Orla Venn.")
    report = world.says(two, "Orla Venn", boat, utterance_id="u")
    world.variant(source, report, Edit("replace", "supper", "boat"))
    (found,) = [f for f in world.findings() if f.kind == "changed_quote"]
    assert "“supper” has become “boat”" in found.explanation
    fire = boat.replace("flood", "fire")
    three = world.article("Packet", "2015-05-04", f"“{fire},” said Orla Venn.")
    anew = world.says(three, "Orla Venn", fire, utterance_id="u")
    edits = Edit("replace", "supper", "boat"), Edit("replace", "flood", "fire")
    world.variant(source, anew, *edits)
    assert len([f for f in world.findings() if f.kind == "changed_quote"]) == 1


def test_two_retellings_are_no_changed_quotation(world: Any) -> None:
    """Where neither report quotes her, she may have said the one and then the other."""
    world.entity("Orla Venn")
    told = "the foundry is fit to cast a bell"
    one = world.article("Courier", "2018-06-21", f"“Of course” {told}, says Orla Venn.")
    source = world.says(one, "Orla Venn", f"“Of course” {told}", mode="mixed", utterance_id="u")
    lost = "the foundry is not fit to cast a bell"
    two = world.article("Herald", "2018-06-22", f"Orla Venn said that {lost}.")
    report = world.says(two, "Orla Venn", lost, mode="indirect", utterance_id="u")
    world.variant(source, report, Edit("add", "", "not"))
    assert world.findings() == []


def test_names_that_a_retelling_puts_around_quoted_words_change_nothing(world: Any) -> None:
    """Whom the reporter names outside the quotation marks is the reporter's word."""
    world.entity("Orla Venn")
    words = "We hope to print Pell for another twenty years"
    first = world.article("Courier", "2015-05-02", f"“{words},” said Orla Venn.")
    one = world.says(first, "Orla Venn", words, utterance_id="u")
    told = "that the press would print Marsh “for another twenty years”"
    later = world.article("Herald", "2017-05-02", f"Orla Venn said {told}.")
    other = world.says(later, "Orla Venn", told, utterance_id="u", mode="mixed")
    world.variant(one, other, Edit(op="replace", from_="Pell", to="Marsh"))
    assert [f for f in world.findings() if f.kind == "changed_quote"] == []
