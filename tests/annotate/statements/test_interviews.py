"""Interviews printed with names: who asks whom, and who "I" and "she" are in the answers."""

from reportedly.annotate import attribution, coreference, dates, statements
from reportedly.annotate.document import Document
from reportedly.model import Article, Statement
from reportedly.rows import Rows

_INTERVIEW = (
    "The weaver Ada Quill met us at her mill.\n\n"
    "Fern Review: Do you still weave?\n\nQuill: Every day. I like the noise.\n\n"
    "Fern Review: Has your mother ever tried?\n\nQuill: Once. Mum said, “It is a long sum.” She "
    "used to say that a loom wants feeding.\n\n"
    "Fern Review: And the mill?\n\nQuill: It stays where it is.\n\n"
    "Fern Review: A weekly wrote in May that it was sold.\n\nQuill: A weekly writes a lot.\n"
)


def _statements() -> list[Statement]:
    article = Article(article_id="a1", path="x", text=_INTERVIEW, sha256="", outlet="Fern Review")
    document, rows = Document(article), Rows()
    for stage in (attribution, coreference, dates, statements):
        rows = rows.merged(stage.annotate(document, rows))
    return list(rows.of(Statement))


def _one(words: str) -> Statement:
    return next(s for s in _statements() if s.content_text.startswith(words))


def test_the_paper_asks_and_the_guest_answers() -> None:
    """Each of the two is whom the other speaks to, on the channel of an interview."""
    question, answer = _one("Do you still weave?"), _one("Every day.")
    assert (question.speaker, question.source_kind) == ("Fern Review", "outlet")
    assert (question.polarity, question.addressee) == ("asks", "Ada Quill")
    assert (answer.speaker, answer.addressee) == ("Ada Quill", "Fern Review")
    assert question.channel == answer.channel == "interview"


def test_nobody_answers_as_she() -> None:
    """ "She" in an answer is not the one who answers."""
    assert _one("that a loom wants feeding").speaker != "Ada Quill"


def test_who_is_told_of_in_a_question_is_not_who_asks() -> None:
    """ "Fern Review: A weekly wrote that …": the weekly wrote."""
    told = _one("that it was sold")
    assert (told.speaker, told.source_kind) == (None, "outlet")
    assert _one("A weekly wrote in May").polarity == "asserts"
