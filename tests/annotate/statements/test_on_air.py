"""Programmes, hosts, podcasts, lists of sayings: from the text to channel, addressee and chain."""

from reportedly.annotate import attribution, coreference, dates, statements
from reportedly.annotate.document import Document
from reportedly.model import Article, ChainHop, Statement
from reportedly.rows import Rows


def _told(text: str) -> dict[str, tuple[Statement, list[str | None]]]:
    """First word of what is said → its statement and the names in its chain."""
    document = Document(Article(article_id="a1", path="x", text=text, outlet="Echo", sha256=""))
    rows = Rows()
    for stage in (attribution, coreference, dates, statements):
        rows = rows.merged(stage.annotate(document, rows))
    hops: dict[str, list[str | None]] = {}
    for hop in rows.of(ChainHop):
        hops.setdefault(hop.statement_id, []).append(hop.name)
    return {
        row.content_text.strip("“\"”'").split()[0]: (row, hops[row.statement_id])
        for row in rows.of(Statement)
    }


def test_what_is_told_to_a_host_is_said_on_the_programme_named_before() -> None:
    """The scene gives the programme, the host tells that it was on air, his questions too."""
    found = _told(
        "Half the town stayed in to watch Ada Quill take the guest's chair on Marl Television's "
        "Late Light.\n\n“Nobody leaves the sea,” she told the programme's host, Bo Tarn.\n\n"
        "Tarn asked whether fame had changed her."
    )
    row, chain = found["Nobody"]
    assert (row.channel, row.addressee, chain[1]) == ("broadcast", "Bo Tarn", "Late Light")
    asked, _ = found["whether"]
    assert (asked.channel, asked.addressee) == ("broadcast", "Ada Quill")


def test_a_programme_called_after_a_time_of_day() -> None:
    """With a capital, Daybreak is no time; it may be told to somebody, or by who speaks to him."""
    for text, programme in (
        ("Two years ago Ada Quill told Bo Tarn on Daybreak: “Nobody leaves the sea.”", "Daybreak"),
        (
            "Speaking to Bo Tarn on Lunchbreak, Ada Quill said: “Nobody leaves the sea.”",
            "Lunchbreak",
        ),
        ("Two years ago Ada Quill told Bo Tarn on Christmas Eve: “Nobody leaves the sea.”", None),
    ):
        row, chain = _told(text)["Nobody"]
        assert row.speaker == "Ada Quill"
        assert (chain[1] == programme) if programme else chain[1:] == ["Ada Quill"]


def test_a_programme_called_after_a_day() -> None:
    """ "Sunday Supper" is a programme; on Sunday Morning somebody may just have been at home."""
    found = _told(
        "Two years ago Ada Quill had viewers in tears on Sunday Supper. “Nobody leaves the sea,” "
        "she told host Bo Tarn."
    )
    assert found["Nobody"][1] == ["Echo", "Sunday Supper", "Ada Quill"]


def test_a_podcast_and_a_magazine_are_outlets_whatever_their_names() -> None:
    """What they are called right before the name decides."""
    found = _told(
        "A friend of Ada Quill told the magazine Satin that the pair had parted.\n\n"
        "“He never washed a pan,” Ada Quill told listeners of the podcast Hot Plates on Friday."
    )
    assert found["that"][1][1] == "Satin"
    assert found["He"][1] == ["Echo", "Hot Plates", "Ada Quill"]


def test_a_list_of_sayings_keeps_its_speakers_apart() -> None:
    """Where and to whom stands between name and colon; the line before is somebody else's."""
    found = _told(
        "Here is what everybody said about the pier.\n\n"
        "Ada Quill, on Late Light: “Nobody leaves the sea.”\n\n"
        "Bo Tarn, to his staff: “We will not close the pier.”"
    )
    first, second = found["Nobody"], found["We"]
    assert (first[0].source_text, first[1]) == ("Ada Quill", ["Echo", "Late Light", "Ada Quill"])
    assert (second[0].source_text, second[0].addressee) == ("Bo Tarn", "his staff")


def test_a_court_where_a_petition_lies_has_not_written_it() -> None:
    """Only who files speaks through what is filed."""
    found = _told("The petition, filed at the Marl Family Court, says that they live apart.")
    assert found["that"][0].speaker is None


def test_who_is_quoted_by_a_paper_speaks_through_it() -> None:
    """The paper passes it on and has not said it."""
    found = _told(
        "The count went on.\n\nAda Quill, quoted by the Marl Times: “I promised my children.”"
    )
    row, chain = found["I"]
    assert (row.speaker, chain) == ("Ada Quill", ["Echo", "Marl Times", "Ada Quill"])


def test_a_source_at_the_town_hall_gave_no_speech() -> None:
    """ "A town hall" is a meeting, "the town hall" a house."""
    found = _told(
        "A source at the town hall, who spoke on condition of anonymity, said morale was low."
    )
    assert found["morale"][0].channel is None


def test_what_was_told_last_month_says_nothing_of_the_rest() -> None:
    """The podcast was another occasion than the one that the article begins with."""
    found = _told(
        "Ada Quill has bought a bus.\n\n“It goes,” she says proudly.\n\n"
        "Does she miss it? “I miss the biscuits,” she told the podcast Terminus last month."
    )
    assert (found["It"][0].channel, found["I"][0].channel) == (None, "broadcast")


def test_told_one_paper_in_march_and_the_other_now() -> None:
    """The day of what one paper was told is not the day of what another was."""
    found = _told(
        "In March 2019 Ada Quill had told the Marl Times that she would never stand again. "
        "“My children have released me,” she told the Harbour Post."
    )
    assert found["that"][0].said_earliest == "2019-03-01"
    assert found["My"][0].said_earliest is None


def test_an_edition_of_a_programme_is_the_programme() -> None:
    """ "On Sunday's edition of The Long Pier": the whole title, and on the air."""
    found = _told(
        "“Nobody leaves the sea,” Ada Quill told Bo Tarn on Wednesday night’s edition of The Long "
        "Pier, the book programme."
    )
    row, chain = found["Nobody"]
    assert (row.channel, chain) == ("broadcast", ["Echo", "The Long Pier", "Ada Quill"])


def test_a_programme_by_its_station_or_its_viewers() -> None:
    """A station's programme is on the air, and so is what has viewers."""
    found = _told(
        "Ada Quill told Channel Nine’s The Long Pier: “Nobody leaves the sea.”\n\n"
        "Ines Rook told viewers of Night Chapter that the pier would stand."
    )
    assert found["Nobody"][0].channel == "broadcast"
    assert found["Nobody"][1][1] == "The Long Pier"
    assert found["that"][0].channel == "broadcast"
    assert found["that"][1][1] == "Night Chapter"


def test_whom_a_letter_goes_to_and_who_asked() -> None:
    """ "An email to staff", "put it to her", "asked by reporters"."""
    found = _told(
        "Bo Tarn said in an email to staff that the mill would stand.\n\n"
        "Asked by reporters outside the mill whether he would sell it, Tarn said: “I have a roof.”"
    )
    told = {row.content_text.split()[0]: row.addressee for row, _ in found.values()}
    assert told["that"] == "staff"
    assert str(told["“I"]).startswith("reporters")


def test_a_line_of_a_list_tells_programme_and_hearer() -> None:
    found = _told(
        "Here is what they said about the pier.\n\n"
        'Ada Quill on Night Chapter, 2013: "Nobody leaves the sea."\n\n'
        'A clerk, to Marl Weekly: "She was two votes short."'
    )
    assert found["Nobody"][1] == ["Echo", "Night Chapter", "Ada Quill"]
    assert found["She"][1] == ["Echo", "Marl Weekly", "A clerk"]


def test_questions_and_answers_marked_by_letters() -> None:
    """The one in the headline answers, whoever is named as interviewer asks."""
    found = _told(
        "Ten questions for Ada Quill\n\nInterview by Lew Horne, 9 February 2017\n\n"
        "Q: Do you miss the sea?\n\nA: Nobody leaves the sea.\n\n"
        "Q: Would you sell the pier?\n\nA: Never, and I told my brother so.\n\n"
        "Q: What comes next?\n\nA: Breakfast comes next."
    )
    row, chain = found["Nobody"]
    assert (row.speaker, row.channel, row.addressee) == ("Ada Quill", "interview", "Lew Horne")
    assert chain == ["Echo", "Ada Quill"]
    assert all(row.speaker != "Lew Horne" or row.polarity == "asks" for row, _ in found.values())


def test_a_title_is_a_programmes_by_what_stands_beside_it() -> None:
    """What is told on it or to it goes through it; who only stars in it says things elsewhere."""
    for said, chain in (
        ("Ada Quill told Bo Tarn on Half Past Pans", ["Half Past Pans", "Ada Quill"]),
        ("Ada Quill joked on telly’s Supper With Bo", ["Supper With Bo", "Ada Quill"]),
        ("Ada Quill joked on chat show Sofa Again", ["Sofa Again", "Ada Quill"]),
        ("Ada Quill told Channel Nine's The Long Pan", ["The Long Pan", "Ada Quill"]),
        ("said Ada Quill, who is heard weekly on the podcast Half Past Pans", ["Ada Quill"]),
    ):
        row, names = _told(f"“Nobody leaves the sea,” {said}. It was a wet night.")["Nobody"]
        assert names == ["Echo", *chain], said
        assert row.channel == "broadcast" or len(chain) == 1


def test_guests_of_a_programme_are_heard_on_it() -> None:
    """The sentence that has them as guests names programme and host; their sayings follow."""
    found = _told(
        "Cy Marl, 37, and the rower Ada Quill, 31, were the guests of Bo Tarn on The Slow Pan, the "
        "Channel Seven programme on which couples cook. “Nobody leaves the sea,” Quill said."
    )
    row, chain = found["Nobody"]
    assert (row.channel, row.addressee) == ("broadcast", "Bo Tarn")
    assert chain == ["Echo", "The Slow Pan", "Ada Quill"]


def test_whom_an_outlet_cites_is_the_source() -> None:
    """The outlet passes it on; a body that cites lawyers speaks for itself."""
    for told, kind, chain in (
        (
            "The Marl Gazette, citing two people close to the board, reported that nobody leaves.",
            "anonymous",
            ["Marl Gazette", "two people close to the board"],
        ),
        (
            "The row was revealed by the Marl Gazette, which quoted a club insider saying nobody "
            "leaves.",
            "anonymous",
            ["Marl Gazette", "a club insider"],
        ),
        (
            "Marl Council, citing its lawyer Bo Tarn, said that nobody leaves.",
            "organisation",
            ["Marl Council"],
        ),
    ):
        found = _told(told)
        row, names = next(found[word] for word in ("that", "nobody") if word in found)
        assert (row.source_kind, names[1:]) == (kind, chain), told


def test_who_is_quoted_as_saying_it_speaks() -> None:
    """The outlet that quotes passes it on, whichever is the subject."""
    for told, chain in (
        ("“Nobody leaves,” the Marl Gazette quoted Ada Quill as saying.", "Marl Gazette"),
        ("“Nobody leaves,” Ada Quill was quoted as saying by the Marl Gazette.", "Marl Gazette"),
        ("“Nobody leaves,” Ada Quill was quoted by the Marl Gazette as saying.", "Marl Gazette"),
    ):
        row, names = _told(told)["Nobody"]
        assert (row.speaker, names) == ("Ada Quill", ["Echo", chain, "Ada Quill"]), told


def test_whom_a_cited_agency_quotes_is_the_source() -> None:
    """Each of the outlets is a hop; who is cited is no saying by itself."""
    found = _told(
        "Nobody leaves in May, the Marl Herald reported, citing the Northern Wire agency, which "
        "quoted an insider."
    )
    row, names = found["Nobody"]
    assert row.source_kind == "anonymous"
    assert names == ["Echo", "Marl Herald", "Northern Wire", "an insider"]
    assert [word for word in found if word in ("the", "an")] == []


def test_a_card_speaks_for_whom_it_is_from() -> None:
    """Whoever sent it; a song speaks for itself."""
    card, _ = _told('Ada Quill sent her brother a card. It said: "Still rowing?"')["Still"]
    assert (card.speaker, card.channel) == ("Ada Quill", "message")
    song, _ = _told('The stand has a new song. It goes "Nobody leaves, and the wind is blowing".')[
        "Nobody"
    ]
    assert (song.source_kind, song.channel) == ("work", "song")


def test_what_a_press_release_has_somebody_say_is_said_in_it() -> None:
    """Where the text says of itself that it is one, unless it was said elsewhere."""
    said = "“Nobody leaves,” said Ada Quill. “It rains,” Bo Tarn wrote in a letter to her.\n"
    found = _told(f"{said}\nNotes to editors: The pier was built in 1894.\n")
    assert found["Nobody"][0].channel == "press_release"
    assert found["It"][0].channel == "message"
    assert _told(said)["Nobody"][0].channel is None


def test_a_programme_in_a_list_of_sayings() -> None:
    """Behind a name and before a year, or behind a quotation."""
    for line, chain in (
        ('Ada Quill on Half Past Pans, 2013: "Nobody leaves."', ["Half Past Pans", "Ada Quill"]),
        ('"Nobody leaves." Ada Quill, on Half Past Pans.', ["Half Past Pans", "Ada Quill"]),
    ):
        _, names = _told(f"What they said of the pier.\n\n{line}\n\nIt was wet.\n")["Nobody"]
        assert names == ["Echo", *chain], line


def test_what_is_reported_of_whom_a_magazine_quotes() -> None:
    """Who is quoted is the source and no part of what is said."""
    row, names = _told("Satin magazine reported on Monday, quoting an insider, that nobody left.")[
        "that"
    ]
    assert row.content_text == "that nobody left"
    assert names == ["Echo", "Satin", "an insider"]


def test_a_presenter_is_no_outlet() -> None:
    """Whatever channel the show is on."""
    _, names = _told(
        "“Nobody leaves,” Ada Quill told the presenter on The Late Pan, Marl Radio's talk show."
    )["Nobody"]
    assert names == ["Echo", "The Late Pan", "Ada Quill"]


def test_what_is_written_under_a_picture_is_a_post() -> None:
    """The caption itself is a document."""
    found = _told(
        "Ada Quill announced the birth with a photograph of an oar. “Nobody leaves,” she wrote "
        "under it."
    )
    assert found["Nobody"][0].channel == "post"
    caption, _ = _told("A photograph shows an oar. “Gone rowing,” reads the caption.")["Gone"]
    assert (caption.source_kind, caption.speaker) == ("document", None)


def test_a_programme_before_a_colon_and_papers_by_their_sort() -> None:
    """Who is quoted for what they did on a title is on the air; sorts are no part of names."""
    found = _told(
        "It is a long way from last spring, when Ada Quill simpered on The Porridge Bowl: “Nobody "
        "leaves the sea.”\n\n“Parrots bite,” Bo Tarn told the podcast Overboard. A friend of the "
        "bishop told Wet Slate magazine that the spire leaned."
    )
    row, chain = found["Nobody"]
    assert (row.channel, chain[1]) == ("broadcast", "The Porridge Bowl")
    names = {name for _, chain in found.values() for name in chain}
    assert {"Overboard", "Wet Slate"} <= names


def test_one_word_that_cites_somebody_unnamed_is_a_paper() -> None:
    """Whoever reports by a friend of somebody publishes; a person with two names does not."""
    _, chain = _told("Trowel reported last week, citing a friend of Bo, that it rained.")["that"]
    assert chain == ["Echo", "Trowel", "a friend of Bo"]
    row, _ = _told("Ada Trowel reported, citing a friend of Bo, that it rained.")["that"]
    assert row.speaker == "Ada Trowel"


def test_an_interview_on_a_programme_is_a_broadcast() -> None:
    """Where somebody is interviewed on the air, those at home hear it."""
    text = (
        "In an interview with Bo Tarn on the programme Late Light, Ada Quill said that it rained."
    )
    row, _ = _told(text)["that"]
    assert row.channel == "broadcast"


def test_the_verb_before_a_title_tells_who_was_on_it() -> None:
    """Who curls up on a programme, or is told to have turned round on it, is heard there."""
    found = _told(
        "Ada Quill is in trouble. It was on Plain Talk in March that Ada Quill did her famous "
        "somersault. “Markets move themselves,” she told Bo Tarn."
    )
    row, chain = found["Markets"]
    assert (row.channel, chain[1]) == ("broadcast", "Plain Talk")
    found = _told(
        "Ada Quill has left. What a change from two years ago, when Ada Quill curled up on "
        "Supper with Tarn. “Markets move themselves,” Quill cooed."
    )
    assert found["Markets"][0].channel == "broadcast"


def test_what_somebody_took_to_a_page_with_is_posted() -> None:
    """A colon and quotation marks behind it; a stage is no page."""
    row, _ = _told("Ada Quill took to Instagram on Sunday night: “We are going our own ways.”")[
        "We"
    ]
    assert (row.speaker, row.channel, row.mode) == ("Ada Quill", "post", "direct")
    assert "Ada" not in _told("Ada Quill took to the stage in Marl on Sunday night.")
