"""Outlets that no metadata name, and days that an article tells of and was not published on."""

from reportedly.reading.page import Surroundings, read_page
from reportedly.reading.plain import read_plain

_PAGE = (
    "<html><head><title>Velvet</title></head><body><h1>An empty chair on the quay</h1>"
    "<p>There is one coat fewer on the hooks by the blue door, Velvet has learnt from a friend of "
    "the singer, who did not want to be named in these pages.</p><p>{}</p></body></html>"
)


def test_a_name_above_headline_and_byline_is_the_papers() -> None:
    """Its words come nowhere else; the line below it is the headline."""
    draft = read_plain(
        "The Ledger\nTarn tells staff that the mill stays open\nBy Ivo Marl\n9 March 2017\n\n"
        "Bo Tarn has written to the workers of the mill to calm them.\n"
    )
    assert draft.outlet == "The Ledger"
    assert draft.title == "Tarn tells staff that the mill stays open"


def test_a_name_in_capitals_above_an_interview() -> None:
    """The byline says what was done: an interview, cuttings compiled."""
    for byline in ("Interview by Ivo Marl, 9 February 2017", "Compiled from old notes by Ivo Marl"):
        draft = read_plain(
            f"THE FERN POST\n\nTen questions for Bo Tarn\n\n{byline}\n\nThe owner of the mill met "
            "me in a tearoom, where the scones are older than the mill.\n"
        )
        assert (draft.outlet, draft.title) == ("The Fern Post", "Ten questions for Bo Tarn")
        assert draft.byline == "Ivo Marl"


def test_a_headline_above_another_line_is_no_name() -> None:
    """Its words come again in the article."""
    draft = read_plain(
        "Storm Hits Coast\nThousands leave as the water rises\nBy Ivo Marl\n9 March 2017\n\n"
        "A storm hit the coast on Wednesday and thousands left their houses.\n"
    )
    assert draft.outlet is None
    assert draft.title == "Storm Hits Coast"


def test_a_page_that_calls_itself_by_its_window() -> None:
    """The window says no more than the name, and the page says that it has learnt something."""
    assert (
        read_page(_PAGE.format("He left.").encode(), Surroundings(None, None, None)).outlet
        == "Velvet"
    )


def _outlet_before(name: str, words: str) -> str | None:
    page = (
        f"<html><head><title>{name} | An empty chair on the quay</title></head><body>"
        "<h1>An empty chair on the quay</h1><p>There is one coat fewer on the hooks by the blue "
        f"door, and nobody asks why it went there, or whose it was. {words}</p></body></html>"
    )
    return read_page(page.encode(), Surroundings(None, None, None)).outlet


def test_a_name_before_the_headline_that_the_page_calls_itself_by() -> None:
    """It is the outlet's where somebody told Velvet something; a section is told nothing."""
    assert _outlet_before("Velvet", "“He left,” a neighbour told Velvet.") == "Velvet"
    assert _outlet_before("Velvet", "© Velvet Media. All rights reserved.") == "Velvet"
    assert _outlet_before("Culture", "Culture is what she lives for.") is None


def test_the_headline_after_a_name_is_the_title() -> None:
    """However short it is."""
    page = (
        "<html><head><title>Velvet - MILL WAR</title></head><body><h2>MILL WAR</h2><p>Workers live "
        "in fear of the owner of the mill, a cleaner told Velvet on the stairs.</p></body></html>"
    )
    draft = read_page(page.encode(), Surroundings(None, None, None))
    assert (draft.outlet, draft.title) == ("Velvet", "MILL WAR")


def test_a_day_that_a_sentence_tells_of_is_not_the_day_of_the_page() -> None:
    """It may have been written long after."""
    told = (
        "It has taken four years and a new set of drains, but on Saturday, 1 June 2019, Bo Tarn "
        "cut the ribbon of the house next door to the mill."
    )
    draft = read_page(_PAGE.format(told).encode(), Surroundings(None, None, None))
    assert draft.published is None


def _masthead(first: str, words: str) -> str | None:
    text = f"{first}\n\nA quiet week at the mill\n\nby Ivo Marl\n\nNobody said a word. {words}\n"
    return read_plain(text).outlet


def test_a_masthead_that_the_text_calls_itself_by() -> None:
    """Its word comes again as what is told something, or in an address; a headline's just so."""
    assert _masthead("THE LOOM", "“I am going,” Bo Tarn told the Loom.") == "The Loom"
    assert _masthead("THE LOOM", "Write to us at letters@loom.example.") == "The Loom"
    assert _masthead("The Fern Loom", "\n\nFern Loom: Do you weave?\n\nTarn: No.")
    assert _masthead("The Fern Loom", "The fern is out. Subscribe to The Fern Loom.")
    assert _masthead("THE LOOM", "The loom stood still for a week.") is None


def test_a_masthead_in_capitals_is_spelt_as_names_are() -> None:
    """Abbreviations stay."""
    assert _masthead("FERN VALLEY GAZETTE", "") == "Fern Valley Gazette"
    assert _masthead("KBN NEWS", "") == "KBN News"
    assert _masthead("THE EYE OF FERN", "") == "The EYE of Fern"


def _window(title: str, body: str, head: str = "") -> str | None:
    page = (
        f"<html><head><title>{title}</title>{head}</head><body>{body}<h2>Mill to shut at last</h2>"
        "<p>The mill on the Fern will shut in the spring, and ninety people will have to look for "
        "other work, said its owner, Bo Tarn, who will keep the ducks.</p></body></html>"
    )
    return read_page(page.encode(), Surroundings(None, None, None)).outlet


def test_a_name_and_a_colon_before_the_headline() -> None:
    """It is the outlet's where it stands at the page's head; a kicker does not."""
    title = "Fern Post: Mill to shut at last"
    assert _window(title, "<table><tr><td>FERN POST</td><td>Farms</td></tr></table>") == "Fern Post"
    assert _window(title, "<a href='/'>The Fern Post</a>") == "The Fern Post"
    assert _window(title, "") is None
    assert _window("Exclusive: Mill to shut at last", "<b>EXCLUSIVE</b>") is None


def test_a_name_after_the_headline_that_leads_to_the_start() -> None:
    """The page's heading is another one than the window's."""
    title = "Ninety to go as mill shuts | Local | Velvet"
    assert _window(title, "<a href='https://velvet.example/'><img alt='Velvet'></a>") == "Velvet"
    assert _window(title, "<a href='/velvet/shoes'>Velvet</a>") is None


def test_an_address_with_its_blanks_is_the_name() -> None:
    """The title or the copyright line has it; a publishing house is another name."""
    head = "<link rel='canonical' href='https://www.fernpost.example/a1'>"
    assert _window("Ninety to go | Fern Post", "", head) == "Fern Post"
    assert _window("Ninety to go", "<p>© 2016 The Fern Post</p>", head) == "The Fern Post"
    assert _window("Ninety to go", "<p>© 2016 Sedge Media</p>", head) == "fernpost.example"


def test_a_day_between_name_and_headline() -> None:
    """The head of a clipping: paper, day, headline, author."""
    draft = read_plain(
        "THE LOOM\n19 June 2021\n\nMill to close after all\n\nAda Quill\n\n"
        "The mill is to close, its owner told the Loom on Friday.\n\nNobody wept.\n"
    )
    assert (draft.outlet, draft.title) == ("The Loom", "Mill to close after all")
    assert (draft.published, draft.byline) == ("2021-06-19", "Ada Quill")


def test_an_agency_in_capitals_is_the_one_of_its_dateline() -> None:
    """Its name stands short in the dateline below: by its letters, or without "News Agency"."""
    for head, short, outlet in (
        ("HARBOUR PRESS WIRE", "HPW", "Harbour Press Wire"),
        ("LODESTAR NEWS AGENCY", "Lodestar", "Lodestar"),
        ("STORM HITS COAST", "HPW", None),
    ):
        draft = read_plain(
            f"{head}\nRowing: Marl beats Fern\n\nMARL, 9 February 2016 ({short}) - The eight of "
            "Marl have beaten those of Fern by a length.\n\nBo Tarn steered them.\n"
        )
        assert draft.outlet == outlet


def test_an_agency_in_capitals_is_called_what_its_byline_spells_out() -> None:
    """The dateline is short for it; where the byline spells the whole name, that is the name."""
    for byline, outlet in (
        ("By Ada Quill, Lodestar News Agency", "Lodestar News Agency"),
        ("By Ada Quill", "Lodestar"),
    ):
        draft = read_plain(
            f"LODESTAR NEWS AGENCY\nRowing: Marl beats Fern\n\n{byline}\n\nMARL, 9 February 2016 "
            "(Lodestar) - The eight of Marl have beaten those of Fern by a length.\n\nBo Tarn "
            "steered them.\n"
        )
        assert draft.outlet == outlet


def test_a_heading_above_the_heading_is_the_page() -> None:
    """The text asks for readers of it; without that the first heading is the headline."""
    for last, outlet, title in (
        ("[Subscribe](https://secondoar.example/sub) to Second Oar.", "Second Oar", "Forty, and"),
        ("The boats are in the shed.", None, "Second Oar"),
    ):
        draft = read_plain(
            "# Second Oar\n\n## Forty, and\n\n*A blog about rowing by Ivo Marl*\n\nBo Tarn turns "
            f"40 on Monday, and I have been looking through my cuttings.\n\n{last}\n",
            markup=True,
        )
        assert (draft.outlet, draft.title) == (outlet, title)
    assert draft.byline is None


def test_what_a_page_is_and_whose() -> None:
    """ "A diary of the mill, by Ada Quill" under a headline names the author."""
    draft = read_plain(
        "# Wet planks\n\n*A diary of the mill, by Ivo Marl*\n\nIt rained on Monday, and on Tuesday "
        "it rained again.\n\nBo Tarn wore his hat.\n",
        markup=True,
    )
    assert (draft.byline, draft.outlet) == ("Ivo Marl", None)
