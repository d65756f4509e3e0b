"""Work grows with the length of a text, not with its square; odd texts give spans inside them."""

from collections.abc import Callable, Iterator

import pytest

from reportedly.annotate.attribution import finder
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.parse.model import Parse
from reportedly.annotate.parse.text import parse_text
from reportedly.model import Attribution

UNITS = ("he said ", "according to Ada Quill ", "“No,” he said. ", "he said that ", "“ ", ", ")


@pytest.fixture
def visited(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many tokens each walk of a tree has visited; the tagger, which is linear, is off."""
    counts: list[int] = []
    walk = Parse.subtree

    def counted(self: Parse, i: int) -> tuple[int, ...]:
        found = walk(self, i)
        counts.append(len(found))
        return found

    monkeypatch.setattr(Parse, "subtree", counted)
    monkeypatch.setattr(finder, "find_tagged", lambda scene: ())
    yield counts


@pytest.mark.parametrize("unit", UNITS)
def test_work_is_linear_in_the_length(visited: list[int], unit: str) -> None:
    """Twice the text takes about twice the steps, also where no sentence ends."""
    work = []
    for repeated in (400, 800):
        text = unit * repeated
        visited.clear()
        finder.find_attributions(Scene(text, parse_text(text)))
        work.append(sum(visited))
    assert work[1] <= 3 * work[0] + 1_000


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000 + " said Ada Quill.",
        "\x00\x01“We go,”\x07 said\x1b Ada Quill.\x00",
        "🙂 “We go 🙂,” said Ada Quill 🙂.",
        "قالت عادة: “We go,” said Ada Quill.",
        "“We go,” said Ada Quill.\r\n\r\r\u2028“And stay.”\u0085",
        "“" * 2_000 + "We go" + "”" * 2_000,
    ],
    ids=["one word", "controls", "emoji", "right to left", "line ends", "marks"],
)
def test_odd_texts_give_spans_inside_them(
    attribute: Callable[..., tuple[Attribution, ...]], text: str
) -> None:
    """No crash, and every span holds a part of the text."""
    for row in attribute(text):
        for start, end in (*row.content, *row.cue, *row.source):
            assert 0 <= start < end <= len(text)
