"""Lines by their own words: outlets, bylines, datelines, and what only looks like them."""

import pytest

from reportedly.reading import lines


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2018 Skell Courier. All rights reserved.", "Skell Courier"),
        ("Copyright 2017-18 The Harbour Post", "The Harbour Post"),
        ("The Skell Courier. Every Friday since 1871", "The Skell Courier"),
        ("*The Skell Courier* | Letters", "The Skell Courier"),
        ("© Lys Varn", None),
        ("© 2018 All rights reserved", None),
        ("The council met on Friday. It has done so since 1871.", None),
    ],
)
def test_outlets(line, outlet):
    """A copyright line or a masthead names the publisher; a picture's credit does not."""
    assert lines.find_outlet(line) == outlet


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Lys Varn", "Lys Varn"),
        ("By LYS VARN and PER ODE", "Lys Varn and Per Ode"),
        ("By Lys Varn, river correspondent", "Lys Varn"),
        ("By Lys Varn | June 4, 2018", "Lys Varn"),
        ("By Lys Varn, Political Editor", "Lys Varn"),
        ("By Lys Varn and Per Ode, Staff Writers", "Lys Varn and Per Ode"),
        ("By Lys Varn. Pictures: Per Ode", "Lys Varn"),
        ("By AFP", "AFP"),
        ("WORDS Lys Varn", "Lys Varn"),
        ("EXCLUSIVE by Lys Varn", "Lys Varn"),
        ("By Monday the river had risen by a metre and the geese had left.", None),
        ("By and large the geese approve", None),
    ],
)
def test_bylines(line, name):
    """A byline is a whole line of names; sentences that begin with By are none."""
    assert lines.find_byline(line) == name


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        (
            "TARNHOLT, June 4 (Osprey) — The geese may stay, they say.",
            "TARNHOLT, June 4 (Osprey) —",
        ),
        ("TARNHOLT (Osprey) - The geese may stay, they say.", "TARNHOLT (Osprey) -"),
        ("Tarnholt, 4 June – The geese may stay, they say.", "Tarnholt, 4 June –"),
        ("SALLOW: I was not asked about the geese at all.", None),
        ("DEAR EDITOR: I was not asked about the geese.", None),
        ("Odile Farrow — the mayor — was not there on Monday.", None),
    ],
)
def test_datelines(paragraph, dateline):
    """Place, day and agency before a dash; a speaker's name in a transcript is none."""
    end = lines.find_dateline(paragraph)
    assert (paragraph[:end] if end else None) == dateline


@pytest.mark.parametrize(
    ("line", "credit", "caption"),
    [
        ("Photo: Per Ode", True, False),
        ("Photograph by Per Ode/Skell Pictures", True, False),
        ("Photo: Berit Sallow with two of the nine geese on the quay.", False, True),
        ("Caption: Two geese", False, True),
        ("Pictures of geese were shown to the council on Monday evening.", False, False),
    ],
)
def test_credits_and_captions(line, credit, caption):
    """A photographer alone is furniture; words about the picture are a caption."""
    assert (lines.is_credit(line), lines.is_caption(line)) == (credit, caption)
