"""Lists of sayings: name, occasion, colon, quotation."""

import pytest

from reportedly.annotate.attribution.colons import find_colons
from reportedly.annotate.attribution.indirect import find_indirect
from reportedly.annotate.attribution.listed import find_listed, find_signed_after
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.document import Document
from reportedly.model import Article


def _found(text: str) -> list[tuple[str, str]]:
    scene = Scene.of(Document(Article(article_id="a1", path="x", text=text, sha256="")))

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return [(words(item.source), words(item.content)) for item in find_listed(scene)]


_AROUND = "Here is what they told us about the mill, as near as I can recall.\n\n{}\n"


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ('Martha Hill on Radio Fern, 2013: "It stays."', "Martha Hill", '"It stays."'),
        ("Peter Hill to David Stone, in a note pinned to the door: “You were right.” He was not.",
         "Peter Hill", "“You were right.”"),
        ("Peter Hill, the same week: 'It goes.'", "Peter Hill", "'It goes.'"),
        ('- Martha Hill, to the Lantern: "It stays."', "Martha Hill", '"It stays."'),
        ("* Peter Hill: “It stays.”", "Peter Hill", "“It stays.”"),
        ('2. A weaver, to the Lantern: "It stays."', "A weaver, to the Lantern", '"It stays."'),
        ("A weaver, to the Lantern: “We counted nine looms.”", "A weaver, to the Lantern",
         "“We counted nine looms.”"),
        ('Peter Hill, the same week: the mill "will never carry our name".', "Peter Hill",
         'the mill "will never carry our name"'),
        ('Grace Hill, the same week: the mill "will never carry our name".', "Grace Hill",
         'the mill "will never carry our name"'),
    ],
)  # fmt: skip
def test_a_line_of_a_list_is_a_saying(line, source, content):
    """Who, where or to whom, and the words; what follows them is somebody else's remark."""
    assert _found(_AROUND.format(line)) == [(source, content)]


@pytest.mark.parametrize(
    "line",
    [
        "Peter Hill, who owns the mill, said on Monday: “It stays.”",
        "On Monday, Peter Hill said in a letter: “It stays.”",
        "Photo: “The mill at dawn.”",
        "Peter Hill: ‘Of course’ the mill stays open",
        "A long way off, and on a hill: a mill.",
        "The sign over the gate: “Keep out.”",
        'Peter Hill: the mill "will never carry our name".',
        'Peter Hill, the same week: the mill "will stay" and the looms will go.',
    ],
)
def test_what_is_no_line_of_a_list(line):
    """A verb reports better than a colon; labels, things and words inside a sentence do not."""
    assert _found(_AROUND.format(line)) == []


def test_whoever_is_asked_does_not_ask():
    """ "Asked who had made it, she hung up": nobody says who asked."""
    text = "Martha Hill keeps looms. Asked who had given them to her, she hung up."
    scene = Scene.of(Document(Article(article_id="a1", path="x", text=text, sha256="")))
    asked = [c for c in find_indirect(scene) if text[slice(*c.cue[0])].startswith("Asked")]
    assert asked
    assert all(not c.source for c in asked)


@pytest.mark.parametrize(
    ("line", "speakers"),
    [
        ("LOVE ON THE LOOM: Inside a quiet marriage", []),
        ("MARTHA HILL: We will not go", ["MARTHA HILL"]),
    ],
)
def test_capitals_over_a_headline_speak_only_as_a_name(line, speakers):
    """A kicker says what the story is about."""
    text = f"{line}\n\nIt rained all day, said Peter Hill, and nobody left the mill.\n"
    scene = Scene.of(Document(Article(article_id="a1", path="x", text=text, sha256="")))
    assert [text[slice(*c.source[0])] for c in find_colons(scene)] == speakers


def test_the_sign_of_a_list_reports_nothing(attributed):
    """Each item is its own speaker's, and none goes on in the next line."""
    found = attributed(
        "What they said about the mill, as far as we have kept it:\n\n"
        '- Martha Hill, on Radio Fern: "It stays where it is."\n'
        '- A weaver, to the Lantern: "We have counted nine looms."\n'
        '- Peter Hill, to David Stone: "Nobody is leaving. They are weaving."\n'
        '- David Stone, to supporters: "The mill will be open by Christmas."\n'
    )
    assert [content for *_, content in found] == [
        '"It stays where it is."',
        '"We have counted nine looms."',
        '"Nobody is leaving. They are weaving."',
        '"The mill will be open by Christmas."',
    ]
    starts = ("Martha Hill", "A weaver", "Peter Hill", "David Stone")
    for (source, cue, _), name in zip(found, starts, strict=True):
        assert source.startswith(name)
        assert cue != "-"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            '"It stays." Martha Hill, on Radio Fern. We wrote it down.',
            ("Martha Hill", '"It stays."'),
        ),
        ("“It stays.” — Peter Hill, in the Lantern, 2013", ("Peter Hill", "“It stays.”")),
        ('"It stays." Martha Hill laughed on Radio Fern.', None),
        ('"It stays" Martha Hill, on Radio Fern.', None),
        ('"It stays." Friday, on Radio Fern.', None),
    ],
)
def test_a_quotation_with_its_speaker_behind_it(line, found):
    """Who said it, and where, in words without a verb."""
    text = _AROUND.format(line)
    scene = Scene.of(Document(Article(article_id="a1", path="x", text=text, sha256="")))
    said = [
        (text[slice(*item.source[0])], text[slice(*item.content[0])])
        for item in find_signed_after(scene)
    ]
    assert said == ([found] if found else [])
