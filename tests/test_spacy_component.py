"""The component for spaCy: found by name, offsets right, its rows survive writing and reading."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

TEXT = (
    "“The mill stays open,” Ada Quill told the council on Monday. The mayor said that it would "
    "close. Nobody spoke after that."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("reportedly")
    return pipeline


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def test_statements_stand_at_their_offsets(doc: Doc) -> None:
    """What a statement says of its content, the document's text has there."""
    found = doc._.statements
    assert [f.statement.speaker or f.statement.source_text for f in found][:1] == ["Ada Quill"]
    for each in found:
        joined = " ".join(TEXT[start:end] for start, end in each.statement.content)
        assert joined == each.statement.content_text


def test_spans_are_the_documents_own(doc: Doc) -> None:
    first = doc._.statements[0]
    assert [span.text for span in first.content] == ["“The mill stays open,”"]
    assert [span.text for span in first.source] == ["Ada Quill"]
    assert [span.text for span in first.cue] == ["told"]


def test_a_span_knows_in_whose_words_it_stands(doc: Doc) -> None:
    inside, outside = doc.char_span(5, 9), doc.char_span(TEXT.index("Nobody"), len(TEXT))
    assert inside is not None
    assert outside is not None
    assert inside._.statement.source_text == "Ada Quill"
    assert outside._.statement is None


def test_parts_that_cut_a_token_have_no_span(nlp: Language) -> None:
    """A tokenizer of one's own may keep mark and word together: the offsets still stand."""
    words = TEXT.split(" ")
    coarse = nlp.get_pipe("reportedly")(Doc(nlp.vocab, words=words))
    first = coarse._.statements[0]
    assert first.statement.content_text == "“The mill stays open,”"
    assert [span.text for span in first.content] == ["“The mill stays open,”"]
    cut = Doc(nlp.vocab, words=["“The mill stays open,” Ada", *words[5:]])
    assert nlp.get_pipe("reportedly")(cut)._.statements[0].content == ()


def test_a_document_can_be_written_and_read(nlp: Language, doc: Doc) -> None:
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [f.statement for f in again._.statements] == [f.statement for f in doc._.statements]


def test_a_document_without_statements_has_none(nlp: Language) -> None:
    assert nlp("It rained.")._.statements == ()
    assert nlp("")._.statements == ()
    assert Doc(nlp.vocab, words=["No", "component"])._.statements == ()
