"""From spans of a text to places in the flow of its page, and nothing that is not there."""

from reportedly.reading.page_flow import Run
from reportedly.show.web.captured.standing import Standing
from reportedly.show.web.highlighting import Layer

TEXT = "The ferry sails.\n\nNobody knows."
FLOW = "menu The\n   ferry [1]sails.   Nobody knows."


def standing() -> Standing:
    pairs = (
        (TEXT.index(w), FLOW.index(w), len(w)) for w in ("The", "ferry", "sails.", "Nobody kn")
    )
    return Standing(TEXT, FLOW, [Run(*pair) for pair in pairs])


def words(places: list[tuple[int, int]]) -> list[str]:
    """What stands at places of the flow."""
    return [FLOW[start:end] for start, end in places]


def test_blanks_part_nothing_but_words_do() -> None:
    """A line end in the page is no gap; words between that were not read are one."""
    assert words(standing().places((0, 16))) == ["The\n   ferry", "sails."]


def test_parts_of_runs_stand_too() -> None:
    """A span that begins and ends within words."""
    assert words(standing().places((5, 12))) == ["erry", "sa"]


def test_what_is_not_mapped_stands_nowhere() -> None:
    """Blanks between paragraphs and words that reading changed."""
    assert standing().places((16, 18)) == []
    assert words(standing().places((18, len(TEXT)))) == ["Nobody kn"]


def test_a_run_that_does_not_hold_is_left_out() -> None:
    """A map of another page, or one that reads differently now, marks nothing wrong."""
    broken = Standing(TEXT, FLOW, [Run(0, 6, 3), Run(4, 10_000, 5), Run(4, FLOW.index("ferry"), 5)])
    assert words(broken.places((0, len(TEXT)))) == ["ferry"]
    assert broken.n_mapped == 5


def test_only_the_first_piece_of_a_layer_has_its_name() -> None:
    """An anchor stands once."""
    found = standing().layers([Layer((0, 16), "content", anchor="s1", number=1)])
    assert [layer.anchor for layer in found] == ["s1", None]
