"""What is written: by letter, in a caption, on a postcard, in a catalogue, and together."""

from reportedly.annotate import attribution, coreference, dates, statements
from reportedly.annotate.document import Document
from reportedly.model import Article, Statement
from reportedly.rows import Rows


def _statement(text: str, words: str) -> Statement:
    article = Article(article_id="a1", path="x", text=text, sha256="", outlet="The Fern Letter")
    document, rows = Document(article), Rows()
    for stage in (attribution, coreference, dates, statements):
        rows = rows.merged(stage.annotate(document, rows))
    return next(s for s in rows.of(Statement) if words in s.content_text)


def test_what_a_reader_writes_is_a_letter() -> None:
    """Nobody else is told about the reader's post."""
    text = "A reader in Marl, Bo Tarn, writes: “I have lived by the mill since 1971.” Thank you."
    found = _statement(text, "I have lived")
    assert (found.speaker, found.channel) == ("Bo Tarn", "message")


def test_what_somebody_writes_in_a_catalogue_is_a_document() -> None:
    """Also what is added in quotation marks."""
    text = "Her editor, Mary Moss, writes in the spring catalogue that the next one has no dog."
    assert _statement(text, "has no dog").channel == "document"


def test_what_is_written_back_was_not_said_on_the_air() -> None:
    """A question by mail is answered by mail, whatever was on television before."""
    text = (
        "Ada Quill told the host on the radio show Late Light that she needed noise. “I like it "
        "loud,” she said.\n\nI asked Quill by email whether that was true. “It was true then,” she "
        "wrote back.\n\nUntil next week,\nIvo Marl\n"
    )
    assert _statement(text, "It was true").channel == "message"
    assert _statement(text, "whether that was true").speaker == "Ivo Marl"


def test_a_postcard_is_its_senders() -> None:
    """ "It said": who sent it said so."""
    text = "The weaver Ada Quill, who is away, sent a postcard. “Mind the loom,” it said."
    found = _statement(text, "Mind the loom")
    assert (found.speaker, found.source_kind) == ("Ada Quill", "person")
    assert found.channel == "message"


def test_a_caption_is_whose_picture_it_is() -> None:
    """Where a name says who posted it; somebody guessed from a description is nobody."""
    text = "On Sunday Ada Quill posted a picture of two looms. “Twins at last,” read the caption."
    found = _statement(text, "Twins at last")
    assert (found.speaker, found.channel) == ("Ada Quill", "post")


def test_two_go_on_in_the_statement_that_they_made() -> None:
    """A second quotation of both is of the same statement."""
    text = (
        "The judge Bo Tarn and the singer Ada Quill are to part, they said in a joint statement on "
        "Tuesday.\n\n“We have decided to live in two houses,” they said."
    )
    found = _statement(text, "two houses")
    assert (found.speaker, found.channel) == ("Bo Tarn & Ada Quill", "press_release")


def test_young_outlets_write_themselves_in_one_word() -> None:
    """With a capital inside it."""
    text = "The mill is cold, and it will stay so. “I have a coat,” Quill told MillWatchers."
    assert _statement(text, "I have a coat").addressee == "MillWatchers"


def test_two_named_in_either_order_are_the_same_two() -> None:
    """ "Ms Quill and Mr Tarn" further down takes nothing from who "they" are."""
    text = (
        "The judge Bo Tarn and the singer Ada Quill are to part, they said on Tuesday.\n\n“We have "
        "decided to live in two houses,” they said.\n\nMs Quill, 45, and Mr Tarn, 50, married in "
        "2004. They have no children."
    )
    assert _statement(text, "two houses").speaker == "Bo Tarn & Ada Quill"


def test_her_letter_is_hers() -> None:
    """What one writes oneself; a lawsuit of hers has lawyers."""
    text = (
        "Ada Tarn lived by the mill. Her letter to the council said that the wheel was cracked. "
        "Her lawsuit says that the council knew."
    )
    assert _statement(text, "the wheel was").speaker == "Ada Tarn"
    assert _statement(text, "the council knew").speaker is None
