"""Lines that begin with who speaks: which they are, and who asks."""

from reportedly.annotate.attribution import annotate as attribute
from reportedly.annotate.document import Document
from reportedly.annotate.labels import find_exchange, labelled
from reportedly.model import Article, Attribution
from reportedly.rows import Rows

_INTERVIEW = (
    "Five minutes with Ada Quill\n\nThe weaver Ada Quill met us at her mill.\n\n"
    "Fern Review: Do you still weave?\n\nQuill: Every day. My sister says it keeps me quiet.\n\n"
    "Fern Review: Has your sister ever tried?\n\nQuill: Once. She said it was like a long sum.\n\n"
    "Fern Review: And the mill?\n\nQuill: It stays where it is.\n"
)


def _attributions(text: str) -> tuple[Attribution, ...]:
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    return attribute(document, Rows()).of(Attribution)


def test_who_asks_is_told_by_the_questions() -> None:
    """Each line is its own attribution, and two of them are never one."""
    rows = _attributions(_INTERVIEW)
    parts = find_exchange(_INTERVIEW, rows)
    said = {_INTERVIEW[slice(*rows[at].content[0])]: part for at, part in parts.items()}
    assert said["Do you still weave?"] == "question"
    assert said["It stays where it is."] == "answer"
    assert list(parts.values()).count("question") == list(parts.values()).count("answer") == 3


def test_two_who_both_state_things_are_no_interview() -> None:
    """A debate has speakers, and nobody who asks."""
    text = _INTERVIEW.replace("?", ".")
    assert find_exchange(text, _attributions(text)) == {}


def test_two_labels_are_headings() -> None:
    """Fewer than three lines behind names are no transcript."""
    text = "The mill stays open.\n\nQuill: We will weave.\n\nTarn: We will not sell.\n"
    assert labelled(text, _attributions(text)) == {}
