"""Whole sentences read by rules and tagger together: frames that parsers misread."""

import pytest

from reportedly.annotate.attribution.finder import find_attributions
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.document import Document
from reportedly.model import Article


def _found(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution."""
    scene = Scene.of(Document(Article(article_id="a1", path="x", text=text, sha256="")))

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    kept = (item.candidate for item in find_attributions(scene))
    return [(words(c.source), words(c.cue), words(c.content)) for c in kept]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The new roof of the mill will open by the spring of 2018, its owner, Peter Hill, has "
            "told Radio Fern.",
            (
                "its owner, Peter Hill,",
                "has told",
                "The new roof of the mill will open by the spring of 2018",
            ),
        ),
        (
            "On Saturday the mill was opened at Fern by the woman who had sworn on national "
            "television, seven years before, that she would rather count sheep than take a penny "
            "of wool.",
            (
                "the woman … who",
                "had sworn",
                "that she would rather count sheep than take a penny of wool",
            ),
        ),
    ],
)
def test_what_was_said_stands_apart_from_its_verb(text: str, row: tuple[str, str, str]) -> None:
    """Before the verb, whose object is who was told; or after an aside, behind another verb."""
    assert row in _found(text)


def test_a_verb_after_a_quotation_tells_of_that() -> None:
    """What stands before the quotation is the writer's."""
    found = _found(
        "When the roof fell in, Peter Hill leapt to the defence of the mill. ''It has the toughest "
        "walls I have ever seen,'' Mr. Hill told Radio Fern.\n\nNobody else did."
    )
    assert not any("roof fell" in content for _, _, content in found)


def test_what_was_told_can_follow_who_was_told() -> None:
    """Then what stands before the verb is the writer's."""
    found = _found(
        "And it wasn’t a one-off — Peter Hill, a spokesman for the mill, told the Fern Echo that "
        "the owner gave the weavers a warning."
    )
    assert not any("one-off" in content for _, _, content in found)


def test_what_somebody_else_said_is_not_the_relative_clauses() -> None:
    """The clause with "that" is the main verb's, where that one reports."""
    found = _found("Peter Hill told the woman who had sworn on television that the mill would go.")
    assert [source for source, _, content in found if "mill would go" in content] == ["Peter Hill"]


@pytest.mark.parametrize(
    ("caption", "source"),
    [
        ("Martha Hill and Peter Stone in Fern in 2015: “the friends of one old mill”. ", ""),
        ("Martha Hill in Fern in 2015: “the friend of one old mill”. ", "Martha Hill"),
    ],
)
def test_a_caption_of_two_does_not_say_which_speaks(caption: str, source: str) -> None:
    """The words below a picture are whose it shows, if it shows one."""
    text = f"Mill for sale\n\n{caption}Photograph: Ada Moss\n\nThe mill is for sale.\n"
    assert [who for who, _, content in _found(text) if "old mill" in content] == [source]
