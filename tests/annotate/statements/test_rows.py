"""Statements: one row for each attribution, with everything the article says about it, no more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportedly.model import Channel, Polarity, SourceKind

Make = Callable[..., "object"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        (
            "Sources close to the family said that it rains.",
            "Sources",
            "said",
            "it rains",
            "anonymous",
        ),
        ("A friend said that it rains.", "A friend", "said", "it rains", "anonymous"),
        (
            "People familiar with the sale said that it rains.",
            "People",
            "said",
            "it rains",
            "anonymous",
        ),
        ("Critics said that it rains.", "Critics", "said", "it rains", "collective"),
        ("The report said that it rains.", "The report", "said", "it rains", "document"),
        ("The council said that it rains.", "The council", "said", "it rains", "organisation"),
        ("The weekly said that it rains.", "The weekly", "said", "it rains", "outlet"),
        ("Her song says that it rains.", "Her song", "says", "it rains", "work"),
        ("She said that it rains.", "She", "said", "it rains", "person"),
        ("It is said that it rains.", "", "is said", "that it rains", "unknown"),
    ],
)
def test_kind_of_an_unnamed_source(
    world: Make, text: str, source: str, cue: str, content: str, kind: SourceKind
) -> None:
    """Words alone tell the kind, and a source without a name gets none."""
    full = text[: text.index(f" {cue}")] if source else ""
    statement, _ = world(text).said(full, cue, content).statements()[0]
    assert statement.source_kind == kind
    assert statement.speaker is None


def test_speaker_is_the_name_of_the_cluster(world: Make) -> None:
    text = "Ada Quill came. The singer said that it rains."
    made = world(text).who("Ada Quill", "person", "Ada Quill", "The singer")
    statement, hops = made.said("The singer", "said", "it rains").statements()[0]
    assert (statement.speaker, statement.speaker_cluster) == ("Ada Quill", 0)
    assert hops[-1].name == "Ada Quill"
    assert hops[-1].span == made.at("The singer")


def test_anonymous_sources_stay_without_a_name_even_in_a_named_cluster(world: Make) -> None:
    """A cluster without a name gives none; the chain holds the article's words."""
    text = "A friend of the singer said that it rains."
    made = world(text).who(None, "person", "A friend of the singer")
    made = made.who("Ada Quill", "person", "the singer")
    statement, hops = made.said("A friend of the singer", "said", "it rains").statements()[0]
    assert statement.speaker is None
    assert statement.source_kind == "anonymous"
    assert hops[-1].name == "A friend of the singer"


def test_two_named_sources_are_both_named(world: Make) -> None:
    text = "Ada Quill and Bo Varga said that it rains."
    made = world(text).who("Ada Quill", "person", "Ada Quill").who("Bo Varga", "person", "Bo Varga")
    statement, _ = made.said("Ada Quill and Bo Varga", "said", "it rains").statements()[0]
    assert statement.speaker == "Ada Quill & Bo Varga"


@pytest.mark.parametrize(
    ("text", "cue", "content", "channel"),
    [
        ("Quill said in a statement that it rains.", "said", "it rains", "press_release"),
        ("Quill tweeted that it rains.", "tweeted", "it rains", "post"),
        ("Quill said on Instagram that it rains.", "said", "it rains", "post"),
        ("Quill said at a rally that it rains.", "said", "it rains", "speech"),
        ("In an interview Quill said that it rains.", "said", "it rains", "interview"),
        ("Quill said on the radio that it rains.", "said", "it rains", "broadcast"),
        ("Quill sang that it rains.", "sang", "it rains", "song"),
        ("Quill texted that it rains.", "texted", "it rains", "message"),
        ("Quill wrote in a memoir that it rains.", "wrote", "it rains", "document"),
        ("Quill said that it rains.", "said", "it rains", None),
        ("Quill said that the interview was short.", "said", "the interview was short", None),
    ],
)
def test_channel(world: Make, text: str, cue: str, content: str, channel: Channel | None) -> None:
    """Only the words around the content count, never those in it."""
    statement, _ = world(text).said("Quill", cue, content).statements()[0]
    assert statement.channel == channel


@pytest.mark.parametrize(
    ("text", "cue", "content", "addressee"),
    [
        ("Quill told the mayor that it rains.", "told", "that it rains", "the mayor"),
        ("Quill urged voters to stay home.", "urged", "to stay home", "voters"),
        ("Quill wrote to the council that it rains.", "wrote", "that it rains", "the council"),
        (
            "Quill said in an interview with Radio Nord that it rains.",
            "said",
            "that it rains",
            "Radio Nord",
        ),
        ("Quill told the truth about the rain.", "told", "the truth about the rain", None),
        ("Quill said that it rains.", "said", "that it rains", None),
    ],
)
def test_addressee(world: Make, text: str, cue: str, content: str, addressee: str | None) -> None:
    statement, _ = world(text).said("Quill", cue, content).statements()[0]
    assert statement.addressee == addressee


def names(hops: tuple) -> list[str | None]:
    return [hop.name for hop in hops]


def test_chain_begins_with_the_own_outlet_and_ends_with_the_origin(world: Make) -> None:
    text = "Ada Quill said that it rains."
    made = world(text, outlet="Harbour Courier").who("Ada Quill", "person", "Ada Quill")
    _, hops = made.said("Ada Quill", "said", "it rains").statements()[0]
    assert names(hops) == ["Harbour Courier", "Ada Quill"]
    assert [hop.hop for hop in hops] == [0, 1]
    assert hops[0].span is None


def test_an_outlet_that_was_told_is_a_relay(world: Make) -> None:
    text = "Sources close to the family told the weekly that it rains."
    made = world(text, outlet="Harbour Courier")
    _, hops = made.said("Sources close to the family", "told", "that it rains").statements()[0]
    assert names(hops) == ["Harbour Courier", "the weekly", "Sources close to the family"]
    assert [hop.kind for hop in hops] == ["outlet", "outlet", "anonymous"]


def test_an_outlet_whose_name_has_a_verb_in_it(world: Make) -> None:
    """Parsers take "Tell" for a verb; the words between "told" and the content are the name."""
    text = "Sources close to the family told the weekly Look & Tell that it rains."
    made = world(text, outlet="Harbour Courier")
    _, hops = made.said("Sources close to the family", "told", "that it rains").statements()[0]
    assert names(hops)[1] == "Look & Tell"


def test_restrictive_words_about_an_unnamed_source_stay_with_it(world: Make) -> None:
    text = "Sources who have known the pair for years, who asked for silence, say that it rains."
    _, hops = world(text).said("Sources", "say", "that it rains").statements()[0]
    assert names(hops)[-1] == "Sources who have known the pair for years"


def test_own_earlier_words_are_a_hop_of_their_own(world: Make) -> None:
    text = "“I said that it rains,” said Bo Varga."
    made = world(text).who("Bo Varga", "person", "Bo Varga", "I")
    made.said("Bo Varga", "said", "“I said that it rains,”", "direct")
    made.said("I", "said", "that it rains", parent=0)
    _, (_, hops) = made.statements()
    assert names(hops)[1:] == ["Bo Varga", "Bo Varga"]


def test_told_us_is_the_own_outlet_and_no_relay(world: Make) -> None:
    text = "Her agent told us that it rains."
    made = world(text, outlet="Harbour Courier")
    statement, hops = made.said("Her agent", "told", "that it rains").statements()[0]
    assert statement.addressee == "Harbour Courier"
    assert names(hops) == ["Harbour Courier", "Her agent"]
    assert hops[0].span == made.at("us")


def test_this_newspaper_is_the_own_outlet(world: Make) -> None:
    text = "Ada Quill told this newspaper that it rains."
    made = world(text, outlet="Courier").said("Ada Quill", "told", "it rains")
    statement, hops = made.statements()[0]
    assert statement.addressee == "Courier"
    assert names(hops) == ["Courier", "Ada Quill"]


def test_our_man_is_the_own_outlet(world: Make) -> None:
    text = "Ada Quill told our man that it rains."
    made = world(text, outlet="Courier").said("Ada Quill", "told", "it rains")
    assert made.statements()[0][0].addressee == "Courier"


def test_this_man_is_not_the_own_outlet(world: Make) -> None:
    text = "Ada Quill told this man that it rains."
    made = world(text, outlet="Courier").said("Ada Quill", "told", "it rains")
    assert made.statements()[0][0].addressee == "this man"


def test_who_asked_is_the_addressee(world: Make) -> None:
    text = "Ada Quill, asked by Bo Varga whether it rains, said that it snows."
    made = world(text).said("Ada Quill", "said", "it snows")
    assert made.statements()[0][0].addressee == "Bo Varga"


@pytest.mark.parametrize(
    ("text", "cue", "content", "addressee"),
    [
        ("Quill had some advice to Bo Varga: stay in.", "advice", "stay in", "Bo Varga"),
        ("Quill replied to queries that it rains.", "replied", "that it rains", None),
        ("In a note to Bo Varga, Quill wrote that it rains.", "wrote", "it rains", "Bo Varga"),
    ],
)
def test_addressee_of_a_noun_and_only_of_those_who_hear(
    world: Make, text: str, cue: str, content: str, addressee: str | None
) -> None:
    statement, _ = world(text).said("Quill", cue, content).statements()[0]
    assert statement.addressee == addressee


def test_what_one_person_told_another_inside_a_statement_is_a_conversation(world: Make) -> None:
    text = "Ada Quill said that Bo Varga had told her that it rains."
    made = world(text).said("Ada Quill", "said", "that Bo Varga had told her that it rains")
    made = made.said("Bo Varga", "had told", "that it rains", parent=0)
    assert [s.channel for s, _ in made.statements()] == [None, "conversation"]


def test_a_pronoun_stands_for_the_words_that_brought_somebody_in(world: Make) -> None:
    """Whoever comes in as "a …" and is never named stays anonymous, in the article's own words."""
    text = "A man who sells rope came in. He said that it rains."
    made = world(text).who(None, "person", "A man", "He")
    made.mentions[0] = replace(made.mentions[0], form="nominal")
    made.clusters[0] = replace(made.clusters[0], nominals=("A man",))
    statement, hops = made.said("He", "said", "it rains").statements()[0]
    assert (statement.source_kind, statement.speaker) == ("anonymous", None)
    assert hops[-1].name == "A man who sells rope"


def test_asides_are_no_part_of_a_hop(world: Make) -> None:
    text = "A friend of both, who asked not to be named, said that it rains."
    _, hops = world(text).said("A friend of both, who", "said", "it rains").statements()[0]
    assert names(hops)[-1] == "A friend of both"


def test_a_rep_told_by_whom_they_serve_is_anonymous(world: Make) -> None:
    """Even where the words were taken for the one they serve."""
    text = "The couple’s rep said that it rains."
    made = world(text).who("Ada Quill", "person", "The couple’s rep")
    statement, _ = made.said("The couple’s rep", "said", "it rains").statements()[0]
    assert (statement.source_kind, statement.speaker) == ("anonymous", None)


def test_the_report_is_the_one_whose_maker_was_named(world: Make) -> None:
    text = "A report by Quill Labs said that it rains. The report said that it snows."
    made = world(text).who("Quill Labs", "organisation", "Quill Labs")
    made = made.said("A report by Quill Labs", "said", "it rains")
    made = made.said("The report", "said that it snows", "it snows")
    assert [s.speaker for s, _ in made.statements()] == ["Quill Labs", "Quill Labs"]


def test_a_short_name_of_the_own_outlet_is_no_relay(world: Make) -> None:
    text = "Quill told the Courier that it rains."
    _, hops = (
        world(text, outlet="Harbour Courier").said("Quill", "told", "that it rains").statements()[0]
    )
    assert names(hops) == ["Harbour Courier", "Quill"]


def test_a_statement_inside_another_goes_through_its_speaker(world: Make) -> None:
    text = "“My sister told me that the mill was sold,” said Bo Varga."
    made = world(text, outlet="Courier").who("Bo Varga", "person", "Bo Varga")
    made.said("Bo Varga", "said", "“My sister told me that the mill was sold,”", "direct")
    made.said("My sister", "told", "that the mill was sold", parent=0)
    (outer, _), (inner, hops) = made.statements()
    assert inner.parent_id == outer.statement_id
    assert names(hops) == ["Courier", "Bo Varga", "My sister"]


def test_an_agency_in_the_dateline_is_a_relay(world: Make) -> None:
    text = "OSTHAM, Sept 14 (Northern) - Quill said that it rains."
    _, hops = world(text, outlet="Courier").said("Quill", "said", "it rains").statements()[0]
    assert names(hops) == ["Courier", "Northern", "Quill"]


def test_who_made_a_document_public_is_a_relay(world: Make) -> None:
    text = "Emails published by NordLeaks say that it rains."
    made = world(text, outlet="Courier").who("NordLeaks", "organisation", "NordLeaks")
    _, hops = made.said("Emails published by NordLeaks", "say", "it rains").statements()[0]
    assert names(hops) == ["Courier", "NordLeaks", "Emails published by NordLeaks"]


def test_said_on_the_day_beside_the_cue(world: Make) -> None:
    text = "Quill said on Wednesday that it rained in May."
    made = world(text, published="2017-06-02").dated("Wednesday", "2017-05-31", "2017-05-31")
    made.dated("May", "2017-05-01", "2017-05-31").said("Quill", "said", "it rained in May")
    statement, _ = made.statements()[0]
    assert (statement.said_earliest, statement.said_latest) == ("2017-05-31", "2017-05-31")


def test_said_before_publication_when_nothing_is_stated(world: Make) -> None:
    made = world("Quill said that it rains.", published="2017-06-02")
    statement, _ = made.said("Quill", "said", "it rains").statements()[0]
    assert (statement.said_earliest, statement.said_latest) == (None, "2017-06-02")


def test_said_is_never_later_than_publication(world: Make) -> None:
    made = world("Quill said on Friday that it rains.", published="2017-06-02")
    made.dated("Friday", "2017-06-09", "2017-06-09").said("Quill", "said", "it rains")
    statement, _ = made.statements()[0]
    assert (statement.said_earliest, statement.said_latest) == (None, "2017-06-02")


@pytest.mark.parametrize(
    ("text", "cue", "content", "polarity"),
    [
        ("Quill denied that it rains.", "denied", "that it rains", "denies"),
        ("Quill did not deny that it rains.", "did not deny", "that it rains", "asserts"),
        ("Quill denied Bo Tarn a hearing.", "denied", "Bo Tarn a hearing", "asserts"),
        ("Quill denied Bo Tarn’s report.", "denied", "Bo Tarn’s report", "denies"),
        ("Quill asked whether it rains.", "asked", "whether it rains", "asks"),
        ("Quill said that it might rain.", "said", "that it might rain", "hedges"),
        ("Quill said that it rained in May.", "said", "that it rained in May", "asserts"),
        ("Quill had wanted to know why.", "had wanted", "to know why", "asks"),
        ("Quill wants what she wants.", "wants", "what she wants", "asserts"),
        ("Quill said that it rains.", "said", "that it rains", "asserts"),
    ],
)
def test_polarity(world: Make, text: str, cue: str, content: str, polarity: Polarity) -> None:
    statement, _ = world(text).said("Quill", cue, content).statements()[0]
    assert statement.polarity == polarity


def test_channel_lasts_while_one_speaker_is_quoted(world: Make) -> None:
    """A second quotation of the same speaker close by belongs to the same interview."""
    text = "Ada Quill told Radio Nord: “It rains.”\n\n“It snows,” Quill said."
    made = world(text).who("Ada Quill", "person", "Ada Quill", "Quill said"[:5])
    made.mentions[-1] = type(made.mentions[0])(
        article_id="a1",
        span=(text.rindex("Quill"), text.rindex("Quill") + 5),
        text="Quill",
        form="name",
        confidence=1.0,
        cluster=0,
    )
    made.said("Ada Quill", "told", "“It rains.”", "direct")
    made.said("Ada Quill", "said", "“It snows,”", "direct")
    source = made.mentions[-1].span
    second = made.attributions[-1]
    made.attributions[-1] = type(second)(
        article_id="a1",
        content=second.content,
        cue=second.cue,
        source=(source,),
        mode="direct",
        confidence=0.9,
        reason="given",
    )
    (_, first), (_, later) = made.statements()
    assert names(first)[1:] == ["Radio Nord", "Ada Quill"]
    assert names(later)[1:] == ["Radio Nord", "Ada Quill"]


def test_no_attributions_no_rows(world: Make) -> None:
    assert world("It rains.").statements() == []


def test_identifiers_depend_on_article_and_spans_only(world: Make) -> None:
    made = world("Quill said that it rains.").said("Quill", "said", "it rains")
    first, second = made.statements()[0][0], made.statements()[0][0]
    assert first == second
    assert first.statement_id.startswith("s")


def test_this_paper_is_the_articles_own(world: Make) -> None:
    """Whatever body the article names before."""
    text = "It rains in Port Lessing, this paper has learned."
    made = world(text, outlet="Courier").who("Port Lessing", "organisation", "this paper")
    made = made.said("this paper", "has learned", "It rains in Port Lessing")
    statement, hops = made.statements()[0]
    assert (statement.source_kind, statement.speaker) == ("outlet", "Courier")
    assert [hop.name for hop in hops] == ["Courier"]


def test_a_player_of_a_club_is_not_the_club(world: Make) -> None:
    """ "Forward" is taken for an adverb."""
    text = '"It rains," the Skelby forward said after training.'
    made = world(text, outlet="Courier").who("Skelby", "organisation", "Skelby")
    made = made.said("the Skelby forward", "said", '"It rains,"', mode="direct")
    statement, hops = made.statements()[0]
    assert (statement.source_kind, statement.speaker) == ("person", None)
    assert hops[-1].name == "the Skelby forward"
