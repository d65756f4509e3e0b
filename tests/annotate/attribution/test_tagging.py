"""Tagging: offsets into the text, whole names, nothing from menus."""

import pytest

from reportedly.annotate.attribution import tagging
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.tagging import find_tagged, mode_of, whole_name
from reportedly.annotate.parse.text import parse_text

TEXT = "Ada Quill said that the mill would stay open."


def scene(text: str, *left_alone: tuple[int, int]) -> Scene:
    return Scene(text, parse_text(text, left_alone), left_alone)


def test_what_is_left_alone_is_not_read() -> None:
    """The same words as a menu give nothing, and do not move the offsets of the rest."""
    menu = "Bo Varga said that it rains.\n"
    found = find_tagged(scene(menu + TEXT, (0, len(menu))))
    assert all(item.candidate.content[0][0] >= len(menu) for item in found)
    assert (menu + TEXT)[slice(*found[0].candidate.source[0])] == "Ada Quill"


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ("Quill said “no” twice.", "“no”", "direct"),
        ("Quill said it was “a mess” again.", "it was “a mess” again", "mixed"),
        ("Quill said it was a mess.", "it was a mess", "indirect"),
        ("“It rains. “It snows,” said Quill.", "“It rains. “It snows,”", "direct"),
    ],
)
def test_mode(text: str, content: str, mode: str) -> None:
    at = text.index(content)
    assert mode_of(scene(text), ((at, at + len(content)),)) == mode


def test_a_cut_name_is_made_whole_unless_the_rest_is_content() -> None:
    assert whole_name(scene(TEXT), (0, 3), ()) == (0, 9)
    assert whole_name(scene(TEXT), (0, 3), ((4, 9),)) == (0, 3)


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("From the gallery Ada Quill said no.", "From the gallery Ada Quill", "Ada Quill"),
        ("A caption\nAda Quill said no.", "A caption\nAda Quill", "Ada Quill"),
        ("Ada Quill said no.", "Ada Quill", "Ada Quill"),
    ],
)
def test_a_source_is_the_name_on_the_line_of_its_cue(text: str, source: str, name: str) -> None:
    start, end = tagging.name_in(scene(text), (0, len(source)))
    assert text[start:end] == name


def test_log_odds_are_finite() -> None:
    assert tagging.log_odds(0.0) == -tagging.log_odds(1.0) < 0
