"""What "it" and "the bridge" stand for where something is to open, was sold or came out."""

from typing import Any


def _overtaken(world: Any) -> list[Any]:
    return [f for f in world.findings() if f.kind == "overtaken"]


def _pool_opens(world: Any) -> None:
    world.article("Courier", "2014-09-09", "The Hart Lane pool is behind schedule.")


def test_it_is_what_the_sentence_before_describes(world: Any) -> None:
    """What was named last before it."""
    world.entity("Ivo Marsh")
    early = world.article(
        "Herald",
        "2011-04-04",
        "They will build a pool at Hart Lane. It will be finished by May 2013, Ivo Marsh said.",
    )
    world.says(early, "Ivo Marsh", "It will be finished by May 2013")
    _pool_opens(world)
    (found,) = _overtaken(world)
    assert found.attribute == "launch"


def test_it_of_another_paragraph_is_left_open(world: Any) -> None:
    """Across paragraphs nobody knows what it stands for."""
    world.entity("Ivo Marsh")
    early = world.article(
        "Herald",
        "2011-04-04",
        "They will build a pool at Hart Lane.\n\nIt will be finished by May 2013, Ivo Marsh said.",
    )
    world.says(early, "Ivo Marsh", "It will be finished by May 2013")
    _pool_opens(world)
    assert _overtaken(world) == []


def test_a_described_thing_has_the_one_name_that_the_article_gives_it(world: Any) -> None:
    """ "The new bridge over the Lea" is the Lea bridge."""
    world.entity("Una Brill")
    early = world.article(
        "Herald",
        "2018-10-04",
        "Una Brill will resign if the new bridge over the Lea is not built.\n\n"
        "The bridge will open in May 2020, Una Brill said.",
    )
    world.says(early, "Una Brill", "The bridge will open in May 2020")
    world.article("Courier", "2021-02-11", "The Lea bridge is behind schedule.")
    (found,) = _overtaken(world)
    assert found.attribute == "launch"


def test_of_two_named_alike_neither_is_taken(world: Any) -> None:
    """An article that tells of two bridges does not say which one is meant."""
    world.entity("Una Brill")
    early = world.article(
        "Herald",
        "2018-10-04",
        "A new bridge over the Lea is planned, beside the Orr bridge and the Lea bridge of old.\n\n"
        "The bridge will open in May 2020, Una Brill said.",
    )
    world.says(early, "Una Brill", "The bridge will open in May 2020")
    world.article("Courier", "2021-02-11", "The Lea bridge is behind schedule.")
    assert _overtaken(world) == []


def test_who_opens_its_doors_is_what_opens(world: Any) -> None:
    """The doors are not the thing."""
    world.entity("Sallow Museum", "organisation")
    world.entity("Dora Quill")
    early = world.article(
        "Herald",
        "2014-03-03",
        "The Sallow Museum will open its doors in May 2015, Dora Quill said.",
    )
    world.says(early, "Dora Quill", "The Sallow Museum will open its doors in May 2015")
    world.article("Courier", "2016-10-09", "The Sallow Museum never opened its doors.")
    (found,) = _overtaken(world)
    assert found.subject == "Sallow Museum"
