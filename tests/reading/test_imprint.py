"""The line under a headline that says whose page it is."""

import pytest

from reportedly.reading.plain import read_plain

_BODY = "\n\nThe mill stands still, said Bo Tarn.\n\nNobody asked the Weir why.\n"


@pytest.mark.parametrize(
    ("line", "outlet", "byline", "published"),
    [
        ("Ada Quill, Notes from the Weir", "Notes from the Weir", "Ada Quill", None),
        ("Fern Notes, 2 July 2021", "Fern Notes", None, "2021-07-02"),
        ("The Fern Gazette, July 2, 2021", "The Fern Gazette", None, "2021-07-02"),
        ("*Fern Notes, by Ada Quill*", "Fern Notes", "Ada Quill", None),
        ("Weirside, a diary of the river, by Ada Quill", "Weirside", "Ada Quill", None),
        ("The Fern. Ada Quill", "The Fern", "Ada Quill", None),
        ("Analysis, by Ada Quill", None, "Ada Quill", None),
        ("Ada Quill, Marl, 22 October 2021", None, "Ada Quill", "2021-10-22"),
        ("Marl, 22 October 2021", None, None, "2021-10-22"),
        (
            "*Weir & Mill · 12 January 2017 · by Ada Quill*",
            "Weir & Mill",
            "Ada Quill",
            "2017-01-12",
        ),
        (
            "*Fern Tales · Monday 6 February 2017 · posted by Ada Quill*",
            "Fern Tales",
            "Ada Quill",
            "2017-02-06",
        ),
        ("By Ada Quill | 12 January 2017", None, "Ada Quill", "2017-01-12"),
        ("Mill · Weir · Fern", None, None, None),
        ("Ada Quill, weaver", None, None, None),
        ("Ada Quill, Marl", None, None, None),
        ("Marl, Fern and Weir", None, None, None),
    ],
)
def test_what_it_says(
    line: str, outlet: str | None, byline: str | None, published: str | None
) -> None:
    """A place beside a day is no outlet, and a person beside a place says nothing."""
    draft = read_plain(f"# A quiet week\n\n{line}{_BODY}", markup=True)
    assert (draft.outlet, draft.byline, draft.published) == (outlet, byline, published)


def test_what_follows_the_day_is_the_articles() -> None:
    """Only the imprint is marked."""
    text = f"# A quiet week\n\nFern Notes, 2 July 2021. Ivo Marl on the man at the mill{_BODY}"
    draft = read_plain(text, markup=True)
    marked = {text[slice(*span)]: kind for span, kind in draft.regions}
    assert marked["Fern Notes, 2 July 2021"] == "dateline"


def test_a_sentence_is_no_imprint() -> None:
    """Nor is anything without a headline above it."""
    text = f"# A quiet week\n\nOn Monday, 2 July 2021, the mill stood still.{_BODY}"
    assert read_plain(text, markup=True).published is None
    assert read_plain("Fern Notes, 2 July 2021").outlet is None


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("Fern Post, 7 June 2016", "Fern Post", "2016-06-07"),
        ("The Fern Courier, June 7, 2016, page 4", "The Fern Courier", "2016-06-07"),
        ("Fern Herald (7 June 2016)", "Fern Herald", "2016-06-07"),
        ("From the Fern Guardian of 7 June 2016", "Fern Guardian", "2016-06-07"),
        ("7 June 2016 · Fern Gazette · p. A7", "Fern Gazette", "2016-06-07"),
        ("Daily Weir, 7 June 2016", "Daily Weir", "2016-06-07"),
        ("FERN MIRROR, 7 June 2016", "Fern Mirror", "2016-06-07"),
        ("Weir Wheel, 7 June 2016", None, None),
        ("Marl, 7 June 2016", None, None),
        ("Ada Quill, 7 June 2016", None, None),
        ("Field Notes, 7 June 2016", None, None),
        ("Interview with Ada Quill, 7 June 2016", None, None),
        ("Open letter to the Fern Mirror, 7 June 2016", None, None),
    ],
)
def test_the_head_of_a_clipping(line: str, outlet: str | None, published: str | None) -> None:
    """Only the name of a paper beside a whole day says whose page it was; the headline follows."""
    draft = read_plain(f"{line}\n\nA quiet week{_BODY}")
    assert (draft.outlet, draft.published) == (outlet, published)
    assert (draft.title == "A quiet week") == (outlet is not None)


def test_a_clipping_without_a_headline_has_none() -> None:
    """What follows the head is the article's first sentence."""
    draft = read_plain(f"Fern Post, 7 June 2016\n\nThe mill stands still.{_BODY}")
    assert (draft.outlet, draft.title) == ("Fern Post", None)


def test_an_outlet_called_by_its_own_text_may_have_any_name() -> None:
    """Somebody tells "the Weir Wheel" what stands below."""
    body = "\n\nA quiet week\n\n“It stands still,” Bo Tarn told the Weir Wheel.\n"
    assert read_plain(f"Weir Wheel, 7 June 2016{body}").outlet == "Weir Wheel"
