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


#: Who asks says more than questions.
_TRANSCRIPT = (
    "DEEP WATER - episode 12\nGuest: Moira Tansley, skipper\nHost: Ben Orrick\n\n"
    "BEN ORRICK: You have been at sea for thirty years. Was it hard?\n\n"
    "MOIRA TANSLEY: It was cold. That is all I remember.\n\n"
    "BEN ORRICK: You left school early.\n\n"
    "MOIRA TANSLEY: At fourteen. My mother cried.\n\n"
    "BEN ORRICK: What was the first ship? I have seen a picture.\n\n"
    "MOIRA TANSLEY: A trawler.\n\nBEN ORRICK: Will you go back?\n\n"
    "MOIRA TANSLEY: Never.\n\nBEN ORRICK: Moira Tansley, thank you.\n"
)


def _statements(text: str = _INTERVIEW) -> list[Statement]:
    article = Article(article_id="a1", path="x", text=text, sha256="", outlet="Fern Review")
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


def test_who_takes_turns_and_asks_again_and_again_is_who_asks() -> None:
    """Also where most of the lines of who asks end on a full stop."""
    told = {s.content_text.split(".")[0]: s for s in _statements(_TRANSCRIPT)}
    question, answer = told["You left school early"], told["At fourteen"]
    assert (question.speaker, question.addressee) == ("Ben Orrick", "Moira Tansley")
    assert (answer.speaker, answer.addressee) == ("Moira Tansley", "Ben Orrick")
    assert {s.mode for s in (question, answer)} == {"direct"}
    assert {s.channel for s in (question, answer)} == {"interview"}
    assert told["Will you go back?"].polarity == "asks"


def test_two_who_both_ask_are_no_interview() -> None:
    """A scene of a play: neither is who answers."""
    lines = ("Lena: Where is it?", "Tom: Did you look?", "Lena: Look where?", "Tom: In the box.")
    both = "\n\n".join((*lines, "Lena: Which box?", "Tom: Is there another?", "Lena: Yes."))
    assert {s.channel for s in _statements(both)} <= {None}
