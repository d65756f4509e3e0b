"""A statement's words are cut out of its sentence exactly, each stretch under its role."""

from reportedly.model import Statement
from reportedly.show.dossier.marking import SNIPPET_CHARS, marked

TEXT = "Rain fell.\nOn Monday Ilse Marrow said the lamp “was never lit”. Nobody asked why."


def statement(content: str, cue: str, source: str, text: str = TEXT) -> Statement:
    def spans(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    return Statement(
        statement_id="s1",
        article_id="a1",
        content=spans(content),
        cue=spans(cue),
        source=spans(source),
        content_text=content,
        mode="mixed",
        confidence=0.9,
        reason="test",
    )


def test_roles_and_words() -> None:
    """The pieces put together are the text again; the paragraph before is left out."""
    pieces = marked(TEXT, statement("the lamp “was never lit”", "said", "Ilse Marrow"))
    assert "".join(piece.words for piece in pieces) == TEXT.split("\n")[1]
    assert [(p.words, p.role) for p in pieces if p.role] == [
        ("Ilse Marrow", "source"),
        ("said", "cue"),
        ("the lamp “was never lit”", "content"),
    ]


def test_a_cue_within_the_words_keeps_its_role() -> None:
    """The innermost span decides."""
    pieces = marked(TEXT, statement("Ilse Marrow said the lamp", "said", "Ilse Marrow"))
    assert ("said", "cue") in [(p.words, p.role) for p in pieces]


def test_a_long_statement_is_a_snippet_unless_asked_otherwise() -> None:
    """Not whole articles under the name of a quotation."""
    text = "Ilse Marrow said " + "so it goes and " * 200
    long = statement(text[17:], "said", "Ilse Marrow", text)
    snippet = "".join(piece.words for piece in marked(text, long))
    assert len(snippet) <= SNIPPET_CHARS + 4
    assert snippet.endswith(" …")
    assert "".join(p.words for p in marked(text, long, limit=None)) == text
