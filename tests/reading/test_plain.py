"""Plain text and Markdown: verbatim, and marked for what in it is not the article's body."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.plain import read_plain

_TEXT = """HOME | NEWS | TIDES | SUBSCRIBE
The Skell Courier. Every Friday since 1871

Ferry geese to keep their berth

By Lys Varn, river correspondent

Published 4 June 2018

TARNHOLT, June 4 (Osprey) — The geese of the Skell ferry may stay, the council said.

Photo: Per Ode

Caption: Berit Sallow with two of the nine geese that won the vote on Monday night.

"Its their river," said Berit Sallow. "Theyve always been here."

- west bank
- east bank

MORE FROM THE COURIER
Bucket found in river
Mayor denies bucket

Leave a reply
Your email address will not be published.
You must log in to comment
"""


def _of(kind: str, text: str = _TEXT, **how: object) -> list[str]:
    draft = read_plain(text, **how)
    return [text[start:end] for (start, end), found in draft.regions if found == kind]


def test_text_is_not_changed_by_one_character():
    """The text is the input, lost apostrophes included."""
    assert read_plain(_TEXT).text == _TEXT


def test_headline_byline_and_dates():
    """What stands above the article is understood and marked."""
    draft = read_plain(_TEXT)
    assert (draft.title, draft.byline) == ("Ferry geese to keep their berth", "Lys Varn")
    assert (draft.published, draft.published_from) == ("2018-06-04", "text")
    assert draft.outlet == "The Skell Courier"
    assert _of("title") == ["Ferry geese to keep their berth"]
    assert _of("byline") == ["By Lys Varn, river correspondent"]
    assert _of("dateline") == ["Published 4 June 2018", "TARNHOLT, June 4 (Osprey) —"]


def test_furniture_is_marked_and_the_article_is_not():
    """Menus, credits, other headlines and comment prompts are boilerplate; speech is body."""
    marked = _of("boilerplate")
    for line in ("HOME | NEWS | TIDES | SUBSCRIBE", "Photo: Per Ode", "MORE FROM THE COURIER"):
        assert line in marked
    for line in ("Bucket found in river", "Mayor denies bucket", "Leave a reply"):
        assert line in marked
    assert not any("Its their river" in words or "geese of the Skell" in words for words in marked)


def test_captions_and_lists():
    """A caption and a list of two items are regions of their own."""
    assert _of("caption")[0].startswith("Caption: Berit Sallow")
    assert _of("list") == ["- west bank\n- east bank"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Follow Lys Varn on Twitter @lysvarn", "boilerplate"),
        ("Sign up here to get the Courier in your inbox", "boilerplate"),
        ("Email Lys Varn at lys@courier.example", "boilerplate"),
        ("Read the rest of this story at the Osprey.", "boilerplate"),
        ("The post Geese stay appeared first on Skell Courier.", "boilerplate"),
        ("<embed id='12'></embed>", "boilerplate"),
        ("You may also like", "boilerplate"),
        ("© 2018 The Skell Courier. All rights reserved.", "boilerplate"),
        ("Per Ode contributed to this report.", "byline"),
        ("Additional reporting by Per Ode", "byline"),
    ],
)
def test_lines_at_the_foot(line, kind):
    """What stands under articles is told from the article by its own words."""
    text = f"Geese stay\n\nThe council said so on Monday, after a long night of talks.\n\n{line}"
    assert line in _of(kind, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "We use cookies to bait the traps, said Berit Sallow, who has caught nine geese that way.",
        "More from the council is expected, the mayor said, when the water is low in the spring.",
        "Sign up, said the mayor, or swim; the town had heard that from her predecessor as well.",
        "Home is where the geese are, says the ferry's only advertisement, and it has a point.",
    ],
)
def test_sentences_about_cookies_and_homes_are_body(sentence):
    """Only whole lines of furniture are furniture."""
    text = f"The council met on Monday.\n\n{sentence}\n\nIt will meet again."
    assert _of("boilerplate", text) in ([], [sentence]) and (
        "cookies" in sentence or _of("boilerplate", text) == []
    )


def test_a_given_title_is_found_and_another_line_is_not_taken_for_it():
    """With a known headline only that line is marked."""
    text = "Ferry geese stay.\n\nThe council said so on Monday, after a long night."
    assert _of("title", text, title="Ferry geese stay") == ["Ferry geese stay."]
    assert _of("title", text, title="Another headline") == []


def test_wrapped_paragraphs_are_not_taken_apart():
    """Lines of a wrapped paragraph are one paragraph, so none of them is a headline."""
    text = (
        "The council of Tarnholt decided late on Monday evening that the\n"
        "ferry may stay where it is until the footbridge has been built\n"
        "and paid for.\n\nMore follows on Tuesday, the mayor said."
    )
    assert read_plain(text).title is None


def test_leave_a_reply_at_the_top_does_not_end_the_article():
    """A link to the comments above an article costs none of it."""
    body = "The council of Tarnholt decided on Monday that the ferry may stay. " * 4
    text = f"A headline\n\nLeave a reply\n\n{body}"
    assert not any(body[:40] in words for words in _of("boilerplate", text))


def test_markdown_front_matter_headings_and_images():
    """Markdown is verbatim too; its signs are understood."""
    text = (
        '---\ntitle: "Geese stay"\nauthor: Lys Varn\ndate: 2018-06-04\n---\n'
        "# Geese stay\n\n**By Lys Varn**\n\n![Two geese on a pier](a.jpg)\n\n"
        "The council said on Monday that they may.\n\n**Related:** [Bucket found](#)\n"
    )
    draft = read_plain(text, markup=True)
    assert draft.text == text
    assert (draft.title, draft.byline, draft.published) == ("Geese stay", "Lys Varn", "2018-06-04")
    assert _of("title", text, markup=True) == ["Geese stay"]
    assert _of("caption", text, markup=True) == ["![Two geese on a pier](a.jpg)"]
    assert "**Related:** [Bucket found](#)" in _of("boilerplate", text, markup=True)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "# Geese stay\n",
                "By Lys Varn\n",
                "© 2018 The Gull\n",
                "![A pier](a.jpg)\n",
                "Read more: Geese\n",
                "“No,” she said.\n\n",
                *"ab“\"'’ .\n\t\r|:-*#[]()By©1920\u00a0\u2028é",
            ]
        ),
        max_size=80,
    ).map("".join),
    st.booleans(),
)
def test_any_text_is_kept_and_regions_lie_in_it(text, markup):
    """Whatever the text, it comes back unchanged and every region is a part of it."""
    draft = read_plain(text, markup=markup)
    assert draft.text == text
    for (start, end), _ in draft.regions:
        assert 0 <= start < end <= len(text)
