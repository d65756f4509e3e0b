"""Speakers named together, makers of documents, and how an occasion is shared by tellings."""

from reportedly.api import attribute
from reportedly.model import Statement


def _told(text: str, words: str) -> Statement:
    """The statement whose content begins with `words`, with or without "that"."""
    found = attribute(text)
    return next(s for s in found if s.content_text.removeprefix("that ").startswith(words))


def test_they_are_named_when_they_were_named_together() -> None:
    text = (
        "Ada Quill and Bo Tarn wrote to the board on Monday. They said the pier had to close "
        "before winter."
    )
    row = _told(text, "the pier")
    assert (row.speaker, row.source_kind) == ("Ada Quill & Bo Tarn", "person")


def test_a_study_is_its_makers_who_were_named_before() -> None:
    text = (
        "Rents have doubled, according to a survey by the Marl Institute. The study found that "
        "half of all tenants moved."
    )
    row = _told(text, "half")
    assert (row.speaker, row.source_kind) == ("Marl Institute", "document")


def test_one_who_is_asked_is_the_addressee() -> None:
    text = "Asked whether the pier would close, Ada Quill said that it would stay."
    row = _told(text, "whether")
    assert row.addressee == "Ada Quill"


def test_what_is_offered_to_somebody_is_said_to_them() -> None:
    text = "Ada Quill offered a warning to Bo Tarn, saying that the pier would close."
    row = _told(text, "the pier")
    assert row.speaker == "Ada Quill"


def test_the_event_of_another_speaker_is_not_taken_over() -> None:
    """Only Tarn spoke at a rally; what officials said in the same sentence has no channel."""
    text = (
        "Before the council had said that the pier was safe, Bo Tarn told a rally in Marl that "
        "it was falling down."
    )
    assert _told(text, "it was").channel == "speech"
    assert _told(text, "the pier").channel is None


def test_a_paper_told_by_its_name_and_its_kind_is_that_paper() -> None:
    """Of a city's paper only the city is known."""
    row = _told("According to the Lantern newspaper, the mill is to close.", "the mill")
    assert (row.speaker, row.source_kind) == ("Lantern", "outlet")
    row = _told("According to the Moscow newspaper, the mill is to close.", "the mill")
    assert row.speaker is None


def test_a_list_with_a_name_is_a_document() -> None:
    """Somebody's List is a body."""
    row = _told("According to last year’s Lantern Rich List, Bo Tarn owns two mills.", "Bo Tarn")
    assert row.source_kind == "document"
    row = _told("Ada’s List said on Monday that the mill is to close.", "the mill")
    assert row.source_kind == "organisation"


def test_it_is_the_letter_that_was_read_out_just_before() -> None:
    """Not where the letter has no writer, or where there are two of them."""
    said = "“I told you that we are not selling,” it said."
    row = _told(f"Then the clerk read out a letter from Bo Tarn. {said}", "“I told")
    assert (row.speaker, row.source_kind) == ("Bo Tarn", "document")
    row = _told(f"Then the clerk read out a letter to Bo Tarn. {said}", "“I told")
    assert row.speaker is None
    row = _told(f"They read a letter from Bo Tarn and a note from Ada Quill. {said}", "“I told")
    assert row.speaker is None
    row = _told(f"Then the clerk held up a picture of Bo Tarn. {said}", "“I told")
    assert row.speaker is None


def test_a_post_and_mr_somebody_are_two() -> None:
    """Two posts before one name are one person's; "Mr" is no post."""
    row = _told("The bishop and Mrs Tarrow told reporters that the roof was safe.", "the roof")
    assert row.speaker is None
    row = _told("Governor and party chairman Bo Tarn said that the roof was safe.", "the roof")
    assert row.speaker == "Bo Tarn"


def test_whoever_prosecutes_is_named_behind_the_comma() -> None:
    """The first word of the phrase says what she does there."""
    text = (
        "Duncan Pell admitted fraud at Marl court. Defending, Tobias Lunt asked for mercy. "
        "Prosecuting, Rhoda Quenby, told the court it was late."
    )
    assert _told(text, "it was late").speaker == "Rhoda Quenby"


def test_whoever_only_listens_does_not_say_so() -> None:
    """In a headline a court is told and an inquest hears; a court that tells somebody speaks."""
    headline = "Baker stole flour for ten years, court told\n\nA baker is on trial in Marl."
    assert _told(headline, "Baker").source_kind == "unknown"
    heard = "Driver was asleep, inquest hears\n\nAn inquest opened in Marl on Monday."
    assert _told(heard, "Driver").source_kind == "unknown"
    row = _told("The court told the firm to pay Ada Quill £4,000.", "to pay")
    assert (row.source_kind, row.addressee) == ("organisation", "the firm")


def test_a_word_in_capitals_is_a_name_as_others_are() -> None:
    """Papers print the word that opens a caption so; three letters may be initials."""
    row = _told("In a joint statement, MARLOWE Quill and Bo Tarn said the pier had closed.", "the")
    assert row.speaker == "Marlowe Quill & Bo Tarn"
    row = _told("In a joint statement, ADA Quill and Bo Tarn said the pier had closed.", "the")
    assert row.speaker == "ADA Quill & Bo Tarn"
