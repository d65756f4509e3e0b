"""Tagging: offsets into the text, whole names, nothing from menus; rules alone without weights."""

from collections.abc import Iterator

import pytest

from reportedly.annotate.attribution import tagger_files, tagging
from reportedly.annotate.attribution.finder import find_attributions
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.tagging import find_tagged, mode_of, whole_name
from reportedly.annotate.parse.spacy import parse_text

TEXT = "Ada Quill said that the mill would stay open."


@pytest.fixture()
def no_tagger(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program without the tagger's weights."""
    monkeypatch.setattr(tagging, "find_missing_part", lambda: "models/attribution/model.json")
    tagging._model.cache_clear()
    yield
    tagging._model.cache_clear()


def scene(text: str, *left_alone: tuple[int, int]) -> Scene:
    return Scene(text, parse_text(text, left_alone), left_alone)


def test_rules_alone_find_and_warn(no_tagger: None) -> None:
    """The warning names what is missing and what to do, once."""
    with pytest.warns(RuntimeWarning, match=r"model\.json is missing; reinstall reportedly"):
        found = find_attributions(scene(TEXT))
    assert [TEXT[slice(*item.candidate.source[0])] for item in found] == ["Ada Quill"]


def test_the_fingerprint_tells_that_the_tagger_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger_files, "LIBRARIES", ("no_such_library",))
    assert tagger_files.find_missing_part() == "no_such_library"
    assert tagger_files.models() == ("no tagger",)


def test_what_is_left_alone_is_not_read() -> None:
    """The same words as a menu give nothing, and do not move the offsets of the rest."""
    if tagger_files.find_missing_part() is not None:
        pytest.skip("the tagger's weights are not installed")
    menu = "Bo Varga said that it rains.\n"
    found = find_tagged(scene(menu + TEXT, (0, len(menu))))
    assert found is not None
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
    start, end = tagging._name_in(scene(text), (0, len(source)))
    assert text[start:end] == name


def test_log_odds_are_finite() -> None:
    assert tagging.log_odds(0.0) == -tagging.log_odds(1.0) < 0
