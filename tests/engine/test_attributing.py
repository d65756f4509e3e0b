"""`attribute_filter`: documents in, attributions out, in order, spans on the text as given."""

import json

import pytest

from reportedly.engine.attributing import attribute_filter, surer_than
from reportedly.errors import DocumentRejected

TEXT = "Ada Quill told Radio Nord that it rains.\n\n“It snows,” said Bo Varga, the mayor."


def test_each_document_gives_one_record_in_order() -> None:
    documents = [{"doc": "b", "text": TEXT}, {"doc": "a", "text": ""}]
    found = list(attribute_filter(documents))
    assert [record["doc"] for record in found] == ["b", "a"]
    assert found[1]["attributions"] == []


def test_attributions_have_the_columns_of_the_contract() -> None:
    (record,) = attribute_filter([{"doc": "b", "text": TEXT, "outlet": "Courier"}])
    assert json.loads(json.dumps(record)) == record
    first = record["attributions"][0]
    assert set(first) == {
        "source",
        "cue",
        "content",
        "mode",
        "speaker",
        "source_kind",
        "channel",
        "addressee",
        "chain",
        "parent",
        "confidence",
    }
    assert [TEXT[s:e] for s, e in first["source"]] == ["Ada Quill"]
    assert first["chain"] == ["Radio Nord", "Ada Quill"]
    assert first["speaker"] == "Ada Quill"


def test_parent_is_an_index_into_the_list() -> None:
    text = "“My sister told me that the mill was sold in secret,” said Ada Quill."
    (record,) = attribute_filter([{"doc": "a", "text": text}])
    parents = [a["parent"] for a in record["attributions"]]
    assert parents == [None, 0]


def test_text_alone_is_enough_and_its_lack_is_told() -> None:
    assert next(attribute_filter([{"text": "It rains."}])) == {"doc": "0", "attributions": []}
    with pytest.raises(DocumentRejected, match=r"document x.*text"):
        list(attribute_filter([{"doc": "x"}]))


def test_parents_are_the_nearest_that_stay() -> None:
    """Of rows less sure than a threshold the children hang on what lies around, counted anew."""
    rows = [
        {"confidence": 0.2, "parent": None},
        {"confidence": 0.9, "parent": None},
        {"confidence": 0.3, "parent": 1},
        {"confidence": 0.8, "parent": 2},
    ]
    assert surer_than(0.5, rows) == [
        {"confidence": 0.9, "parent": None},
        {"confidence": 0.8, "parent": 0},
    ]
