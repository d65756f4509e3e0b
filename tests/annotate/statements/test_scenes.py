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


HOSTED = (
    "Ada Quill and Bo Varga explained it on Sunday {to} Cy Marl, the host of Harbour Nights on "
    "Radio Lorne. “It rains,” said Varga."
)


def test_a_host_spoken_to_names_the_programme(world: Make) -> None:
    """Those who speak beside one another are all heard there; the station is not the programme."""
    text = HOSTED.format(to="to")
    made = world(text, outlet="Courier").who("Ada Quill", "person", "Ada Quill")
    made = made.who("Bo Varga", "person", "Bo Varga", "Varga.").who("Cy Marl", "person", "Cy Marl")
    statement, hops = made.said("Varga.", "said", "“It rains,”", mode="direct").statements()[0]
    assert (statement.channel, statement.addressee) == ("broadcast", "Cy Marl")
    assert [hop.name for hop in hops] == ["Courier", "Harbour Nights", "Bo Varga"]


def test_a_host_spoken_of_sets_no_scene(world: Make) -> None:
    text = HOSTED.format(to="without")
    made = world(text, outlet="Courier").who("Ada Quill", "person", "Ada Quill")
    made = made.who("Bo Varga", "person", "Bo Varga", "Varga.").who("Cy Marl", "person", "Cy Marl")
    _, hops = made.said("Varga.", "said", "“It rains,”", mode="direct").statements()[0]
    assert "Harbour Nights" not in [hop.name for hop in hops]


def test_what_somebody_said_to_a_host_on_a_programme_is_known(world: Make) -> None:
    text = (
        "Everybody knows what Quill said to Cy Marl on Harbour Nights when it began. “It rains,” "
        "she said."
    )
    made = world(text, outlet="Courier").who("Ada Quill", "person", "Quill", "she")
    made = made.who("Cy Marl", "person", "Cy Marl")
    statement, hops = made.said("she", "said", "“It rains,”", mode="direct").statements()[0]
    assert (statement.channel, statement.addressee) == ("broadcast", "Cy Marl")
    assert [hop.name for hop in hops] == ["Courier", "Harbour Nights", "Ada Quill"]


def test_a_title_named_after_a_day_or_beside_a_studio_is_a_programme(world: Make) -> None:
    for scene, title in (
        ("On Tuesday Ada Quill put a jar on Bo Varga’s desk on Monday Front.", "Monday Front"),
        ("Ada Quill brought a jar to Plain Table and gave it to the presenter.", "Plain Table"),
        ("Ada Quill stayed for an hour on Late with Varga.", "Late with Varga"),
        ("Ada Quill surprised Plain Table’s viewers.", "Plain Table"),
    ):
        made = world(f"{scene} “It rains,” said Quill.", outlet="Courier")
        made = made.who("Ada Quill", "person", "Ada Quill", "Quill.")
        made = made.said("Quill.", "said", "“It rains,”", mode="direct")
        statement, hops = made.statements()[0]
        assert statement.channel == "broadcast"
        assert [hop.name for hop in hops] == ["Courier", title, "Ada Quill"]


def test_a_street_beside_a_presenter_is_no_programme(world: Make) -> None:
    text = "Ada Quill met the presenter on Silver Street. “It rains,” said Quill."
    made = world(text, outlet="Courier").who("Ada Quill", "person", "Ada Quill", "Quill.")
    _, hops = made.said("Quill.", "said", "“It rains,”", mode="direct").statements()[0]
    assert [hop.name for hop in hops] == ["Courier", "Ada Quill"]


def test_who_watched_tells_of_the_programme(world: Make) -> None:
    """The guest and the host are named in the sentence after it."""
    for scene, title in (
        ("Who stayed up for The Nightlight on Saturday?", "The Nightlight"),
        ("We all tuned in to **Plain Table** last night.", "Plain Table"),
        ("Half the town switched on Plain Table on Friday.", "Plain Table"),
    ):
        text = f"{scene} Bo Varga finally had Ada Quill on the sofa. “It rains,” Quill told Varga."
        made = world(text, outlet="Courier").who("Ada Quill", "person", "Ada Quill", "Quill ")
        made = made.who("Bo Varga", "person", "Bo Varga", "Varga.")
        made = made.said("Quill ", "told", "“It rains,”", mode="direct")
        statement, hops = made.statements()[0]
        assert statement.channel == "broadcast"
        assert [hop.name for hop in hops] == ["Courier", title, "Ada Quill"]


def test_what_else_people_stay_up_for_is_no_programme(world: Make) -> None:
    text = "We stayed up for the election in Marl. Ada Quill won. “It rains,” said Quill."
    made = world(text, outlet="Courier").who("Ada Quill", "person", "Ada Quill", "Quill.")
    _, hops = made.said("Quill.", "said", "“It rains,”", mode="direct").statements()[0]
    assert [hop.name for hop in hops] == ["Courier", "Ada Quill"]
