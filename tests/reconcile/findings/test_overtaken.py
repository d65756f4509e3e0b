"""What later words overtake."""

from typing import Any


def _overtaken(world: Any) -> list[Any]:
    return [f for f in world.findings() if f.kind == "overtaken"]


def test_never_separate_and_their_divorce(world: Any) -> None:
    """A vow of one year and the news of another."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    early = world.article(
        "Herald", "2016-06-11", "Orla Venn and Piet Castan will never separate, sources say."
    )
    world.says(early, None, "Orla Venn and Piet Castan will never separate")
    world.article(
        "Courier", "2018-04-05", "Orla Venn and Piet Castan announced their divorce on Friday."
    )
    (found,) = _overtaken(world)
    assert found.attribute == "union"
    assert found.subject == "Orla Venn and Piet Castan"
    assert found.explanation.index("2016") < found.explanation.index("2018")


def test_unrelated_people_never_retire_each_other(world: Any) -> None:
    """Another couple's divorce says nothing."""
    for name in ("Orla Venn", "Piet Castan", "Una Brook", "Aldo Reyes"):
        world.entity(name)
    early = world.article(
        "Herald", "2016-06-11", "Orla Venn and Piet Castan will never separate, sources say."
    )
    world.says(early, None, "Orla Venn and Piet Castan will never separate")
    world.article("Courier", "2018-04-05", "Una Brook and Aldo Reyes announced their divorce.")
    assert _overtaken(world) == []


def test_later_words_do_not_overtake_still_later_ones(world: Any) -> None:
    """The order of days counts, and an undated article has none."""
    world.entity("The Foundry", "place")
    world.article("Courier", "2014-04-05", "Orla Venn sold The Foundry in spring.")
    world.article("Gazette", None, "Orla Venn sold The Foundry in spring.")
    early = world.article("Herald", "2016-06-11", "“The Foundry is not for sale,” said Orla Venn.")
    world.says(early, "Orla Venn", "The Foundry is not for sale")
    assert _overtaken(world) == []


def test_a_thing_that_was_not_for_sale_is_sold(world: Any) -> None:
    """The thing sold must be the same."""
    world.entity("The Foundry", "place")
    early = world.article("Herald", "2016-06-11", "“The Foundry is not for sale,” said Orla Venn.")
    world.says(early, "Orla Venn", "The Foundry is not for sale")
    world.article("Courier", "2018-04-05", "Orla Venn has sold The Foundry to a brewery.")
    (found,) = _overtaken(world)
    assert found.subject == "The Foundry"


def test_a_vow_about_what_the_article_is_about(world: Any) -> None:
    """The words need not name the thing where the article names it more than any other."""
    world.entity("The Foundry", "place")
    early = world.article(
        "Herald",
        "2016-06-11",
        "The Foundry opened.\n\nThe Foundry is old.\n\nThe Foundry has a bell.\n\n"
        "“It will never be for sale,” said Orla Venn.",
    )
    world.says(early, "Orla Venn", "It will never be for sale")
    world.article("Courier", "2018-04-05", "Orla Venn has agreed to sell The Foundry.")
    (found,) = _overtaken(world)
    assert found.subject == "The Foundry"


def test_what_is_sold_to_somebody_stands_before_the_words(world: Any) -> None:
    """The buyer, who is named behind them, was not for sale."""
    world.entity("Tarn Mill", "organisation")
    world.entity("Marl Hotels", "organisation")
    early = world.article("Herald", "2016-06-11", "“Tarn Mill will never be sold,” she said.")
    world.says(early, None, "Tarn Mill will never be sold")
    world.article(
        "Courier", "2018-04-05", "He left Tarn Mill in November after its sale to Marl Hotels."
    )
    (found,) = _overtaken(world)
    assert (found.attribute, found.subject) == ("ownership", "Tarn Mill")


def test_two_who_part_may_be_far_before_the_verb(world: Any) -> None:
    """Each with what they do."""
    world.entity("Orla Venn")
    world.entity("Piet Castan")
    early = world.article(
        "Herald", "2016-06-11", "Orla Venn and Piet Castan will never split up, sources say."
    )
    world.says(early, None, "Orla Venn and Piet Castan will never split up")
    world.article(
        "Courier",
        "2018-04-05",
        "Orla Venn, who stepped down as the director of the museum on Friday, and the engineer "
        "Piet Castan have separated.",
    )
    (found,) = _overtaken(world)
    assert (found.attribute, found.subject) == ("union", "Orla Venn and Piet Castan")


def test_no_day_is_needed_where_the_words_give_the_order(world: Any) -> None:
    """Who says she is not resigning says it before she resigns, whatever day the page is of."""
    world.entity("Orla Venn")
    early = world.article("Herald", None, "“I am not resigning,” Orla Venn told the guests.")
    world.says(early, "Orla Venn", "I am not resigning")
    world.article("Courier", "2018-04-05", "Orla Venn resigned on Tuesday as head of the choir.")
    (found,) = _overtaken(world)
    assert found.subject == "Orla Venn"
    assert "Later" not in found.explanation
    assert "no day" in found.explanation


def test_a_thing_may_be_sold_again_so_that_it_needs_a_day(world: Any) -> None:
    """Of a page without a day nobody knows whether the owner before or the one after speaks."""
    world.entity("The Foundry", "place")
    early = world.article("Herald", None, "“The Foundry is not for sale,” said Orla Venn.")
    world.says(early, "Orla Venn", "The Foundry is not for sale")
    world.article("Courier", "2018-04-05", "Piet Castan has sold The Foundry to a brewery.")
    assert _overtaken(world) == []


def test_going_nowhere_and_then_gone(world: Any) -> None:
    """A vow to stay in other words."""
    world.entity("Orla Venn")
    early = world.article("Herald", "2016-06-11", "“I am not going anywhere,” said Orla Venn.")
    world.says(early, "Orla Venn", "I am not going anywhere")
    world.article("Courier", "2018-04-05", "Orla Venn stepped down on Friday.")
    (found,) = _overtaken(world)
    assert found.attribute == "post"


def test_never_leaving_is_of_what_was_left(world: Any) -> None:
    """Whoever would never leave a town may resign from a choir; the body must be the same."""
    world.entity("Orla Venn")
    early = world.article("Herald", "2016-06-11", "“Orla Venn will never leave Skelby,” he said.")
    world.says(early, None, "Orla Venn will never leave Skelby")
    world.article("Courier", "2018-04-05", "Orla Venn resigned as head of the Lowmoor Choir.")
    assert _overtaken(world) == []
    world.article("Gazette", "2018-04-06", "Orla Venn resigned as head of the Skelby Museum.")
    (found,) = _overtaken(world)
    assert "Skelby Museum" in found.explanation


def test_what_is_told_of_somebody_between_commas_is_passed_over(world: Any) -> None:
    """However long the aside, the verb is hers who stands before it."""
    world.entity("Orla Venn")
    early = world.article("Herald", "2016-06-11", "“I will not resign,” said Orla Venn.")
    world.says(early, "Orla Venn", "I will not resign")
    world.article(
        "Courier",
        "2018-04-05",
        "Orla Venn, who led the choir of the lower town for eleven years and a half, resigned.",
    )
    (found,) = _overtaken(world)
    assert found.subject == "Orla Venn"
