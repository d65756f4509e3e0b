"""Lists of sayings and quotations with a name below: what belongs to whom, given the candidates."""

from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.embedded import find_signed_quotations
from reportedly.annotate.attribution.sayings import (
    with_who_speaks,
    without_clauses_before,
    without_lines_before,
    without_saying_before,
    without_signed,
)
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.document import Document
from reportedly.model import Article
from reportedly.offsets import Span, words_of


def _scene(text: str) -> Scene:
    return Scene.of(Document(Article(article_id="a1", path="a.txt", text=text, sha256="")))


def _candidate(text: str, content: list[str], cue: str, source: str) -> Candidate:
    def at(words: str) -> Span:
        start = text.index(words)
        return start, start + len(words)

    return Candidate(
        content=tuple(at(words) for words in content),
        cue=(at(cue),),
        source=(at(source),),
        mode="direct",
        pattern="tagger",
        evidence=(),
        words="",
    )


def test_the_saying_before_in_the_same_paragraph_is_somebody_elses() -> None:
    """A whole sentence in quotation marks in front of the source belongs to the colon before it."""
    text = "Ada Quill, 2013: “I will not sell.” Bo Tarn, the same week:\u00a0“She will sell.”"
    candidate = _candidate(
        text, ["“I will not sell.”", "“She will sell.”"], ":\u00a0", "Bo Tarn, the same week"
    )
    candidate = without_saying_before(_scene(text), _with_colon(text, candidate))
    assert words_of(text, candidate.content) == "“She will sell.”"


def _with_colon(text: str, candidate: Candidate) -> Candidate:
    start = text.rindex(":")
    return Candidate(
        content=candidate.content,
        cue=((start, start + 1),),
        source=candidate.source,
        mode="direct",
        pattern="tagger",
        evidence=(),
        words="",
    )


def test_place_hearer_and_day_are_no_part_of_who_speaks() -> None:
    """Only the name is the source; a body "of" somewhere keeps its name."""
    for told, name in (
        ("Ada Quill on Late Light, 2013: “No.”", "Ada Quill"),
        ("Ada Quill to the Lantern: “No.”", "Ada Quill"),
        ("A clerk, to Marl Weekly: “No.”", "A clerk"),
        ("Ada Quill, the same week: “No.”", "Ada Quill"),
        ("Ada Quill of the Marl Pier Trust: “No.”", "Ada Quill of the Marl Pier Trust"),
    ):
        source = told.split(":")[0]
        candidate = with_who_speaks(_scene(told), _candidate(told, ["“No.”"], ":", source))
        assert words_of(told, candidate.source) == name


def test_a_captions_words_are_not_told_by_the_next_paragraph() -> None:
    """A quotation of the line above goes, one of the same sentence stays."""
    text = "Ada Quill at the fair: ‘Pass the salt.’\n\nBo Tarn said that it rained, “and hard”."
    candidate = _candidate(text, ["‘Pass the salt.’", "that it rained, “and hard”"], "said", "Bo")
    candidate = without_lines_before(_scene(text), candidate)
    assert words_of(text, candidate.content) == "that it rained, “and hard”"


def test_a_clause_of_the_sentence_before_hangs_on_its_own_verb() -> None:
    text = "Bo Tarn told us that he would leave. Asked by Ada Quill whether he would, he wept."
    candidate = _candidate(text, ["that he would leave", "whether he would,"], "Asked", "Ada Quill")
    candidate = without_clauses_before(_scene(text), candidate)
    assert words_of(text, candidate.content) == "whether he would,"


def test_a_name_below_a_quotation_says_whose_it_is() -> None:
    """Set apart by `>` or not; and whoever spoke before did not say it."""
    text = (
        "“I sold boats,” said Ada Quill.\n\n> “You paint it whether or not it sells.”\n"
        "> — Bo Tarn, as his sister remembers him\n\nShe walked home."
    )
    scene = _scene(text)
    signed = list(find_signed_quotations(scene))
    assert [words_of(text, c.content) for c in signed] == [
        "“You paint it whether or not it sells.”"
    ]
    assert [words_of(text, c.source) for c in signed] == ["Bo Tarn"]
    merged = _candidate(
        text, ["“I sold boats,”", "“You paint it whether or not it sells.”"], "said", "Ada Quill"
    )
    left = without_signed(scene, merged, tuple(c.content[0] for c in signed))
    assert words_of(text, left.content) == "“I sold boats,”"


def test_what_was_said_ends_where_a_signed_quotation_begins() -> None:
    """The next line of a list is somebody else's."""
    text = 'We asked him to go on. \n\n"It stays." Martha Hill, on Radio Fern.'
    candidate = _candidate(text, ['to go on. \n\n"It stays."'], "asked", "We")
    start = text.index('"It')
    found = without_signed(_scene(text), candidate, ((start, start + 11),))
    assert words_of(text, found.content) == "to go on."
