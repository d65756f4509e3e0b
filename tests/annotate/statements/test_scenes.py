"""Scenes: what a sentence says of the occasion holds for what is said on it, and no further."""

from collections.abc import Callable

Make = Callable[..., "object"]

TALK = (
    "On Harbour Nights last week Ada Quill sat down with Bo Varga for an hour. There was tea. "
    "“It rains,” said Quill; it was not raining."
)


def talk(world: Make) -> list:
    made = world(TALK, outlet="Courier")
    made = made.who("Ada Quill", "person", "Ada Quill", "Quill;").who(
        "Bo Varga", "person", "Bo Varga"
    )
    return made.said("Quill;", "said", "“It rains,”", mode="direct").statements()


def test_a_programme_is_channel_relay_and_tells_whom_they_talk_to(world: Make) -> None:
    statement, hops = talk(world)[0]
    assert statement.channel == "broadcast"
    assert statement.addressee == "Bo Varga"
    assert [hop.name for hop in hops] == ["Courier", "Harbour Nights", "Ada Quill"]


def test_a_place_after_on_is_no_programme(world: Make) -> None:
    text = "On Mill Lane Quill waited. “It rains,” Quill added."
    made = world(text, outlet="Courier").who("Ada Quill", "person", "Quill")
    _, hops = made.said("Quill", "added", "“It rains,”", mode="direct").statements()[0]
    assert [hop.name for hop in hops] == ["Courier", "Ada Quill"]


def test_a_headline_shares_the_occasion_that_the_article_states_later(world: Make) -> None:
    text = "Quill: mill stays open\n\nAda Quill said in an interview on Monday that the mill stays."
    made = world(text).who("Ada Quill", "person", "Quill", "Ada Quill")
    made = made.said("Quill", ":", "mill stays open").said(
        "Ada Quill", "said", "that the mill stays"
    )
    head, told = made.statements()
    assert (head[0].channel, told[0].channel) == ("interview", "interview")
