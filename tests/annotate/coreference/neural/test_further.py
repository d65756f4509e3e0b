"""Phrases beside the rules' candidates."""

from reportedly.annotate.coreference.candidates import find_candidates
from reportedly.annotate.coreference.neural.further import INNER_NAME, OTHER, TIME, find_phrases
from reportedly.annotate.parse.text import parse_text

TEXT = (
    "Fans of the Oslo Harbour Trust team cheered. That was on Tuesday, and they came again on "
    "Friday. The mayor had left on Tuesday."
)


def _phrases() -> list[tuple[str, int]]:
    parse = parse_text(TEXT)
    found = find_phrases(parse, find_candidates(parse, TEXT).found)
    return [(TEXT[slice(*phrase.span)], phrase.form) for phrase in found]


def test_times_and_pointing_words_are_phrases() -> None:
    """A day named twice and a bare "that" can be taken up, though no rule looks at them."""
    found = _phrases()
    assert found.count(("Tuesday", TIME)) == 2
    assert ("That", OTHER) in found


def test_a_name_inside_of_a_phrase_is_one_too() -> None:
    """The trust with its article is a phrase of its own inside of its team."""
    found = _phrases()
    assert ("the Oslo Harbour Trust", INNER_NAME) in found
    assert any(words == "the Oslo Harbour Trust team" for words, _ in found)


def test_every_span_comes_once_and_in_order() -> None:
    """Sorted by their beginnings, outer before inner, no span twice."""
    parse = parse_text(TEXT)
    spans = [p.span for p in find_phrases(parse, find_candidates(parse, TEXT).found)]
    assert spans == sorted(set(spans), key=lambda span: (span[0], -span[1]))


def test_a_name_known_from_elsewhere_is_found_inside_of_a_longer_one() -> None:
    """The town, named alone below, is a phrase inside of the trust's name; the trust is not cut."""
    text = "The Oslo Harbour Trust met. People in Oslo were glad."
    parse = parse_text(text)
    found = find_phrases(parse, find_candidates(parse, text).found)
    words = [text[slice(*phrase.span)] for phrase in found]
    assert words.count("Oslo") == 2
    assert "Harbour" not in words
